import type { CareEvent, Instant, Session } from '@afterglow/engine'

type Override = Extract<CareEvent, { readonly type: 'override' }>

/** What a clinic shortens for everybody, and who said so. */
export type Shortening = Pick<Override, 'subject' | 'by' | 'reason'> & { readonly until: string }

/**
 * What the clinic shortens for everybody, as it stands in a person's session: given at the very instant a session ended.
 * What a clinician said of this one person was given at an instant of its own.
 */
export function shorteningsIn({ procedures, events }: Session): readonly Shortening[] {
  const ends = endsOf({ procedures, events })
  const bySubject = new Map<string, Shortening>()
  for (const event of events) {
    if (event.type !== 'override' || !ends.has(event.at)) continue
    const { subject, by, reason, window } = event
    bySubject.set(subject, { subject, by, reason, until: window.until })
  }
  return [...bySubject.values()]
}

/** The same said of a session that ends at `end`; not of a subject that a clinician has moved for this person by then. */
export function generalWord(
  shortenings: readonly Shortening[],
  known: Pick<Session, 'procedures' | 'events'>,
  end: Instant,
): readonly Override[] {
  const ends = endsOf(known)
  const isOwn = (event: CareEvent, subject: string) =>
    event.type === 'override' && event.subject === subject && event.at <= end && !ends.has(event.at)
  return shortenings
    .filter(({ subject }) => !known.events.some((event) => isOwn(event, subject)))
    .map(({ subject, by, reason, until }) => ({
      type: 'override',
      at: end,
      subject,
      window: { until },
      by,
      reason,
    }))
}

function endsOf({
  procedures,
  events,
}: Pick<Session, 'procedures' | 'events'>): ReadonlySet<Instant> {
  return new Set([
    ...procedures.map(({ endedAt }) => endedAt),
    ...events.flatMap((event) => (event.type === 'corrected' ? [event.endedAt] : [])),
  ])
}
