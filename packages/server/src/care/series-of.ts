import {
  addToDate,
  daysBetween,
  formatInstant,
  type Instant,
  isCurrent,
  localDate,
  type PlanProcedure,
  planSeries,
  type Series,
} from '@afterglow/engine'
import { type PatientCare, zoneOf } from './patient-care.ts'
import { isOneOf, unconfirmedSessions } from './planned-sessions.ts'

/** Where somebody stands: with a session to come, or waiting for one. Dates are local. */
interface NextSession {
  /** Null while a hold without an end stops it: until a clinician, or a report of the skin, ends that. */
  readonly earliest: string | null
  readonly from: string | null
  readonly until: string | null
  /**
   * `too-early`: the session planned, or today where none is, lies before the earliest date, or there is none. `to-confirm`:
   * the time of a planned one has passed, and nobody has said that it took place.
   */
  readonly state: 'planned' | 'due' | 'overdue' | 'too-early' | 'done' | 'to-confirm'
}

/** A patient's series as the board shows it. */
export interface PatientSeries {
  readonly read: PatientCare
  readonly zone: string
  readonly done: readonly PlanProcedure[]
  readonly planned: readonly PlanProcedure[]
  /** Planned, their time passed: the next one waits for them as if they were done, and they count as none. */
  readonly toConfirm: readonly PlanProcedure[]
  readonly series: Series
  readonly next: NextSession
  /** Whether something that is known stops the next session, or puts it off. */
  readonly isHeld: boolean
}

/** Null where there is no session of a kind that has a series. */
export function seriesOf(read: PatientCare, at: Instant): PatientSeries | null {
  if (read.care === null) return null
  const { plan } = read.care
  const sessions = plan.procedures
    .filter((one) => one.protocol !== null && isCurrent(one, at))
    .toSorted((one, other) => one.endedAt - other.endedAt)
  const unconfirmed = unconfirmedSessions(read.events, at)
  const passed = sessions.filter(({ endedAt }) => endedAt <= at)
  const done = passed.filter((one) => !isOneOf(unconfirmed, one))
  const toConfirm = passed.filter((one) => isOneOf(unconfirmed, one))
  const planned = sessions.filter(({ endedAt }) => endedAt > at)
  if (sessions.length === 0) return null
  const series = planSeries(read.library.planner, plan, { at })
  const zone = zoneOf(read, at)
  const board = { read, zone, done, planned, toConfirm, series }
  const binding = bindingHolds(board)
  return { ...board, next: nextOf(board, at), isHeld: binding.length > 0 }
}

type Board = Omit<PatientSeries, 'next' | 'isHeld'>

function nextOf(board: Board, at: Instant): NextSession {
  const { done, planned, toConfirm, series, zone } = board
  const last = lastDate(board)
  if (last === null) return { earliest: null, from: null, until: null, state: 'planned' }
  const { preferredDays, allowableDays } = series.rules.spacing
  const after = (days: number) => addToDate(last, { kind: 'days', days })
  const holds = bindingHolds(board)
  const earliest = earliestOf(after(allowableDays.atLeast), holds)
  const dates = { earliest, from: after(preferredDays.atLeast), until: after(allowableDays.atMost) }
  // Whoever has not said how the skin is has to be asked before the next session, and so has to be called.
  const toWaitFor = holds.filter(({ until, endedBy }) => until !== null || endedBy === 'clearance')
  const first = earliestOf(after(allowableDays.atLeast), toWaitFor)
  const [next] = planned
  const day = localDate(next?.endedAt ?? at, zone)
  const isEarly = first === null || day < first
  const count = Math.max(done.length, ...done.map(({ sessionNumber = 0 }) => sessionNumber))
  if (next !== undefined) return { ...dates, state: isEarly ? 'too-early' : 'planned' }
  if (toConfirm.length > 0) return { ...dates, state: 'to-confirm' }
  if (count >= series.rules.sessions.preferred) return { ...dates, state: 'done' }
  if (isEarly) return { ...dates, state: 'too-early' }
  return { ...dates, state: day > dates.until ? 'overdue' : 'due' }
}

/** The first date that the least spacing and every hold leave; null where one has no end. */
function earliestOf(least: string, holds: Series['holds']): string | null {
  if (holds.some(({ until }) => until === null)) return null
  return latest([least, ...holds.flatMap(({ until }) => until ?? [])])
}

/** Holds that are known and stop the next session, or put it off beyond the least spacing. */
function bindingHolds(board: Board): Series['holds'] {
  const last = lastDate(board)
  const { allowableDays } = board.series.rules.spacing
  const least = last && addToDate(last, { kind: 'days', days: allowableDays.atLeast })
  return board.series.holds.filter(
    ({ until, toConfirm }) => !toConfirm && (until === null || least === null || until > least),
  )
}

/** The date of the last session that has ended: after a move the later of both, so that the gap is kept in either. */
function lastDate({ done, toConfirm, zone }: Board): string | null {
  const passed = [...done, ...toConfirm].toSorted((one, other) => one.endedAt - other.endedAt)
  const last = passed.at(-1)
  return last ? latest([localDate(last.endedAt, last.zone), localDate(last.endedAt, zone)]) : null
}

function latest(dates: readonly string[]): string {
  return dates.reduce((a, b) => (b > a ? b : a))
}

export function seriesJson(board: PatientSeries): object {
  const { read, zone, done, planned, toConfirm, series, next } = board
  const { patientId, identity } = read.record
  const { atLeast, atMost } = series.rules.sessions
  return {
    patientId,
    name: identity.name,
    done: done.map(({ endedAt, sessionNumber }, k) => ({
      endedAt: formatInstant(endedAt, zone),
      sessionNumber: sessionNumber ?? k + 1,
    })),
    planned: planned.map(({ endedAt }) => ({ at: formatInstant(endedAt, zone) })),
    toConfirm: toConfirm.map(({ id, endedAt }) => ({
      procedureId: id,
      at: formatInstant(endedAt, zone),
    })),
    wanted: Number.isFinite(atLeast) ? { from: atLeast, to: atMost } : null,
    next,
    proposed: series.sessions.map(({ number, date }) => ({ number, date })),
    gapsDays: gapsOf([...done, ...planned]),
    holds: series.holds.map(({ hold, ...rest }) => ({ code: hold, ...rest })),
    maintenance: series.maintenance,
    issues: series.issues,
  }
}

/** Whole calendar days between each session and the one before, where it was done. */
function gapsOf(sessions: readonly PlanProcedure[]): readonly number[] {
  const dates = sessions.map(({ endedAt, zone }) => localDate(endedAt, zone))
  return dates.slice(1).map((date, k) => daysBetween(dates[k] ?? date, date))
}
