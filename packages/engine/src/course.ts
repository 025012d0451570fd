import { gateOf, holds } from './applicability.ts'
import type { Application } from './application.ts'
import type { Sign } from './codes.ts'
import { boundsOf } from './protocol.ts'
import type { Instant } from './time.ts'
import type { Elapsed } from './subject-windows.ts'

/** How long a sign usually lasts after one procedure, and how long it may. Both ends are exclusive. */
export interface SignCourse {
  readonly sign: Sign
  /** The upper median of the sources' figures. */
  readonly typicalEnd: Elapsed
  /** The longest figure. */
  readonly outerEnd: Elapsed
  /** Until when a severe report may still be the expected course. */
  readonly severeUntil: Elapsed
  /** When the procedure ended that it follows. */
  readonly after: Elapsed
  /** That procedure, where the plan holds more than one. */
  readonly procedure?: string
  /** The expectations whose figures were counted. */
  readonly expectations: readonly string[]
}

/** The course of every sign that a source gives an end for, on one procedure's clock, in order of the signs' names. */
export function courseOf(application: Application): readonly SignCourse[] {
  const { compiled, instants, start } = application
  const severe = compiled.protocol.triage.severe.until
  return [...figuresOf(application)]
    .map(([sign, figures]): SignCourse => {
      const length = severe[sign]
      const severeUntil =
        length === undefined ? start : (instants[compiled.indexOf(length)] as Instant)
      return { sign, ...summary(figures), severeUntil, after: start }
    })
    .sort((a, b) => (a.sign < b.sign ? -1 : 1))
}

/** Every figure that a source gives for a sign's end; the stages of a longer course are none. */
function figuresOf({
  compiled,
  instants,
  facts,
}: Application): ReadonlyMap<Sign, readonly Figure[]> {
  const figures = new Map<Sign, Figure[]>()
  for (const expectation of compiled.protocol.course.expectations) {
    const { id, until, stage, when, signs } = expectation
    if (until === undefined || stage || !holds(gateOf(when, compiled.atoms), facts.certain))
      continue
    const bounds = Object.values(boundsOf(until)).map(
      (length) => instants[compiled.indexOf(length)] as Instant,
    )
    for (const sign of signs)
      figures.set(sign, [...(figures.get(sign) ?? []), { id, end: Math.max(...bounds) }])
  }
  return figures
}

interface Figure {
  readonly id: string
  readonly end: Instant
}

function summary(
  figures: readonly Figure[],
): Pick<SignCourse, 'typicalEnd' | 'outerEnd' | 'expectations'> {
  const ends = figures.map((figure) => figure.end).sort((a, b) => a - b)
  return {
    // Never empty: a sign is listed only with its first figure.
    typicalEnd: ends[Math.floor(ends.length / 2)] as Instant,
    outerEnd: ends[ends.length - 1] as Instant,
    expectations: figures.map((figure) => figure.id),
  }
}
