import type { ClinicLink } from '../store/clinic-link.ts'
import type { ServerTime } from './server-time.ts'

const HOUR_MS = 3_600_000
/** Two measures of one clock differ by less. */
const NOISE_MS = 30_000

type Times = Pick<ClinicLink, 'copyAt' | 'cardAt'>

/** Whether no answer has shown yet what the time is: this device's clock may be ahead by any length. */
export function isTimeUnknown({ copyAt, cardAt }: Times, time: ServerTime | null): boolean {
  return copyAt === null && cardAt === null && time === null
}

/**
 * What is kept of when a copy came and of the device's clock. Where that clock is right it is written down once an hour: what
 * is kept of Today is drawn anew with every change. A clock that is behind has only this to go by.
 */
export function copyPart(
  link: Times & Pick<ClinicLink, 'clockAheadMs'>,
  of: 'copyAt' | 'cardAt',
  time: ServerTime | null,
): Partial<ClinicLink> {
  if (time === null) return {}
  const { at, aheadMs } = time
  const before = link[of] ?? 0
  const isSameClock = Math.abs(aheadMs - link.clockAheadMs) <= NOISE_MS && aheadMs > -NOISE_MS
  if (isSameClock && at >= before && at - before < HOUR_MS) return {}
  return { [of]: at, clockAheadMs: aheadMs }
}
