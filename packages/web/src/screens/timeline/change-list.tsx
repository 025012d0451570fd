import type { Instant, Status } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Countdown } from '../../components/countdown.tsx'
import { Card } from '../../components/card.tsx'
import { StatusPill } from '../../components/status.tsx'
import { hrefTo } from '../../app/route.ts'
import type { Timeline, TimelineChange } from '../../model/timeline.ts'

interface ChangeListProps {
  readonly timeline: Timeline
  /** Only the subjects of this group; all of them where it is null. */
  readonly group: string | null
}

/** The same weeks as a list: what changes when, the next first, and what has changed already behind a step. */
export function ChangeList({ timeline, group }: ChangeListProps): JSX.Element {
  const { i18n, at } = useCare()
  const changes = timeline.changes
    .map((change) => ({
      ...change,
      subjects: change.subjects.filter((one) => group === null || one.group === group),
    }))
    .filter(({ subjects }) => subjects.length > 0)
  const ahead = changes.filter((change) => change.at > at)
  const past = changes.filter((change) => change.at <= at)
  return (
    <>
      {ahead.length === 0 ? (
        <p>
          {i18n._({
            id: 'timeline.list.none',
            message: 'Nothing changes by itself in these weeks.',
          })}
        </p>
      ) : null}
      {ahead.map((change) => (
        <ChangeCard key={change.at} change={change} />
      ))}
      {past.length === 0 ? null : (
        <details class="past">
          <summary>
            {i18n._({ id: 'timeline.list.past', message: 'What has changed already' })}
          </summary>
          <div class="stack">
            {past.toReversed().map((change) => (
              <ChangeCard key={change.at} change={change} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

interface ChangeCardProps {
  readonly change: TimelineChange
}

function ChangeCard({ change }: ChangeCardProps): JSX.Element {
  const { texts } = useCare()
  const byStatus = [...new Set(change.subjects.map(({ is }) => is))]
  return (
    <Card>
      <Heading at={change.at} />
      {byStatus.map((status) => (
        <div key={status} class="change">
          <StatusPill status={status} />
          <ul class="change-names">
            {namedIn(change, status).map((code) => (
              <li key={code}>
                <a href={hrefTo('can-i', code)}>{texts.subject(code)}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

function namedIn({ subjects }: TimelineChange, status: Status): readonly string[] {
  return subjects.filter((one) => one.is === status).map(({ subject }) => subject)
}

function Heading({ at }: { readonly at: Instant }): JSX.Element {
  const { format, at: now } = useCare()
  return (
    <div class="change-head">
      <h2>{format.dayTime(at, now)}</h2>
      {at > now ? (
        <p class="quiet">
          <Countdown to={at} />
        </p>
      ) : null}
    </div>
  )
}
