import type { Instant, Session } from '@afterglow/engine'

/** The session with all that was told in it told by `at`: a clock that was ahead dated it later than it was. */
export function toldBy(session: Session, at: Instant): Session {
  const events = session.events.map((event) => (event.at > at ? { ...event, at } : event))
  return { ...session, events }
}
