import type { SubjectRules } from './compiled.ts'
import { addDuration, type Instant, type ZoneTable } from './time.ts'
import { requireDuration } from './protocol.ts'
import type { CareEvent, Revision } from './session.ts'
import { NOTHING_REPORTED, severityOf, signHistoryOf, type SignHistory } from './sign-history.ts'

/** What events say of one subject after one procedure, in order of their instants. */
export interface SubjectEffects {
  readonly history: SignHistory
  readonly reportInstants: readonly Instant[]
  readonly clearances: readonly Instant[]
  readonly overrides: readonly Moved[]
  readonly advice: readonly Moved[]
}

/** A window that somebody set for this person: it acts from `at` on. */
export interface Moved {
  readonly id: string
  readonly by: string
  readonly at: Instant
  /** Undefined for "until a clinician says so". */
  readonly end: Instant | undefined
  readonly stated: string
  readonly reason?: string
  /** Whether it moves this very subject's windows; an override of a broader subject only adds. */
  readonly moves: boolean
}

export const NO_EFFECTS: SubjectEffects = {
  history: NOTHING_REPORTED,
  reportInstants: [],
  clearances: [],
  overrides: [],
  advice: [],
}

/** What the events after one procedure's end say, on that procedure's clock (its end is 0). */
export interface ProcedureEffects {
  readonly history: SignHistory
  readonly reportInstants: readonly Instant[]
  readonly clearances: readonly { readonly subject: string; readonly at: Instant }[]
  readonly overrides: readonly Spoken[]
  readonly advice: readonly Spoken[]
}

interface Spoken extends Omit<Moved, 'moves'> {
  readonly subject: string
  /** Its place among the session's events. */
  readonly index: number
}

/**
 * The events as a reading of a procedure's end hears them. What was said after an end told earlier is not unsaid by a later
 * one: what closes counts from the new end on. What opens has to be said again.
 */
export function heardEvents(
  events: readonly CareEvent[],
  { endedAt, firstEnd }: Pick<Revision, 'endedAt' | 'firstEnd'>,
): readonly CareEvent[] {
  if (firstEnd === endedAt) return events
  return events.map((event) => {
    if (event.at < firstEnd || event.at >= endedAt) return event
    if (event.type === 'check-in') {
      const signs = event.signs.filter((report) => severityOf(report) !== 0)
      return { type: event.type, at: endedAt, signs }
    }
    // A clinic's window only adds then, as the word of a person's own doctor does.
    return event.type === 'override' || event.type === 'patient-reported-advice'
      ? {
          type: 'patient-reported-advice',
          at: endedAt,
          subject: event.subject,
          window: event.window,
        }
      : event
  })
}

/** Gathers the events that act on a procedure: those at or after its end. Undefined where there is none. */
export function procedureEffects(
  events: readonly CareEvent[],
  end: Instant,
  table: ZoneTable,
): ProcedureEffects | undefined {
  const acting = events.some((event) => event.at >= end && ACTING.has(event.type))
  if (!acting) return undefined
  const relative = events.map((event) => ({ ...event, at: event.at - end }))
  const clearances = relative.flatMap((event) =>
    event.type === 'clearance' && event.at >= 0 ? [event] : [],
  )
  const checkIns = relative.flatMap((event) =>
    event.type === 'check-in' && event.at >= 0 ? [event.at] : [],
  )
  return {
    history: signHistoryOf(relative, 0),
    reportInstants: [...new Set(checkIns)].sort((a, b) => a - b),
    clearances: [...clearances].sort((a, b) => a.at - b.at),
    overrides: spoken(events, 'override', { start: end, table }),
    advice: spoken(events, 'patient-reported-advice', { start: end, table }),
  }
}

/** The part of a procedure's events that concerns one subject: said of it, or of a broader one. */
export function effectsOn(
  subject: SubjectRules,
  effects: ProcedureEffects,
  refused: ReadonlySet<number>,
): SubjectEffects {
  const concerns = (code: string) => code === subject.code || subject.broader.includes(code)
  const moved = (list: readonly Spoken[]) =>
    list
      .filter((one) => concerns(one.subject) && !refused.has(one.index))
      .map((one) => ({ ...one, moves: one.subject === subject.code }))
  const clearances = effects.clearances.filter((one) => concerns(one.subject)).map((one) => one.at)
  const waits = subject.rules.some((rule) => rule.settledSigns.length > 0)
  const overrides = moved(effects.overrides)
  const advice = moved(effects.advice)
  if (clearances.length === 0 && overrides.length === 0 && advice.length === 0 && !waits)
    return NO_EFFECTS
  return {
    history: effects.history,
    reportInstants: waits ? effects.reportInstants : [],
    clearances,
    overrides,
    advice,
  }
}

const ACTING: ReadonlySet<CareEvent['type']> = new Set([
  'check-in',
  'clearance',
  'override',
  'patient-reported-advice',
])

type Window = Extract<CareEvent, { type: 'override' | 'patient-reported-advice' }>

/** The windows set by events of one type, their ends counted from the procedure's end. */
function spoken(
  events: readonly CareEvent[],
  type: Window['type'],
  endOf: EndOf,
): readonly Spoken[] {
  return events.flatMap((event, index) => {
    if (event.type !== type || event.at < endOf.start) return []
    const { until } = event.window
    return [
      {
        id: `${type === 'override' ? 'override' : 'advice'}-${index}`,
        index,
        subject: event.subject,
        by: event.type === 'override' ? event.by : 'patient',
        at: event.at - endOf.start,
        end:
          until === 'cleared'
            ? undefined
            : addDuration(endOf.table, endOf.start, requireDuration(until)) - endOf.start,
        stated: until,
        ...(event.type === 'override' && { reason: event.reason }),
      },
    ]
  })
}

interface EndOf {
  readonly start: Instant
  readonly table: ZoneTable
}
