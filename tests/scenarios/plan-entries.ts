import {
  beforeSessions,
  type CarePlan,
  type Hold,
  type Instant,
  occurrencesOf,
  type Planner,
  planSeries,
  type Session,
  type Suitability,
} from '@afterglow/engine'
import { localTime } from './local-time.ts'
import type { Row } from './story.ts'

/** One line of a table and what it is asked of: the file as it stood then, without the events still to come. */
export interface Asked {
  readonly planner: Planner
  readonly session: Session
  readonly plan: CarePlan
  readonly at: Instant
  readonly row: Row
  readonly ids: readonly string[]
}

/** One entry of a plan as a table shows it. */
export interface Entry {
  readonly id: string | undefined
  readonly says: string
}

/** Parts of which a table names every entry, or says `none`. */
const EXHAUSTIVE: ReadonlySet<string> = new Set(['issue', 'unmapped', 'done', 'hold'])

export function isExhaustive(part: string): boolean {
  return EXHAUSTIVE.has(part)
}

const PARTS: Readonly<Record<string, (asked: Asked) => readonly Entry[]>> = {
  issue: ({ plan }) =>
    plan.issues.map(({ code, expression }) => ({
      id: undefined,
      says: `${code} at ${expression}`,
    })),
  unmapped: ({ plan }) =>
    plan.unmapped.map(({ field, word }) => ({ id: undefined, says: `${word} at ${field}` })),
  done: ({ plan }) =>
    plan.done.map(({ subject, watchFor, text }) => ({
      id: text,
      says: `${subject}: watch for ${watchFor.join(', ')}`,
    })),
  hold: ({ planner, plan, at }) => planSeries(planner, plan, { at }).holds.map(holdEntry),
  suitability: (asked) =>
    before(asked).flatMap(({ suitability }) =>
      suitability.map((one) => ({
        id: one.suitability,
        says: `${one.action}${unconfirmed(one)}`,
      })),
    ),
  preparation: (asked) =>
    before(asked).flatMap(({ preparation }) =>
      preparation.map((one) => ({
        id: one.preparation,
        says: `${one.from === null ? 'any time' : `from ${clock(one.from, asked)}`}${unconfirmed(one)}`,
      })),
    ),
  milestone: milestones,
  course: courses,
  text: texts,
}

/** The entries of one part: those of a routine are the next times it is due, as many as the line names. */
export function entriesOf(part: string, asked: Asked): readonly Entry[] {
  if (part.startsWith('routine ')) return [routine(part.slice('routine '.length), asked)]
  const entries = PARTS[part]
  if (!entries) throw new Error(`"${part}" is no part of a plan`)
  return entries(asked)
}

function clock(at: Instant, { session }: Asked): string {
  return localTime(at, session)
}

function before({ planner, session, at }: Asked): ReturnType<typeof beforeSessions> {
  return beforeSessions(planner, session, at)
}

function unconfirmed({ toConfirm }: Pick<Suitability, 'toConfirm'>): string {
  return toConfirm ? ', to confirm' : ''
}

function holdEntry(hold: Hold): Entry {
  const open = hold.endedBy === 'clearance' ? 'a clinician clears it' : 'reported gone'
  return { id: hold.hold, says: `until ${hold.until ?? open}${unconfirmed(hold)}` }
}

function milestones(asked: Asked): readonly Entry[] {
  const { plan } = asked
  const bound = (word: string, elapsed: number | null) =>
    elapsed === null ? [] : [`${word} ${clock(plan.anchor + elapsed, asked)}`]
  return plan.milestones.map(({ milestone, procedure, from, until }) => ({
    id: procedure === undefined ? milestone : `${procedure}:${milestone}`,
    says: [...bound('from', from), ...bound('until', until)].join(' '),
  }))
}

function courses(asked: Asked): readonly Entry[] {
  const { plan } = asked
  const local = (elapsed: number) => clock(plan.anchor + elapsed, asked)
  return plan.course.map(({ sign, procedure, typicalEnd, outerEnd }) => ({
    id: procedure === undefined ? sign : `${procedure}:${sign}`,
    says: `usually until ${local(typicalEnd)}, at most until ${local(outerEnd)}`,
  }))
}

/** A text holds the words that the line quotes. */
function texts({ planner, row, ids: [id = ''] }: Asked): readonly Entry[] {
  const text = planner.shelves.map(({ compiled }) => compiled.protocol.texts['en']?.[id]).join()
  const says = row['what it says'] ?? ''
  return [{ id, says: text.includes(says) ? says : text }]
}

function routine(task: string, asked: Asked): Entry {
  const { planner, plan, at, row } = asked
  const named = (row['what it says'] ?? '').split(', ')
  const span = { from: at, until: at + (named.length + 1) * 7 * 24 * 3_600_000 }
  const due = occurrencesOf(planner, plan, span).filter((one) => one.task === task)
  const times = due.slice(0, named.length).map(({ dueAt }) => clock(dueAt, asked))
  return { id: task, says: times.join(', ') }
}
