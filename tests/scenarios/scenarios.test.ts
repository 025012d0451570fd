import {
  applyPlan,
  assess,
  createPlanner,
  type Instant,
  type Session,
  type Status,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { judge } from './answers.ts'
import { instantAt } from './local-time.ts'
import { uncited } from './provenance.ts'
import { parseTables, readStories, type Row, type Story } from './story.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map((ledger) => ledger.protocol)
const planner = createPlanner(protocols)
const stories = readStories()

function linesOf(story: Story) {
  return story.tables.flatMap((table) =>
    table.rows.map((row) => ({ table, row, name: Object.values(row).slice(0, 3).join(' · ') })),
  )
}

it('reads at least 16 stories', () => {
  expect(stories.length).toBeGreaterThanOrEqual(16)
})

describe.each(stories.map((story) => ({ name: story.name, story })))('$name', ({ story }) => {
  it.each(linesOf(story))('$name', (line) => {
    const { expected, actual } = judge(planner, story, line)
    expect(actual).toEqual(expected)
  })

  it('answers no instant otherwise once later events are in the file', () => {
    const asked = linesOf(story).filter(({ table }) => table.kind === 'verdict')
    const changed = asked.filter(({ row }) => {
      const at = timeOf(story, row)
      const known = story.session.events.filter((event) => event.at <= at)
      return (
        statusIn(story.session, row, at) !== statusIn({ ...story.session, events: known }, row, at)
      )
    })
    expect(changed).toEqual([])
  })

  it('has a source that resolves and an English text for all that its plan shows', () => {
    const times = linesOf(story).map(({ row }) => timeOf(story, row))
    expect(
      [...new Set(times)].flatMap((at) => uncited({ planner, session: story.session, at })),
    ).toEqual([])
  })
})

function statusIn(session: Session, row: Row, at: Instant): Status {
  return assess(applyPlan(planner, session), row['subject'] ?? '', at).status
}

function timeOf(story: Story, row: Row): Instant {
  return instantAt(row['asked at (local)'] ?? '', story.session)
}

describe('a story that proves nothing is refused', () => {
  const header = '| asked at (local) | signs | who to contact | because |\n|---|---|---|---|'

  it('without a table', () => {
    expect(() => parseTables('x', '# A story\n\nNothing is asked.')).toThrow('x has no table')
  })

  it('with an empty table', () => {
    expect(() => parseTables('x', `${header}\n`)).toThrow('empty table')
  })

  it('with a column that no table has', () => {
    const text = `${header}\n| a | b | c | d |`.replace('signs', 'sings')
    expect(() => parseTables('x', text)).toThrow('no table has the columns')
  })

  it('with a cell too few', () => {
    expect(() => parseTables('x', `${header}\n| a | b | c |`)).toThrow('3 cells')
  })

  it.each(stories.slice(0, 1).flatMap(linesOf))('with a wrong cell: $name', ({ table, row }) => {
    const [story] = stories as [Story]
    const cells = Object.keys(row).filter((column) => column !== 'asked at (local)')
    for (const column of cells) {
      const wrong = { ...row, [column]: `${row[column]} \`wrong\`` }
      const verdict = () => judge(planner, story, { table, row: wrong })
      const differs = () => expect(verdict().actual).toEqual(verdict().expected)
      expect(differs, column).toThrow(/./)
    }
  })
})
