import { urgencyOf } from '@afterglow/engine'
import type { Alert } from '../../api/alerts.ts'

const URGENT = urgencyOf('urgent')

export function isUrgent({ urgency }: Pick<Alert, 'urgency'>): boolean {
  return urgency >= URGENT
}

/** Whether nobody has it yet. */
export function isWaiting({ acknowledgedAt, resolvedAt }: Alert): boolean {
  return acknowledgedAt === null && resolvedAt === null
}

/** How many wait for somebody, by what is to be done. */
export interface Waiting {
  readonly urgent: number
  readonly calls: number
  /** Of the rest those that were written, and want an answer. */
  readonly messages: number
  /** How many somebody has taken on and not closed yet. */
  readonly yours: number
}

export function waitingOf(alerts: readonly Alert[], userId: string): Waiting {
  const waiting = alerts.filter(isWaiting)
  const rest = waiting.filter((one) => !isUrgent(one))
  const messages = rest.filter(({ kind }) => kind === 'message').length
  return {
    urgent: waiting.length - rest.length,
    calls: rest.length - messages,
    messages,
    yours: alerts.filter((one) => isYours(one, userId)).length,
  }
}

/** The one to see first: the server has put it first. Null where somebody has every one. */
export function firstWaiting(alerts: readonly Alert[]): Alert | null {
  return alerts.find(isWaiting) ?? null
}

/** What one has taken on and not closed yet, the most urgent; null where there is none. */
export function firstYours(alerts: readonly Alert[], userId: string): Alert | null {
  return alerts.find((one) => isYours(one, userId)) ?? null
}

function isYours(alert: Alert, userId: string): boolean {
  const { ownerId, acknowledgedAt, resolvedAt } = alert
  return acknowledgedAt !== null && resolvedAt === null && ownerId === userId
}

/** Urgent ones that wait, and were not there before or have become more urgent. */
export function newlyUrgent(
  before: ReadonlySet<string>,
  alerts: readonly Alert[],
): readonly Alert[] {
  return alerts.filter((one) => isWaiting(one) && isUrgent(one) && !before.has(raisingOf(one)))
}

/** The name of what was raised: raised again for more, an alert is told again. */
export function raisingOf({ alertId, raisedAt }: Pick<Alert, 'alertId' | 'raisedAt'>): string {
  return `${alertId} ${raisedAt}`
}
