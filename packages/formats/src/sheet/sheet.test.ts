import {
  applyPlan,
  assess,
  createPlanner,
  datePlan,
  type Instant,
  type Session,
} from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { fromLink } from '../link/link.ts'
import { fromShortCode } from '../link/short-code.ts'
import { careCardsOf } from '../plan/care-card.ts'
import type { SubjectLine } from '../plan/subject-line.ts'
import { type Sheet, sheetOf } from './sheet.ts'

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))
const stories = readStories()

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function storyOf(prefix: string): Session {
  const story = stories.find(({ name }) => name.startsWith(prefix))
  if (!story) throw new Error(`no story ${prefix}`)
  return story.session
}

function sheetAfter(session: Session, hours: number): Sheet {
  const plan = applyPlan(planner, session)
  return sheetOf({ planner, session, plan, at: plan.anchor + hours * HOUR_MS })
}

/** Each subject of the sheet, by its own name or under the one that stands for it. */
function lineByCode({ groups }: Sheet): ReadonlyMap<string, SubjectLine> {
  const lines = groups.flatMap((group) => group.lines)
  return new Map(
    lines.flatMap((line) => [line.subject, ...line.standsFor].map((code) => [code, line] as const)),
  )
}

function statusOn(line: SubjectLine | undefined, at: Instant): string | undefined {
  return line?.spans.find(({ from, until }) => from <= at && (until === null || at < until))?.status
}

describe.each(stories)('the sheet of $name', ({ session }) => {
  const plan = applyPlan(planner, session)
  const leaves = Object.keys(plan.subjects).filter((code) => !plan.subjects[code]?.group)

  it.each([-DAY_MS, 0, HOUR_MS, 9 * DAY_MS])(
    'printed %d ms after the session says of every subject what the engine says, at each step and a second before',
    (shift) => {
      const at = plan.anchor + shift
      const lines = lineByCode(sheetOf({ planner, session, plan, at }))
      const wrong: unknown[] = []
      let compared = 0
      for (const { subject, steps } of datePlan(plan).windows)
        for (const instant of [at, ...steps.flatMap(({ start }) => [start - 1000, start])]) {
          if (instant < at) continue
          compared += 1
          const said = statusOn(lines.get(subject), instant)
          const { status } = assess(plan, subject, instant)
          if (plan.subjects[subject]?.group !== true && said !== status)
            wrong.push({ subject, instant, said, status })
        }
      expect(wrong).toEqual([])
      expect(compared).toBeGreaterThan(leaves.length)
    },
  )

  it('names every subject once and groups it under the instant at which the engine opens it', () => {
    const at = plan.anchor + HOUR_MS
    const { groups } = sheetOf({ planner, session, plan, at })
    const codes = groups.flatMap(({ lines }) =>
      lines.flatMap((line) => [line.subject, ...line.standsFor]),
    )
    expect(new Set(codes).size).toBe(codes.length)
    expect(leaves.filter((code) => !codes.includes(code))).toEqual([])
    for (const { kind, opensAt, lines } of groups)
      for (const { subject } of lines) {
        const verdict = assess(plan, subject, at)
        const isOpen = verdict.opensAt !== null && verdict.opensAt <= at
        expect([subject, isOpen ? at : verdict.opensAt]).toEqual([subject, opensAt])
        expect(kind).toBe(isOpen ? 'open' : opensAt === null ? 'clinic' : 'opens')
      }
  })

  it('says what governs each answer: the engine says the same', () => {
    const at = plan.anchor + HOUR_MS
    for (const { lines } of sheetOf({ planner, session, plan, at }).groups)
      for (const { subject, spans } of lines) {
        if (plan.subjects[subject]?.group) continue
        for (const { from, governedBy } of spans) {
          const { governing } = assess(plan, subject, from)
          const [first] = governedBy
          expect([subject, first?.reason, first?.source]).toEqual([
            subject,
            governing?.id,
            governing?.source,
          ])
          expect(first?.procedure ?? undefined).toBe(
            governing ? (governing.procedure ?? plan.procedures[0]?.id) : undefined,
          )
        }
      }
  })

  it('takes the session along, whole in its link', () => {
    const { carry } = sheetOf({ planner, session, plan, at: plan.anchor + HOUR_MS })
    expect(fromLink(carry.link)).toEqual({ ok: true, value: session })
    const typed = fromShortCode(carry.shortCode?.code ?? '', { zone: 'UTC' })
    expect(typed.ok && typed.value.leftOut).toEqual(carry.shortCode?.leftOut)
  })

  it('has the cards of this person at that time', () => {
    const at = plan.anchor + HOUR_MS
    expect(sheetOf({ planner, session, plan, at }).cards).toEqual(
      careCardsOf({ planner, plan, at }),
    )
  })
})

describe('sheetOf', () => {
  it('is one sheet for several procedures: each line says which of them governs', () => {
    const session = storyOf('25')
    const sheet = sheetAfter(session, 24)
    expect(sheet.procedures.map(({ id, hasEnded }) => [id, hasEnded])).toEqual([
      ['p2', false],
      ['p1', true],
    ])
    const line = lineByCode(sheet).get('makeup')
    const governing = line?.spans.flatMap(({ governedBy }) =>
      governedBy.map((one) => one.procedure),
    )
    expect(new Set(governing)).toEqual(new Set(['p1', 'p2']))
    expect(sheet.coming.map(({ procedure }) => procedure)).toEqual(['p2'])
  })

  it('gives the code of the procedure that has ended, not of the one that is planned', () => {
    const { carry } = sheetAfter(storyOf('25'), 24)
    const typed = fromShortCode(carry.shortCode?.code ?? '', { zone: 'UTC' })
    const ended = storyOf('25').procedures[0]?.endedAt
    expect(typed.ok && typed.value.session.procedures[0]?.endedAt).toBe(ended)
    expect(carry.shortCode?.leftOut).toContain('procedures')
  })

  it('shows the end as it was known when printed', () => {
    const session = storyOf('17')
    const [told] = session.procedures
    const corrected = session.events.flatMap((one) => (one.type === 'corrected' ? one.endedAt : []))
    expect(sheetAfter(session, 1).procedures.map(({ endedAt }) => endedAt)).toEqual([told?.endedAt])
    expect(sheetAfter(session, 24).procedures.map(({ endedAt }) => endedAt)).toEqual(corrected)
  })

  it('tells no time of a sign, and gives no code to type, where nobody knows when it ended', () => {
    const session = storyOf('01')
    const estimated = session.procedures.map((one) => ({ ...one, endedAtEstimated: true }))
    const sheet = sheetAfter({ ...session, procedures: estimated }, 24)
    expect(sheetAfter(session, 24).signs.length).toBeGreaterThan(5)
    expect([sheet.signs, sheet.expected]).toEqual([[], []])
    expect(sheet.carry.shortCode).toBe(null)
    expect(sheet.carry.issues.map(({ code }) => code)).toEqual(['value'])
  })

  it('never tells to do what is shut at that time', () => {
    for (const { session } of stories) {
      const sheet = sheetAfter(session, 1)
      const plan = applyPlan(planner, session)
      const subjects = new Map(datePlan(plan).tasks.map(({ task, subject }) => [task, subject]))
      for (const { task, spans } of sheet.tasks)
        for (const { from, until } of spans) {
          const subject = subjects.get(task)
          if (subject === undefined) continue
          const last = (until ?? from + 400 * DAY_MS) - 1000
          for (const at of [from, last]) {
            const { status } = assess(plan, subject, at)
            expect([task, ['caution', 'allowed', 'recommended'].includes(status)]).toEqual([
              task,
              true,
            ])
          }
        }
    }
  })

  it('has preparation and the next date, and what was left unsaid', () => {
    const before = sheetAfter(storyOf('18'), -20 * 24)
    expect(before.coming[0]?.preparation.length).toBeGreaterThan(2)
    expect(before.told.unknown).toContain('medicines')
    expect(sheetAfter(storyOf('01'), 24).series?.next).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(sheetAfter(storyOf('20'), 24).told.unmapped).toContain('apixaban')
    expect(sheetAfter(storyOf('09'), 1).series).toBe(null)
  })

  it('cites the sources that its lines name, and no more', () => {
    const { sources, groups, expected } = sheetAfter(storyOf('01'), 1)
    const named = new Set([
      ...groups.flatMap(({ lines }) =>
        lines.flatMap(({ spans }) =>
          spans.flatMap((span) => span.governedBy.map((one) => one.source)),
        ),
      ),
      ...expected.map(({ source }) => source),
    ])
    expect(new Set(sources.map(({ code }) => code))).toEqual(named)
  })
})
