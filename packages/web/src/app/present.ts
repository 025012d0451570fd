import type { Instant } from '@afterglow/engine'
import type { ClinicLink } from '../store/clinic-link.ts'
import type { PatientRecord } from '../store/record.ts'

/** A clock that is off by less is not spoken of: answers take their time, and a server says whole seconds. */
const CLOCK_TOLERANCE_MS = 120_000

/** What a record says of the time. */
export interface Timekeeping extends Pick<PatientRecord, 'session' | 'toldAt'> {
  readonly clinic: Pick<ClinicLink, 'copyAt' | 'clockAheadMs'> | null
}

/**
 * The present instant behind what the device's clock shows, no later than it is as far as is known. With a clinic: a clock that was ahead of
 * the server's is set back by as much, one that was behind is believed, as it may have been put right since; and it is not
 * earlier than when the server was last heard. What was told a moment ago has happened.
 */
export function presentAt(shown: Instant, { clinic, session }: Timekeeping): Instant {
  const own = Math.max(shown - setBackMs(clinic), clinic?.copyAt ?? 0)
  const newest = newestEvent(session)
  return newest - own <= CLOCK_TOLERANCE_MS ? Math.max(own, newest) : own
}

/** By how much the device's clock is not believed. */
export function setBackMs(clinic: Timekeeping['clinic']): number {
  return Math.max(0, clinic?.clockAheadMs ?? 0)
}

/** What is wrong with the device's clock, and by how much; null where nothing is known to be. */
export interface ClockTrouble {
  readonly is: 'ahead' | 'behind'
  readonly byMs: number
}

export function clockTrouble(
  shown: Instant,
  clinic: NonNullable<Timekeeping['clinic']>,
): ClockTrouble | null {
  const ahead = setBackMs(clinic)
  if (ahead > CLOCK_TOLERANCE_MS) return { is: 'ahead', byMs: ahead }
  const byMs = Math.max(-clinic.clockAheadMs, (clinic.copyAt ?? 0) - shown)
  return byMs > CLOCK_TOLERANCE_MS ? { is: 'behind', byMs } : null
}

/**
 * Without a clinic: whether something was told at a later time than the clock shows. It was ahead then, or is behind now, and
 * nobody here can say which.
 */
export function isClockInDoubt(shown: Instant, { clinic, session, toldAt }: Timekeeping): boolean {
  const told = Math.max(newestEvent(session), toldAt ?? 0)
  return clinic === null && session !== null && told - shown > CLOCK_TOLERANCE_MS
}

/** A change of the record, with what the clock shows where it tells of the session; a clinic's is told by its own clock. */
export function toldNow(
  { clinic, toldAt }: Pick<PatientRecord, 'clinic' | 'toldAt'>,
  change: Partial<PatientRecord>,
  shown: Instant,
): Partial<PatientRecord> {
  if (change.session === undefined || change.toldAt !== undefined) return change
  const isOwn = change.session !== null && clinic === null && !change.clinic
  return { ...change, toldAt: isOwn ? Math.max(toldAt ?? 0, shown) : null }
}

function newestEvent(session: PatientRecord['session']): Instant {
  return Math.max(0, ...(session?.events ?? []).map(({ at }) => at))
}
