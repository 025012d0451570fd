import {
  type CareEvent,
  type Instant,
  isEndUnknown,
  latestRevisions,
  type PatientFacts,
  type Procedure,
  type Revision,
  type Session,
} from '@afterglow/engine'
import { SHORT_WORDS } from './short-words.ts'
import { ZONE_TABLE } from './zone-table.ts'

/**
 * What a short code may not carry. By their numbers, append-only:
 * - `procedures`: other sessions; each may close what this one leaves open
 * - `names`: words in no list, such as a medicine's name; `unnamed` stands for them
 * - `details`: indications, a session number above 16, a depth that is no multiple of 0.05 mm
 * - `zone`: the zone is in no list; in another one days may end an hour earlier
 * - `check-ins`: what was reported; signs that are there may close what silence opens
 * - `clinic`: what a clinician cleared or moved
 * - `advice`: what the person's own doctor said
 * - `journal`: what was done against the plan, and journeys
 */
export const LEFT_OUT = [
  'procedures',
  'names',
  'details',
  'zone',
  'check-ins',
  'clinic',
  'advice',
  'journal',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

const MAY_CLOSE: ReadonlySet<LeftOut> = new Set([
  'procedures',
  'zone',
  'check-ins',
  'clinic',
  'advice',
])

/** Whether what was left out may close what the plan then shows as open: to be told before any answer is. */
export function mayBeTooOpen(leftOut: readonly LeftOut[]): boolean {
  return leftOut.some((one) => MAY_CLOSE.has(one))
}

/** The facts of one procedure and its person that a short code carries. Undefined is not known; `[]` is none. */
export interface Essentials {
  readonly endedAt: Instant
  /** Undefined where it is in no list. */
  readonly zone: string | undefined
  readonly isMicroneedling: boolean
  readonly device: string | undefined
  readonly needleDepthMm: number | undefined
  readonly setting: string | undefined
  readonly bodySites: readonly string[] | undefined
  readonly adjuncts: readonly string[] | undefined
  readonly fitzpatrickSkinType: PatientFacts['fitzpatrickSkinType']
  readonly medicines: readonly string[] | undefined
  readonly history: readonly string[] | undefined
  readonly sessionNumber: number | undefined
  readonly leftOut: readonly LeftOut[]
}

/** The essentials of a procedure: of the last to end, or of the one named. Undefined where its end is not known, or fits in no code. */
export function essentialsOf(session: Session, id?: string): Essentials | undefined {
  const chosen = lastOf(session, id)
  if (!chosen || isEndUnknown(chosen)) return undefined
  const endedAt = Math.ceil(chosen.endedAt / MINUTE_MS) * MINUTE_MS
  if (endedAt < FIRST_END || endedAt > LAST_END) return undefined
  const { procedure, zone } = chosen
  const { code, device, needleDepthMm, setting, bodySites, adjuncts, sessionNumber } = procedure
  const { fitzpatrickSkinType, medicines, history } = session.patient
  return {
    endedAt,
    zone: ZONE_TABLE.includes(zone) ? zone : undefined,
    isMicroneedling: code === MICRONEEDLING,
    device,
    needleDepthMm: depthSteps(needleDepthMm) === undefined ? undefined : needleDepthMm,
    setting,
    bodySites,
    adjuncts,
    fitzpatrickSkinType,
    medicines,
    history,
    sessionNumber: (sessionNumber ?? 0) > BOUNDS.sessionNumber ? undefined : sessionNumber,
    leftOut: leftOutOf(session, procedure, zone),
  }
}

/** The session that a code's essentials tell; a word that it could not carry is `unnamed`. */
export function sessionFrom(essentials: Essentials, zone: string): Session {
  const { endedAt, isMicroneedling, leftOut: _, zone: _zone, ...facts } = essentials
  const { fitzpatrickSkinType, medicines, history, ...done } = facts
  const code = isMicroneedling ? MICRONEEDLING : OTHER
  return {
    zone,
    // Undefined facts are taken out, so what is left has the form of these records.
    procedures: [known({ id: 'p1', code, endedAt, ...done }) as Procedure],
    patient: known({ fitzpatrickSkinType, medicines, history }),
    events: [],
  }
}

const MINUTE_MS = 60_000
const MICRONEEDLING = 'microneedling'
const OTHER = 'other'

/** The bounds of a code: whole minutes in 23 bits, sessions in four, depths in steps of 0.05 mm. */
export const BOUNDS = {
  endMinutes: 2 ** 23 - 1,
  sessionNumber: 2 ** 4,
  depthStepsPerMm: 20,
} as const
/** 2025-01-01T00:00:00Z */
export const FIRST_END: Instant = 1_735_689_600_000
const LAST_END = FIRST_END + BOUNDS.endMinutes * MINUTE_MS

function known(facts: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

/** The end that nothing has corrected, of the procedure named or else of all: the latest. */
function lastOf(session: Session, id: string | undefined): Revision | undefined {
  const revisions = latestRevisions(session)
  const named = revisions.filter(({ procedure }) => procedure.id === id)
  const [first, ...others] = named.length > 0 ? named : revisions
  if (!first) return undefined
  return others.reduce((best, next) => (next.endedAt > best.endedAt ? next : best), first)
}

function depthSteps(depthMm: number | undefined): number | undefined {
  const steps = Math.round((depthMm ?? 0) * BOUNDS.depthStepsPerMm)
  return steps / BOUNDS.depthStepsPerMm === depthMm ? steps : undefined
}

function leftOutOf(session: Session, procedure: Procedure, zone: string): readonly LeftOut[] {
  const { needleDepthMm, indications = [], sessionNumber = 0 } = procedure
  const isOddDepth = needleDepthMm !== undefined && depthSteps(needleDepthMm) === undefined
  const found: Readonly<Record<LeftOut, boolean>> = {
    procedures: session.procedures.length > 1,
    names: hasUnnamed(session.patient, procedure),
    details: isOddDepth || indications.length > 0 || sessionNumber > BOUNDS.sessionNumber,
    zone: !ZONE_TABLE.includes(zone),
    'check-ins': hasEvent(session, ['check-in']),
    clinic: hasEvent(session, ['clearance', 'override']),
    advice: hasEvent(session, ['patient-reported-advice']),
    journal: hasEvent(session, ['done', 'moved']),
  }
  return LEFT_OUT.filter((one) => found[one])
}

function hasEvent({ events }: Session, types: readonly CareEvent['type'][]): boolean {
  return events.some((event) => types.includes(event.type))
}

function hasUnnamed(patient: PatientFacts, procedure: Procedure): boolean {
  const { code, device, setting, bodySites, adjuncts } = procedure
  const lists = [
    { words: [code], carried: [MICRONEEDLING, OTHER] },
    { words: device === undefined ? [] : [device], carried: SHORT_WORDS.devices },
    { words: setting === undefined ? [] : [setting], carried: SHORT_WORDS.settings },
    { words: bodySites ?? [], carried: SHORT_WORDS.bodySites },
    { words: adjuncts ?? [], carried: SHORT_WORDS.adjuncts },
    { words: patient.medicines ?? [], carried: SHORT_WORDS.medicines },
    { words: patient.history ?? [], carried: SHORT_WORDS.history },
  ]
  return lists.some(({ words, carried }) => words.some((word) => !carried.includes(word)))
}
