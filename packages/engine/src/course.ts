import { type Bits, gateOf, holds } from './applicability.ts'
import type { Sign } from './codes.ts'
import type { CompiledProtocol } from './compiled.ts'
import { boundsOf } from './protocol.ts'
import type { Instant } from './time.ts'

/** How long a sign usually lasts after one procedure, and how long it may. Both ends are exclusive. */
export interface SignCourse {
  readonly sign: Sign
  /** The upper median of the sources' figures. */
  readonly typicalEnd: Instant
  /** The longest figure. */
  readonly outerEnd: Instant
  /** Until when a severe report may still be the expected course. */
  readonly severeUntil: Instant
  /** The expectations whose figures were counted. */
  readonly expectations: readonly string[]
}

/** The course of every sign that a source gives an end for, on one procedure's clock, in order of the signs' names. */
export function courseOf(
  compiled: CompiledProtocol,
  instants: readonly Instant[],
  certain: Bits,
): readonly SignCourse[] {
  const figures = new Map<Sign, { readonly id: string; readonly end: Instant }[]>()
  for (const expectation of compiled.protocol.course.expectations) {
    const { until } = expectation
    if (
      until === undefined ||
      expectation.stage ||
      !holds(gateOf(expectation.when, compiled.atoms), certain)
    )
      continue
    const bounds = Object.values(boundsOf(until)).map(
      (length) => instants[compiled.indexOf(length)] as Instant,
    )
    for (const sign of expectation.signs) {
      figures.set(sign, [
        ...(figures.get(sign) ?? []),
        { id: expectation.id, end: Math.max(...bounds) },
      ])
    }
  }
  const severe = compiled.protocol.triage.severe.until
  const severeUntil = (sign: Sign) => {
    const length = severe[sign]
    return length === undefined ? 0 : (instants[compiled.indexOf(length)] as Instant)
  }
  return [...figures]
    .map(([sign, found]) => summary(sign, found, severeUntil(sign)))
    .sort((a, b) => (a.sign < b.sign ? -1 : 1))
}

interface Figure {
  readonly id: string
  readonly end: Instant
}

function summary(sign: Sign, figures: readonly Figure[], severeUntil: Instant): SignCourse {
  const ends = figures.map((figure) => figure.end).sort((a, b) => a - b)
  return {
    sign,
    // Never empty: a sign is listed only with its first figure.
    typicalEnd: ends[Math.floor(ends.length / 2)] as Instant,
    outerEnd: ends[ends.length - 1] as Instant,
    severeUntil,
    expectations: figures.map((figure) => figure.id),
  }
}
