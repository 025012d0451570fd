import { type Duration, parseDuration } from './duration.ts'
import type { Applicability, Position, Protocol, Subject } from './protocol-schema.ts'

export type {
  Applicability,
  Position,
  Protocol,
  ProtocolSource,
  Subject,
  Window,
} from './protocol-schema.ts'

/** `PT48H`, `P7D`, or a vague word that the protocol's table of readings reads. */
export type Length = string | { readonly reading: string }
export type End = Length | { readonly atLeast: Length; readonly atMost: Length }

/** Reads a length; a vague word by the protocol's own table. Undefined where neither knows it. */
export function readLength(length: Length, protocol: Protocol): string | undefined {
  if (typeof length === 'string') return length
  if (length.reading === 'typical-recovery') return protocol.readings.typicalRecoveryEnd.until
  if (length.reading === 'outer-recovery') return protocol.readings.outerRecoveryEnd.until
  const { words } = protocol.readings
  return Object.hasOwn(words, length.reading) ? words[length.reading]?.is : undefined
}

/** Both ends of a range, or the one length twice. */
export function boundsOf(end: End): { readonly atLeast: Length; readonly atMost: Length } {
  return typeof end === 'object' && 'atLeast' in end ? end : { atLeast: end, atMost: end }
}

/** The subject and every broader one, nearest first; stops where a cycle closes. */
export function broaderChain(
  code: string,
  subjects: ReadonlyMap<string, Subject>,
): readonly Subject[] {
  const chain: Subject[] = []
  for (let next = subjects.get(code); next && !chain.includes(next); ) {
    chain.push(next)
    next = next.broader === undefined ? undefined : subjects.get(next.broader)
  }
  return chain
}

const PASSES_DOWN: ReadonlySet<Position['stance']> = new Set(['avoid', 'limit', 'ask', 'continue'])

/**
 * The positions that speak of a subject: its own, and from each broader one those that pass down, less those that name
 * the subject, or one between, in `except`. In ledger order, own first.
 */
export function positionsOn(
  code: string,
  subjects: ReadonlyMap<string, Subject>,
): readonly Position[] {
  const chain = broaderChain(code, subjects)
  return chain.flatMap((subject, depth) => {
    if (depth === 0) return subject.positions
    const below = chain.slice(0, depth).map((narrower) => narrower.subject)
    return subject.positions.filter(
      (position) =>
        PASSES_DOWN.has(position.stance) &&
        !position.except?.some((excepted) => below.includes(excepted)),
    )
  })
}

/** Every test of the ledger, in one order: what the bits of a plan's signature stand for. */
export function applicabilitiesOf(protocol: Protocol): readonly (Applicability | undefined)[] {
  return [
    ...protocol.subjects.flatMap((subject) => subject.positions.map((position) => position.when)),
    ...protocol.course.expectations.map((expectation) => expectation.when),
    ...protocol.course.milestones.map((milestone) => milestone.when),
    ...protocol.tasks.map((task) => task.when),
    ...protocol.series.sessions.map((rule) => rule.when),
    ...protocol.series.spacing.map((rule) => rule.when),
    ...protocol.series.maintenance.map((rule) => rule.when),
    ...protocol.series.holds.map((rule) => rule.when),
    ...protocol.suitability.map((rule) => rule.when),
    ...protocol.preparation.map((rule) => rule.when),
    ...protocol.triage.redFlags.map((rule) => rule.when),
  ]
}

/** A checked protocol has only durations that parse: anything else is our bug. */
export function requireDuration(text: string | undefined): Duration {
  const duration = text === undefined ? undefined : parseDuration(text)
  if (!duration) throw new Error(`not a duration: ${text}`)
  return duration
}
