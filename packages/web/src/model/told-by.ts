import type { CareEvent, Instant, Session } from '@afterglow/engine'

/**
 * The session with all that was told in it told by `at`: a clock that was ahead dated it later than it was. An end that was
 * told as past while the clock showed up to `toldAt`, and is to come by `at`, came by now at the latest; when, nobody knows.
 */
export function toldBy(session: Session, at: Instant, toldAt: Instant): Session {
  const hadCome = (end: Instant) => end > at && end <= toldAt
  const events = session.events.map((event): CareEvent => {
    const known = event.at > at ? { ...event, at } : event
    return known.type === 'corrected' && hadCome(known.endedAt) ? { ...known, endedAt: at } : known
  })
  const procedures = session.procedures.map((procedure) =>
    hadCome(procedure.endedAt) ? { ...procedure, endedAt: at, endedAtEstimated: true } : procedure,
  )
  return { ...session, procedures, events }
}
