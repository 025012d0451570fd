import {
  applyPlan,
  createPlanner,
  datePlan,
  type Instant,
  parseInstant,
  type Planner,
  type ProtocolToPlan,
  type Session,
  type Status,
  zoneAt,
} from '@afterglow/engine'
import {
  type Becomes,
  type CalendarWords,
  englishSheetWords,
  planIdOf,
  type SheetWords,
  sheetOf,
  sheetText,
  toIcal,
} from '@afterglow/formats'
import { readLedgers, textsOf, withCodes } from '@afterglow/ledger'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { afterglow, jsonOf, linesIn } from '../packages/cli/src/testing.ts'
import { dataFiles } from '../packages/web/build/ledger.ts'
import type { Care } from '../packages/web/src/model/care.ts'
import { subjectAnswer } from '../packages/web/src/model/subject-answer.ts'
import { timelineOf } from '../packages/web/src/model/timeline.ts'
import { readStories, type Story } from './scenarios/story.ts'

/** Screen, command line, printed sheet and calendar file are four views of one plan: none may say another thing. */

const ledgers = readLedgers(undefined, { cache: true })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map((ledger) => ledger.protocol)
const planner = createPlanner(protocols)
const vocabulary = { subjects: planner.subjects, texts: textsOf(protocols), synonyms: {} }

const HOUR_MS = 3_600_000
const YEAR_MS = 366 * 24 * HOUR_MS
const WEEKS = 12

/** From an instant on, each answer with the instant it begins at. */
type Told = readonly (readonly [from: string, answer: Becomes])[]
type View = ReadonlyMap<string, Told>

const ANSWER: Readonly<Record<Status, Becomes>> = {
  recommended: 'open',
  allowed: 'open',
  caution: 'caution',
  unknown: 'ask-clinic',
  'ask-clinic': 'ask-clinic',
  avoid: 'avoid',
}

const iso = (at: Instant) => new Date(at).toISOString()

/** Neighbours that say the same are one. */
function told(entries: readonly (readonly [Instant, Status])[]): Told {
  const answers = entries.map(([at, status]) => [iso(at), ANSWER[status]] as const)
  return answers.filter(([, answer], k) => k === 0 || answers[k - 1]?.[1] !== answer)
}

/** People's words are codes once they are through a door: the views are given what the command line reads. */
function careAt({ session: written }: Story, at: Instant): Care {
  // Words become codes, and nothing else changes.
  const session = withCodes(written, vocabulary) as Session
  const plan = applyPlan(planner, session)
  return { planner, session, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

function leavesOf({ plan }: Care): readonly string[] {
  return Object.keys(plan.subjects).filter((code) => !plan.subjects[code]?.group)
}

function answerScreen(care: Care): View {
  return new Map(
    leavesOf(care).map((code) => {
      const { spans } = subjectAnswer(care, code)
      return [code, told(spans.map(({ start, status }) => [start, status]))]
    }),
  )
}

/** The rows of the timeline: a subject without a row is drawn with the nearest broader one. */
function timelineScreen(care: Care): View {
  const rows = timelineOf(care, WEEKS).groups.flatMap((group) => group.rows)
  const rowOf = (code: string) => rows.find(({ subjects }) => subjects.includes(code))
  return new Map(
    leavesOf(care).map((code) => {
      const chain = [code, ...(care.plan.subjects[code]?.broader ?? [])]
      const spans = chain.map(rowOf).find((row) => row)?.spans ?? []
      const shown = spans.filter(({ end }) => end === null || end > care.at)
      return [
        code,
        told(shown.map(({ start, status }) => [Math.max(start, care.at), status] as const)),
      ]
    }),
  )
}

interface Window {
  readonly subject: string
  readonly steps: readonly { readonly start: string; readonly end: string | null; status: Status }[]
}

async function commandLine(story: Story, care: Care): Promise<View> {
  const path = `tests/scenarios/${story.name}/session.json`
  const printed = await afterglow(['plan', '--session', path, '--at', iso(care.at), '--json'])
  const windows = jsonOf(printed)['windows'] as readonly Window[]
  const answers = windows.flatMap(({ subject, steps }) => {
    const rest = steps.filter(({ end }) => end === null || (parseInstant(end) ?? 0) > care.at)
    const entries = rest.map(
      ({ start, status }) => [Math.max(parseInstant(start) ?? 0, care.at), status] as const,
    )
    return steps.length === 0 ? [] : [[subject, told(entries)] as const]
  })
  return new Map(answers)
}

/** Words that can be read back. */
const PLAIN: SheetWords = {
  ...englishSheetWords((key) => key),
  subject: (code) => code,
  list: (names) => names.join(' '),
  clock: iso,
  note: () => 'note',
  status: {
    avoid: 'avoid',
    'ask-clinic': 'ask-clinic',
    unknown: 'unknown',
    caution: 'caution',
    allowed: 'allowed',
    recommended: 'recommended',
  },
  first: (answer, until) => `= ${answer.split(' ')[0]} | ${until ?? 'on'}`,
  next: (answer, until) => `= ${answer.split(' ')[0]} | ${until ?? 'on'}`,
}

const LINE = /^([a-z0-9-]+)(?: \(([a-z0-9 -]+)\))?: (= .*)$/
const ANSWERED = /= ([a-z-]+) \| ([^\s;]+)/g

function printedSheet({ session, plan, at }: Care): View {
  const lines = sheetText(sheetOf({ planner, session, plan, at }), PLAIN)
  const view = new Map<string, Told>()
  for (const line of lines) {
    const [, subject = '', standsFor = '', answers = ''] = LINE.exec(line) ?? []
    let from = at
    const entries = [...answers.matchAll(ANSWERED)].map(([, status = '', until = '']) => {
      const entry = [from, status as Status] as const
      from = parseInstant(until) ?? Number.NaN
      return entry
    })
    for (const code of [subject, ...standsFor.split(' ')])
      if (code !== '') view.set(code, told(entries))
  }
  return view
}

const CODES: CalendarWords = {
  direction: 'ltr',
  calendarName: 'plan',
  discreetName: 'plan',
  subject: (code) => code,
  task: (id) => id,
  milestone: (id) => id,
  note: () => '',
  list: (names) => names.join(' '),
  more: (count) => `+${count}`,
  except: (name) => name,
  becomes: {
    open: (names) => `becomes open ${names}`,
    caution: (names) => `becomes caution ${names}`,
    'ask-clinic': (names) => `becomes ask-clinic ${names}`,
    avoid: (names) => `becomes avoid ${names}`,
  },
  medicine: '',
  tasks: String,
  milestones: '',
  nextSession: '',
  footer: '',
  discreet: String,
}

/** A file tells what changes: what holds at its beginning is not in it. */
function calendarFile({ session, plan, at }: Care): View {
  const text = toIcal({
    planner,
    plan,
    span: { from: at + 1, until: at + YEAR_MS },
    routines: false,
    detail: 'full',
    words: CODES,
    planId: planIdOf(session),
    stamp: at,
    sequence: 0,
  })
  const jcal = ICAL.parse(text) as unknown as ConstructorParameters<typeof ICAL.Component>[0]
  const view = new Map<string, [string, Becomes][]>()
  for (const component of new ICAL.Component(jcal).getAllSubcomponents('vevent')) {
    const { startDate, description } = new ICAL.Event(component)
    const from = iso(startDate.toUnixTime() * 1000)
    for (const [, becomes = '', names = ''] of description.matchAll(/^becomes (\S+) (.*)$/gm))
      for (const name of names.split(/[ ()]+/).filter((one) => one !== ''))
        view.set(name, [...(view.get(name) ?? []), [from, becomes as Becomes]])
  }
  return view
}

function changesIn(view: View, codes: readonly string[], until: Instant): View {
  const within = (answers: Told) => answers.slice(1).filter(([from]) => from < iso(until))
  return new Map(codes.map((code) => [code, within(view.get(code) ?? [])]))
}

/** An hour after the first session, and at the last thing the story tells. */
function momentsOf({ session }: Story): readonly Instant[] {
  const ends = session.procedures.map((one) => one.endedAt)
  const last = Math.max(...session.events.map((event) => event.at), Math.min(...ends) + HOUR_MS)
  return [...new Set([Math.min(...ends) + HOUR_MS, last])]
}

describe.each(readStories().map((story) => ({ name: story.name, story })))('$name', ({ story }) => {
  it.each(momentsOf(story).map((at) => [iso(at), at] as const))(
    'all views give the same answers at the same instants, from %s on',
    async (_, at) => {
      const care = careAt(story, at)
      const codes = leavesOf(care)
      const screen = answerScreen(care)
      const of = (view: View) => codes.map((code) => [code, view.get(code)])
      expect(codes.length).toBeGreaterThan(100)
      expect(of(await commandLine(story, care))).toEqual(of(screen))
      expect(of(printedSheet(care))).toEqual(of(screen))
      const drawn = at + WEEKS * 7 * 24 * HOUR_MS
      expect(changesIn(timelineScreen(care), codes, drawn)).toEqual(changesIn(screen, codes, drawn))
      const calendar = calendarFile(care)
      const changes = changesIn(screen, codes, at + YEAR_MS)
      expect(codes.map((code) => [code, calendar.get(code) ?? []])).toEqual(
        codes.map((code) => [code, changes.get(code)]),
      )
    },
  )

  it('the command line opens a subject when the screen does', async () => {
    const [at = 0] = momentsOf(story)
    const care = careAt(story, at)
    const codes = leavesOf(care)
    const printed = await afterglow(
      ['assess', '--jsonl', '--session', `tests/scenarios/${story.name}/session.json`],
      { stdin: codes.map((subject) => JSON.stringify({ subject, at: iso(at) })).join('\n') },
    )
    const opened = linesIn(printed).map(({ subject, status, opensAt }) => [
      subject,
      status,
      typeof opensAt === 'string' ? parseInstant(opensAt) : opensAt,
    ])
    expect(opened).toEqual(
      codes.map((code) => {
        const { status, opensAt } = subjectAnswer(care, code)
        return [code, status, opensAt]
      }),
    )
  })
})

describe('the ledger that a device gets', () => {
  const file = dataFiles(protocols).find(({ name }) => name === 'ledger')
  // Written by the build from protocols that the loader has checked.
  const onDevice = createPlanner(JSON.parse(file?.content ?? '[]') as readonly ProtocolToPlan[])

  it('names the same protocols by the same hash', () => {
    expect(onDevice.versions).toEqual(planner.versions)
  })

  it.each(readStories())(
    'gives the same plan for $name, but for what authors noted beside a line',
    ({ session: written }) => {
      // Words become codes, and nothing else changes.
      const session = withCodes(written, vocabulary) as Session
      const bytes = (one: Planner) =>
        JSON.stringify(datePlan(applyPlan(one, session)), withoutNotes)
      expect(bytes(onDevice)).toBe(bytes(planner))
    },
  )

  function withoutNotes(key: string, value: unknown): unknown {
    return key === 'note' || key === 'locator' ? undefined : value
  }
})
