import {
  addToDate,
  type Instant,
  instantOf,
  localDate,
  NEEDLE_DEPTH_MM,
  type PatientFacts,
  type Procedure,
  type Session,
} from '@afterglow/engine'
import type { Answers } from '../store/record.ts'

/** The questions, in the order they are asked: six at most. */
export const QUESTIONS = ['ended', 'setting', 'device', 'sites', 'adjuncts', 'health'] as const

export type QuestionName = (typeof QUESTIONS)[number]

/** Nobody has to know: it is always a choice, and the stricter answer follows. */
export const UNKNOWN = 'unknown'
export const NONE = 'none'

/** Where and when the questions are answered. */
export interface Place {
  readonly zone: string
  readonly now: Instant
}

/**
 * The session that the answers make. What is not known is left out, so that the stricter answer follows. Answers
 * already given keep what has happened since: events stay, and earlier procedures too.
 */
export function sessionOf(answers: Answers, place: Place, before: Session | null): Session {
  const earlier = before?.procedures.slice(0, -1) ?? []
  return {
    zone: before?.zone ?? place.zone,
    procedures: [...earlier, procedureOf(answers, place, before && currentProcedure(before))],
    patient: patientOf(answers),
    events: before?.events ?? [],
  }
}

/** The one that the questions are about: the last that was told. */
export function currentProcedure({ procedures }: Session): Procedure {
  // A session has at least one procedure.
  return procedures.at(-1) as Procedure
}

function procedureOf(answers: Answers, place: Place, before: Procedure | null): Procedure {
  const { setting, device = [UNKNOWN], depth, sites, adjuncts } = answers
  const isNeedling = device[0] !== OTHER_TREATMENT
  return {
    ...(before?.indications && { indications: before.indications }),
    ...(before?.sessionNumber !== undefined && { sessionNumber: before.sessionNumber }),
    id: before?.id ?? 'p1',
    code: isNeedling ? 'microneedling' : 'other',
    // A session that has been told keeps its end: a wrong one is corrected by an event, and nothing is forgotten.
    ...(before ? endIn(before) : endToldBy(answers, place)),
    ...(isNeedling && { device: device[0] ?? UNKNOWN }),
    ...depthOf(isNeedling ? depth : undefined),
    ...(isKnown(sites) && { bodySites: [...sites] }),
    ...(isKnown(adjuncts) && { adjuncts: adjuncts.filter((one) => one !== NONE) }),
    ...(isKnown(setting) && { setting: setting[0] }),
  }
}

type End = Pick<Procedure, 'endedAt' | 'endedAtEstimated'>

function endIn({ endedAt, endedAtEstimated }: End): End {
  return { endedAt, ...(endedAtEstimated && { endedAtEstimated }) }
}

/** Without a time it is the latest that it can have been, or can be: then no sign is judged by the time since. */
export function endToldBy(answers: Answers, place: Place): End {
  const [date = UNKNOWN, clock = ''] = answers['ended'] ?? []
  const isToldExactly = date !== '' && date !== UNKNOWN && clock !== '' && clock !== UNKNOWN
  return endIn({ endedAt: endOf(answers, place), endedAtEstimated: !isToldExactly })
}

/** The session with one more procedure: as the last one, but for its end and its number. */
export function withNextProcedure(answers: Answers, place: Place, before: Session): Session {
  const { endedAtEstimated: _, ...last } = currentProcedure(before)
  const taken = new Set(before.procedures.map(({ id }) => id))
  const free = before.procedures.map((_procedure, k) => `p${k + 2}`).find((id) => !taken.has(id))
  const next = {
    ...last,
    ...endToldBy(answers, place),
    id: free ?? `p${before.procedures.length + 2}`,
    ...(last.sessionNumber !== undefined && { sessionNumber: last.sessionNumber + 1 }),
  }
  return { ...before, procedures: [...before.procedures, next] }
}

/** The answer "it was not microneedling". */
export const OTHER_TREATMENT = 'other-treatment'

function isKnown(values: readonly string[] | undefined): values is readonly [string, ...string[]] {
  return values !== undefined && values.length > 0 && !values.includes(UNKNOWN)
}

function depthOf(depth: readonly string[] | undefined): { readonly needleDepthMm?: number } {
  const needleDepthMm = Number((depth?.[0] ?? '').replace(',', '.'))
  const isPossible = needleDepthMm >= NEEDLE_DEPTH_MM.least && needleDepthMm <= NEEDLE_DEPTH_MM.most
  return isPossible ? { needleDepthMm } : {}
}

function patientOf({ health = [UNKNOWN] }: Answers): PatientFacts {
  if (!isKnown(health)) return {}
  const below = (key: string) =>
    health.filter((one) => one.startsWith(`${key}:`)).map((one) => one.slice(key.length + 1))
  return { history: below('history'), medicines: below('medicines') }
}

/**
 * When the session ended, as far as it was told. A day without a time is read to its end, and nothing at all as now:
 * the later it was, the longer every window lasts. A day to come is read to its last minute: it stays that day.
 */
export function endOf({ ended = [] }: Answers, { zone, now }: Place): Instant {
  const [date = '', clock = ''] = ended
  if (date === '' || date === UNKNOWN) return now
  if (clock !== '' && clock !== UNKNOWN) return instantOf(date, clock, zone)
  if (date > localDate(now, zone)) return instantOf(date, LAST_MINUTE, zone)
  const dayAfter = addToDate(date, { kind: 'days', days: 1 })
  return Math.min(now, instantOf(dayAfter, '00:00', zone))
}

const LAST_MINUTE = '23:59'
