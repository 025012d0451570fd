import type { CareEvent, CarePlan, Session } from '@afterglow/engine'
import type { Care } from '../model/care.ts'
import { type App, useApp } from './app-context.ts'

/** One person's plan at the present minute, with everything that a screen needs to show it. */
export interface AppCare extends App, Care {
  readonly session: Session
  readonly plan: CarePlan
  /** Adds an event to the session: the plan is computed anew, and the record kept. */
  readonly act: (event: CareEvent) => void
}

/** For a screen that stands behind a told session: the route sees to it that there is one. */
export function useCare(): AppCare {
  const app = useApp()
  const { plan, record, change } = app
  const { session } = record
  if (!session || !plan) throw new Error('useCare without a session')
  const act = (event: CareEvent) =>
    change((kept) => (kept.session ? { session: withEvent(kept.session, event) } : {}))
  return { ...app, session, plan, act }
}

export function withEvent(session: Session, event: CareEvent): Session {
  return { ...session, events: [...session.events, event] }
}
