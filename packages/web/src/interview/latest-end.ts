import type { CareEvent, Instant, Procedure, Session } from '@afterglow/engine'

type Corrected = Extract<CareEvent, { readonly type: 'corrected' }>

/** The end of a procedure in the reading that nothing has corrected; of two given at once the later. */
export function latestEnd(session: Session, procedure: string): Instant | undefined {
  const told = session.procedures.find(({ id }) => id === procedure)?.endedAt
  const [latest] = correctionsOf(session, procedure).toSorted(
    (a, b) => b.at - a.at || b.endedAt - a.endedAt,
  )
  return latest?.endedAt ?? told
}

/** The same, and whether nobody has told it: a corrected end is told by somebody who knows. */
export function toldEnd(
  session: Session,
  { id, endedAt, endedAtEstimated }: Procedure,
): Pick<Procedure, 'endedAt' | 'endedAtEstimated'> {
  const isGuess = endedAtEstimated === true && correctionsOf(session, id).length === 0
  return {
    endedAt: latestEnd(session, id) ?? endedAt,
    ...(isGuess && { endedAtEstimated: true }),
  }
}

export function correctionsOf({ events }: Session, procedure: string): readonly Corrected[] {
  return events.flatMap((event) =>
    event.type === 'corrected' && event.procedure === procedure ? [event] : [],
  )
}
