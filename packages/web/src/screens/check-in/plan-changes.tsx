import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { StatusMark } from '../../components/status.tsx'
import type { SubjectChange } from '../../model/changes.ts'
import { answerThenText } from '../../words/outcome-words.ts'

interface PlanChangesProps {
  readonly changes: readonly SubjectChange[]
}

/** What the plan says otherwise because of what was told, what became stricter first; not what reads the same. */
export function PlanChanges({ changes }: PlanChangesProps): JSX.Element | null {
  const care = useCare()
  const { i18n } = care
  const told = changes.filter(
    ({ was, is }) => answerThenText(care, was) !== answerThenText(care, is),
  )
  if (told.length === 0) return null
  const sorted = [
    ...told.filter(({ direction }) => direction === 'stricter'),
    ...told.filter(({ direction }) => direction === 'looser'),
  ]
  const rest = sorted.slice(SHOWN)
  return (
    <Card title={i18n._({ id: 'check-in.changed', message: 'What this changed in your plan' })}>
      {sorted.some((one) => one.direction === 'stricter' && one.waitsForReport) ? (
        <p>
          {i18n._({
            id: 'check-in.changed.waits',
            message:
              'Some things wait until the signs you told us of are gone. Check in again when they are, and they open sooner.',
          })}
        </p>
      ) : null}
      <ChangeRows changes={sorted.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details class="check-in-notes">
          <summary>
            {i18n._({
              id: 'check-in.changed.more',
              message: '{count, plural, one {# more} other {# more}}',
              values: { count: rest.length },
            })}
          </summary>
          <ChangeRows changes={rest} />
        </details>
      )}
    </Card>
  )
}

const SHOWN = 5

function ChangeRows({ changes }: PlanChangesProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  return (
    <Rows>
      {changes.map(({ subject, was, is }) => (
        <Row
          key={subject}
          mark={<StatusMark status={is.status} />}
          title={texts.subject(subject)}
          note={i18n._({
            id: 'check-in.change',
            message: '{now}. Before: {before}',
            values: { now: answerThenText(care, is), before: answerThenText(care, was) },
          })}
          href={hrefTo('can-i', subject)}
        />
      ))}
    </Rows>
  )
}
