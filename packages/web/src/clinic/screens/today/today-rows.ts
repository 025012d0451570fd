import { type Planner, urgencyOf } from '@afterglow/engine'
import type { Alert, Told } from '../../api/alerts.ts'
import type { RecentCheckIn } from '../../api/check-ins.ts'
import type { LeftOpen } from '../patients/overview/left-open.ts'
import { openInList } from './open-in-list.ts'

/** One line of the table: something open, or a check-in that needs nobody any more. */
export interface TodayRow
  extends Pick<
    Alert,
    'patientId' | 'name' | 'disposition' | 'kind' | 'day' | 'procedure' | 'told' | 'reasons'
  > {
  readonly key: string
  /** The alert that is open for it. */
  readonly alert: Alert | null
  /** Where somebody had to see it: its alert, open or not. */
  readonly alertId: string | null
  /** Who has it, or had it. */
  readonly ownerName: string | null
  readonly acknowledgedAt: string | null
  /** Where answers are missing, so that it calms nobody. */
  readonly open: LeftOpen | null
}

interface Heard {
  readonly alerts: readonly Alert[]
  /** Shown above the table, and not again in it. */
  readonly first: Alert | null
  readonly checkIns: readonly RecentCheckIn[]
  /** What the clinic makes new plans with; null where that could not be read. */
  readonly planner: Planner | null
}

/** What is open, in the server's order, then the other check-ins, the newest first. */
export function todayRows({ alerts, first, checkIns, planner }: Heard): readonly TodayRow[] {
  const open = new Set(alerts.map(({ alertId }) => alertId))
  const rest = alerts.filter(({ alertId }) => alertId !== first?.alertId)
  const told = checkIns.filter(({ alertId }) => alertId === null || !open.has(alertId))
  return [...rest.map(alertRow), ...told.map((one) => checkInRow(one, planner))]
}

function alertRow(alert: Alert): TodayRow {
  const { alertId, ownerName, acknowledgedAt, patientId, name } = alert
  const { disposition, kind, day, procedure, told, reasons } = alert
  const shown = { patientId, name, disposition, kind, day, procedure, told, reasons }
  return { ...shown, key: alertId, alert, alertId, ownerName, acknowledgedAt, open: null }
}

function checkInRow(one: RecentCheckIn, planner: Planner | null): TodayRow {
  const { checkInId, alertId, ownerName, acknowledgedAt, patientId, name } = one
  const { disposition, day, procedure, reasons, at, signs, notes } = one
  const told: Told = { at, signs, notes }
  const shown = { patientId, name, disposition, day, procedure, told, reasons }
  const owner = { alert: null, alertId, ownerName, acknowledgedAt }
  return { ...shown, ...owner, key: checkInId, kind: 'check-in', open: openInList(planner, one) }
}

/**
 * Whether somebody has to see it: an old check-in is judged by the plan as it is now, which may say more of it than when it
 * came, and then there is no alert that anybody has. Where answers are missing, somebody has to ask.
 */
export function isForSomebody({ alertId, disposition, open }: TodayRow): boolean {
  return alertId !== null || open !== null || urgencyOf(disposition) >= CLINIC
}

const CLINIC = urgencyOf('contact-clinic')
