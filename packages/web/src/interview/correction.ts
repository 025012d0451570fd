import type { Procedure, Session } from '@afterglow/engine'
import { withEvent } from '../app/care-context.ts'
import type { Answers } from '../store/record.ts'
import { withAdviceKept } from './advice-dates.ts'
import { latestEnd } from './latest-end.ts'
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
  if (correction.question !== 'ended') return session
  const after = withEnd(session, correction.answers, place)
  return after === session ? session : withAdviceKept({ before, after, now: place.now })
}

function withEnd(session: Session, answers: Answers, place: Place): Session {
  const procedure = currentProcedure(session)
  const { endedAt, endedAtEstimated } = endToldBy(answers, place)
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
