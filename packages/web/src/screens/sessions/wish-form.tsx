import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import type { SeriesPlan } from '../../model/series.ts'
import { BlockedDates } from './blocked-dates.tsx'
import { EventFields, errorIn } from './event-fields.tsx'
import { rangeText } from './session-words.ts'
import type { Wish } from './use-wish.ts'

interface WishFormProps {
  readonly wish: Wish
  readonly series: SeriesPlan
}

/** What the dates are planned for; the dates follow every change at once. */
export function WishForm({ wish, series }: WishFormProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { draft, change } = wish
  return (
    <Card title={i18n._({ id: 'sessions.plan', message: 'Plan them' })}>
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <Field
          label={i18n._({ id: 'sessions.count', message: 'How many sessions in all' })}
          hint={i18n._({
            id: 'sessions.count.hint',
            message: 'Those done included. The sources say {range}. Your clinic knows best.',
            values: { range: rangeText(care, series.rules.sessions) },
          })}
          type="number"
          min="1"
          max="100"
          inputMode="numeric"
          value={draft.sessions ?? String(series.rules.sessions.preferred)}
          onInput={(sessions) => change({ ...draft, sessions })}
          {...errorIn(care, wish, 'sessions')}
        />
        <EventFields
          wish={wish}
          label={i18n._({ id: 'sessions.event', message: 'Plan back from a day that matters' })}
          none={i18n._({ id: 'sessions.event.none', message: 'No such day' })}
        />
        <BlockedDates wish={wish} />
      </form>
    </Card>
  )
}
