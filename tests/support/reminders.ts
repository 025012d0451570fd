import {
  applyPlan,
  type CarePlan,
  createPlanner,
  formatInstant,
  type Planner,
  type Reminder,
  type ReminderPreferences,
  remindersOf,
  type Session,
} from '@afterglow/engine'
import { instant, iso, position, protocol, protocolInput, session } from './protocol.ts'

/** A made-up plan to be reminded of, and what a test reads of its reminders. */

type Input = Readonly<Record<string, unknown>>

export const NIGHT = { from: '21:00', until: '08:00' }
export const PLAIN: ReminderPreferences = { quietHours: null, digestAt: null, kinds: [] }
const FAR = { from: '2026-01-01T00:00:00Z', until: '2027-03-01T00:00:00Z' }

const stated = { statements: [{ source: 'first' }] }
export const cleanse = { id: 'cleanse', phase: 'after', times: ['morning', 'bedtime'], ...stated }

function ledger(parts: Input, milestones: readonly Input[] = []) {
  const course = { ...(protocolInput()['course'] as Input), milestones }
  const series = {
    ...(protocolInput()['series'] as Input),
    events: [{ id: 'wedding', subjects: [], source: 'first' }],
  }
  return protocol({ course, series, ...parts })
}

export const avoid = (id: string, until: string): Input =>
  position(id, 'avoid', { window: { until } })

export interface Case extends Partial<ReminderPreferences> {
  readonly parts?: Input
  readonly milestones?: readonly Input[]
  readonly given?: Session
  readonly from?: string
  readonly until?: string
}

export function setting({ parts = {}, milestones, given = session() }: Case): {
  readonly planner: Planner
  readonly plan: CarePlan
} {
  const planner = createPlanner([ledger(parts, milestones)])
  return { planner, plan: applyPlan(planner, given) }
}

export function reminders(one: Case): readonly Reminder[] {
  const { planner, plan } = setting(one)
  const { parts: _, milestones: __, given: ___, from = FAR.from, until = FAR.until, ...more } = one
  const span = { from: instant(from), until: instant(until) }
  return remindersOf(planner, plan, { span, preferences: { ...PLAIN, ...more } })
}

export const zulu = (at: number): string => iso(at).replace('.000Z', 'Z')
export const dues = (one: Case): readonly string[] => reminders(one).map(({ dueAt }) => zulu(dueAt))
export const local = (one: Case, zone: string): readonly string[] =>
  reminders(one).map(({ dueAt }) => formatInstant(dueAt, zone))
export const names = (one: Case): readonly string[] =>
  reminders(one).map((due) => `${due.task ?? due.subject ?? due.milestone} ${zulu(due.dueAt)}`)
