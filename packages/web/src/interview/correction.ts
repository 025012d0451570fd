import type { Instant, Procedure, Session } from '@afterglow/engine'
import { withEvent } from '../app/care-context.ts'
import type { Answers } from '../store/record.ts'
import {
  currentProcedure,
  endToldBy,
  type Place,
  type QuestionName,
  sessionOf,
} from './session-of.ts'

/**
 * The session after one answer was corrected. A wrong end is a `corrected` event, so that what was shown before can
 * still be told. Every other answer is a fact about the session and is put right where it stands, and so is an end of
 * which the person no longer says the time: a correction is told by somebody who knows.
 */
export function correctedSession(
  before: Session,
  correction: { readonly question: QuestionName; readonly answers: Answers },
  place: Place,
): Session {
  const session = sessionOf(correction.answers, place, before)
  const procedure = currentProcedure(session)
  if (correction.question !== 'ended') return session
  const { endedAt, endedAtEstimated } = endToldBy(correction.answers, place)
  if (endedAtEstimated) return withUnknownEnd(session, { ...procedure, endedAt, endedAtEstimated })
  const isTold = endedAt === latestEnd(session, procedure.id) && !procedure.endedAtEstimated
  if (isTold) return session
  return withEvent(session, { type: 'corrected', at: place.now, procedure: procedure.id, endedAt })
}

function withUnknownEnd(session: Session, procedure: Procedure): Session {
  return {
    ...session,
    procedures: session.procedures.map((one) => (one.id === procedure.id ? procedure : one)),
    events: session.events.filter(
      (event) => event.type !== 'corrected' || event.procedure !== procedure.id,
    ),
  }
}

/** The end of a procedure in the reading that nothing has corrected; of two given at once the later. */
export function latestEnd(session: Session, procedure: string): Instant | undefined {
  const told = session.procedures.find(({ id }) => id === procedure)?.endedAt
  const corrections = session.events.flatMap((event) =>
    event.type === 'corrected' && event.procedure === procedure ? [event] : [],
  )
  const [latest] = corrections.toSorted((a, b) => b.at - a.at || b.endedAt - a.endedAt)
  return latest?.endedAt ?? told
}
