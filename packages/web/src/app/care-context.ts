import type { CareEvent, CarePlan, Session } from '@afterglow/engine'
import type { Care } from '../model/care.ts'
import { type App, useApp } from './app-context.ts'

/** One person's plan at the present minute, with everything that a screen needs to show it. */
export interface AppCare extends App, Care {
  readonly session: Session
  readonly plan: CarePlan
  /** Adds an event to the session: the plan is computed anew, and the record kept. A clinic's is told too. */
  readonly act: (event: CareEvent) => void
  /** Takes an event back that was told by mistake. */
  readonly takeBack: (event: CareEvent) => void
}

/** For a screen that stands behind a told session: the route sees to it that there is one. */
export function useCare(): AppCare {
  const app = useApp()
  const { plan, record, change } = app
  const { session, clinic } = record
  if (!session || !plan) throw new Error('useCare without a session')
  const act = (event: CareEvent) =>
    clinic
      ? tellClinic(app, event)
      : change((kept) => (kept.session ? { session: withEvent(kept.session, event) } : {}))
  const takeBack = (event: CareEvent) =>
    change((kept) => (kept.session ? { session: withoutEvent(kept.session, event) } : {}))
  return { ...app, session, plan, act, takeBack }
}

/** Where not even what keeps it can be had, that is said; it is never dropped in silence. */
function tellClinic(app: App, event: CareEvent): void {
  import('../linked/tell.ts')
    .then(({ tellEvent }) => tellEvent(app, event))
    .catch(() => app.change(({ clinic }) => ({ clinic: clinic && { ...clinic, hasLost: true } })))
}

export function withEvent(session: Session, event: CareEvent): Session {
  return { ...session, events: [...session.events, event] }
}

function withoutEvent(session: Session, event: CareEvent): Session {
  const isIt = (one: CareEvent) =>
    one.type === event.type &&
    one.at === event.at &&
    ('subject' in one ? one.subject : '') === ('subject' in event ? event.subject : '')
  return { ...session, events: session.events.filter((one) => !isIt(one)) }
}
