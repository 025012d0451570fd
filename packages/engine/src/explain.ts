import { type CarePlan, isCurrent } from './care-plan.ts'
import { floorOf } from './override.ts'
import { clockOf, type Planner, zoneTableOf } from './planner.ts'
import {
  boundsOf,
  type Length,
  type Protocol,
  type ProtocolSource,
  readLength,
  requireDuration,
} from './protocol.ts'
import type { Reason } from './reason.ts'
import { addDuration, type Instant } from './time.ts'
import { assess, type Verdict } from './verdict.ts'

/** The plan's answer on a subject beside what each source says, and which of them governs. */
export interface Explanation {
  readonly verdict: Verdict
  readonly voices: readonly VoiceExplained[]
  /** The earliest instant that a clinician's override may open it at; null where no source gives a figure. */
  readonly floor: Instant | null
}

export interface VoiceExplained {
  readonly reason: Reason
  /** The citation; null for an override, for advice and for what no protocol covers. */
  readonly source: ProtocolSource | null
  /** The source's own figure on this person's clock; nulls where it gives none. */
  readonly from: Instant | null
  readonly until: Instant | null
  /** The lower end, where the source gives a range. */
  readonly earliest: Instant | null
  readonly governs: boolean
}

/** Explains one subject at one instant: for a pure group, the narrower subject that decides. */
export function explain(planner: Planner, plan: CarePlan, question: Question): Explanation {
  const { subject, at } = question
  const verdict = assess(plan, subject, at)
  const leaf = decidingLeaf(verdict)
  const voices = leaf.reasons.map((reason) => voiceOf({ planner, plan, at }, reason, leaf))
  return { verdict, voices, floor: floorAt({ planner, plan, at }, leaf.subject) }
}

/** "May I?", about one subject at one instant. */
export interface Question {
  readonly subject: string
  readonly at: Instant
}

interface Setting {
  readonly planner: Planner
  readonly plan: CarePlan
  readonly at: Instant
}

function decidingLeaf(verdict: Verdict): Verdict {
  const below = verdict.narrower?.find((one) => one.status === verdict.status)
  return below ? decidingLeaf(below) : verdict
}

function voiceOf(setting: Setting, reason: Reason, verdict: Verdict): VoiceExplained {
  const protocol = protocolOf(setting.planner, reason)
  const governs =
    reason.id === verdict.governing?.id && reason.procedure === verdict.governing.procedure
  return {
    reason,
    source: protocol?.sources[reason.source] ?? null,
    ...figuresOf(setting, reason, protocol),
    governs,
  }
}

function figuresOf(
  { planner, plan, at }: Setting,
  reason: Reason,
  protocol: Protocol | undefined,
): Pick<VoiceExplained, 'from' | 'until' | 'earliest'> {
  const procedure = procedureOf(plan, reason, at)
  if (!procedure || !reason.window) return { from: null, until: null, earliest: null }
  const table = zoneTableOf(planner, procedure.zone, procedure.endedAt)
  const instantOf = (length: Length | undefined) => {
    // Only a protocol's own position may name a reading; what a person set is a duration.
    const text = typeof length === 'object' && protocol ? readLength(length, protocol) : length
    return typeof text !== 'string'
      ? null
      : addDuration(table, procedure.endedAt, requireDuration(text))
  }
  const { from, until } = reason.window
  if (until === undefined || until === 'cleared')
    return { from: instantOf(from), until: null, earliest: null }
  const { atLeast, atMost } = boundsOf(until)
  return {
    from: instantOf(from),
    until: instantOf(atMost),
    earliest: atLeast === atMost ? null : instantOf(atLeast),
  }
}

/** The procedure a reason counts from, in the reading of its end that holds at `at`. */
function procedureOf(
  plan: CarePlan,
  reason: Reason,
  at: Instant,
): CarePlan['procedures'][number] | undefined {
  const candidates = plan.procedures.filter(
    (one) => reason.procedure === undefined || one.id === reason.procedure,
  )
  return candidates.find((one) => isCurrent(one, at)) ?? candidates[0]
}

/** The ledger a reason stands in; of what was said or decided for this person it cites nothing, whoever's name it bears. */
function protocolOf(planner: Planner, { kind, source }: Reason): Protocol | undefined {
  if (kind !== 'position' && kind !== 'preparation') return undefined
  return planner.shelves.find(({ compiled }) => Object.hasOwn(compiled.protocol.sources, source))
    ?.compiled.protocol
}

/** The latest of the procedures' floors; null where one of them has none: then nothing may be shortened. */
function floorAt({ planner, plan, at }: Setting, subject: string): Instant | null {
  const floors = plan.procedures
    .filter((one) => one.endedAt <= at && isCurrent(one, at))
    .map((procedure) => {
      const shelf = planner.shelves.find(
        ({ compiled }) => compiled.protocol.code === procedure.protocol,
      )
      const rules = shelf?.compiled.subjects.find((one) => one.code === subject)
      if (!shelf || !rules) return undefined
      const { instants } = clockOf(
        shelf,
        zoneTableOf(planner, procedure.zone, procedure.endedAt),
        procedure.endedAt,
      )
      const elapsed = floorOf(rules, instants)
      return elapsed === undefined ? undefined : procedure.endedAt + elapsed
    })
  const known = floors.filter((floor) => floor !== undefined)
  return known.length === 0 || known.length < floors.length ? null : Math.max(...known)
}
