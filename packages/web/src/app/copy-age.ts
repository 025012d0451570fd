import type { Instant } from '@afterglow/engine'
import type { ClinicLink } from '../store/clinic-link.ts'

const DAY_MS = 86_400_000

type Copies = Pick<ClinicLink, 'copyAt' | 'cardAt'>

/** Of when the older is of what came from the clinic: the plan, and how to reach them. Null before anything is here. */
export function copyTime({ copyAt, cardAt }: Copies): Instant | null {
  const times = [copyAt, cardAt].filter((at) => at !== null)
  return times.length === 0 ? null : Math.min(...times)
}

/** From when on it has to be said of when the copy is. */
export function oldFrom(clinic: Copies): Instant {
  return (copyTime(clinic) ?? Infinity) + DAY_MS
}
