import type { CareEvent, CarePlan, Session } from '@afterglow/engine'
import { withoutOpening } from '../linked/without-opening.ts'
import type { Care } from '../model/care.ts'
import type { PatientRecord } from '../store/record.ts'
import { type App, useApp } from './app-context.ts'

/** One person's plan at the present minute, with everything that a screen needs to show it. */
export interface AppCare extends App, Care {
  readonly session: Session
  readonly plan: CarePlan
  /** Adds an event to the session: the plan is computed anew, and the record kept. A clinic's is told too. */
  readonly act: (event: CareEvent) => void
  /** The same. Gives the id under which the clinic is told; null where that could not be kept, and without a clinic. */
  readonly tell: (event: CareEvent) => Promise<string | null>
  /** Takes an event back that was told by mistake. */
  readonly takeBack: (event: CareEvent) => void
}

/** For a screen that stands behind a told session: the route sees to it that there is one. */
export function useCare(): AppCare {
  const app = useApp()
  const { plan, record, change } = app
  const { session, clinic } = record
  if (!session || !plan) throw new Error('useCare without a session')
  const tell = async (event: CareEvent): Promise<string | null> => {
    if (clinic) return tellClinic(app, event)
    change((kept) => withOwn(kept, event))
    return null
  }
  const act = (event: CareEvent) => void tell(event)
  const takeBack = (event: CareEvent) =>
    change((kept) => (kept.session ? { session: withoutEvent(kept.session, event) } : {}))
  return { ...app, session, plan, act, tell, takeBack }
}

/** Where not even what keeps it can be had, that is said, and what it shuts stays in the plan here: never dropped in silence. */
async function tellClinic(app: App, event: CareEvent): Promise<string | null> {
  try {
    const { tellEvent } = await import('../linked/tell.ts')
    return await tellEvent(app, event)
  } catch {
    app.change((kept) => withLost(kept, event))
    return null
  }
}

/** Told, and neither kept for the clinic nor sent: nothing opens by what the clinic will never know. */
export function withLost(
  { clinic, session }: PatientRecord,
  event: CareEvent,
): Partial<PatientRecord> {
  if (clinic === null) return {}
  return {
    session: session && withoutOpening(event, session.events).reduce(withEvent, session),
    clinic: { ...clinic, hasLost: true, lost: [...clinic.lost, event] },
  }
}

export function withOwn({ session }: PatientRecord, event: CareEvent): Partial<PatientRecord> {
  return session ? { session: withEvent(session, event) } : {}
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
