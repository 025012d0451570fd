import type {
  CarePlan,
  CheckIn,
  TriageAnswer,
  TriageReason,
} from '../../packages/engine/src/index.ts'
import { type Duration, parseDuration } from '../../packages/engine/src/duration.ts'
import { type Length, type Protocol, readLength } from '../../packages/engine/src/protocol.ts'
import { addDuration } from '../../packages/engine/src/time.ts'
import { tableOf } from '../floor/clock.ts'
import { feverFrom } from '../floor/triage-code.ts'
import {
  answered,
  generalReasons,
  judgeSign,
  type PresentSign,
  presentSigns,
} from '../judge-sign.ts'

/** What an alarm may ask about a check-in, as a rules engine is given it. */
export interface CheckInFacts {
  readonly present: readonly PresentSign[]
  readonly severities: Readonly<Record<string, number>>
  /** The lengths of the alarms' `from` that have passed since the procedure. */
  readonly reached: readonly string[]
}

export interface PeerTriage {
  readonly protocol: Protocol
  readonly feverFrom: number
  readonly silent: Readonly<Record<string, number>>
  readonly lengths: ReadonlyMap<string, Duration>
  readonly safetyNet: readonly string[]
}

export function createPeerTriage(protocol: Protocol): PeerTriage {
  const { redFlags, safetyNet } = protocol.triage
  return {
    protocol,
    feverFrom: feverFrom(redFlags),
    silent: Object.fromEntries(redFlags.map(({ sign }) => [severityKey(sign), 0])),
    lengths: new Map(
      redFlags.flatMap(({ from }) =>
        from === undefined ? [] : [[nameOf(from), durationOf(from, protocol)]],
      ),
    ),
    safetyNet: safetyNet.map(({ id }) => id),
  }
}

function durationOf(length: Length, protocol: Protocol): Duration {
  const duration = parseDuration(readLength(length, protocol) ?? '')
  if (!duration) throw new Error(`not a duration: ${nameOf(length)}`)
  return duration
}

/** The name of the fact that holds a sign's severity. */
export function severityKey(sign: string): string {
  return `severity_${sign.replaceAll('-', '_')}`
}

export function nameOf(length: Length): string {
  return typeof length === 'string' ? length : length.reading
}

export function checkInFacts(made: PeerTriage, plan: CarePlan, checkIn: CheckIn): CheckInFacts {
  const present = presentSigns(checkIn, made.feverFrom)
  const severities = { ...made.silent }
  for (const { code, severity } of present) {
    const key = severityKey(code)
    if (key in severities) severities[key] = severity
  }
  return { present, severities, reached: reachedBy(made, plan, checkIn.at) }
}

function reachedBy(made: PeerTriage, plan: CarePlan, at: number): readonly string[] {
  if (at < plan.anchor) return []
  return [...made.lengths].flatMap(([name, duration]) =>
    at >= addDuration(tableOf(plan.zone), plan.anchor, duration) ? [name] : [],
  )
}

/** The raised alarms and, for each sign, its course: put together as one answer. */
export function triageAnswer(
  made: PeerTriage,
  question: { readonly plan: CarePlan; readonly checkIn: CheckIn; readonly facts: CheckInFacts },
  raised: readonly number[],
): TriageAnswer {
  const { plan, checkIn, facts } = question
  const reasons: TriageReason[] = generalReasons(checkIn, plan)
  const flags = raised
    .toSorted((a, b) => a - b)
    .flatMap((number) => made.protocol.triage.redFlags[number] ?? [])
  for (const sign of facts.present) {
    for (const { id, sign: code, disposition } of flags)
      if (code === sign.code)
        reasons.push({ code: 'red-flag', disposition, sign: code, basis: [id] })
    const judged = judgeSign(sign, plan, checkIn.at)
    if (judged) reasons.push(judged)
  }
  return answered(reasons, made.safetyNet)
}
