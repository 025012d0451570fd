import type { JSX } from 'preact'
import { useCare } from '../../../app/care-context.ts'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import type { SeriesPlan } from '../../../model/series.ts'
import { BlockedDates } from '../../../screens/sessions/blocked-dates.tsx'
import { EventFields, errorIn } from '../../../screens/sessions/event-fields.tsx'
import { rangeText } from '../../../screens/sessions/session-words.ts'
import type { Wish } from '../../../screens/sessions/use-wish.ts'

interface WishCardProps {
  readonly wish: Wish
  readonly series: SeriesPlan
}

/** What the dates are worked out for; they follow every change at once, and nothing of it is kept. */
export function WishCard({ wish, series }: WishCardProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { draft, change } = wish
  return (
    <Card title={i18n._({ id: 'series.wish', message: 'Work out the dates' })}>
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <EventFields
          wish={wish}
          label={i18n._({ id: 'series.wish.event', message: 'Back from a day that matters' })}
          none={i18n._({ id: 'series.wish.event.none', message: 'Forwards from the last session' })}
        />
        <Field
          label={i18n._({ id: 'series.wish.count', message: 'How many sessions in all' })}
          hint={i18n._({
            id: 'series.wish.count.hint',
            message: 'Those done included. The sources say {range}.',
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
        <BlockedDates wish={wish} />
      </form>
    </Card>
  )
}
