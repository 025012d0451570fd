import { addToDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type AppCare, useCare } from '../../../app/care-context.ts'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { eventKinds, type SeriesPlan } from '../../../model/series.ts'
import { BlockedDates } from '../../../screens/sessions/blocked-dates.tsx'
import { problemText, rangeText } from '../../../screens/sessions/session-words.ts'
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
        <EventFields wish={wish} />
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

function errorIn(
  { i18n }: AppCare,
  { problems }: Wish,
  field: 'sessions' | 'event',
): { readonly error?: string } {
  const problem = problems.find((one) => one.field === field)
  return problem ? { error: problemText(i18n, problem.code) } : {}
}

/** Back from a day that matters: its kind says what has to be open again by then. */
function EventFields({ wish }: Pick<WishCardProps, 'wish'>): JSX.Element {
  const care = useCare()
  const { i18n, texts, at, zone } = care
  const { draft, change } = wish
  const id = useId()
  return (
    <div class="stack-s">
      <label class="wish-label" for={id}>
        {i18n._({ id: 'series.wish.event', message: 'Back from a day that matters' })}
      </label>
      <select
        id={id}
        class="wish-select"
        value={draft.kind}
        onChange={(event) => change({ ...draft, kind: event.currentTarget.value })}
      >
        <option value="">
          {i18n._({ id: 'series.wish.event.none', message: 'Forwards from the last session' })}
        </option>
        {eventKinds(care).map((kind) => (
          <option key={kind} value={kind}>
            {texts.text(`event.${kind}`)}
          </option>
        ))}
      </select>
      {draft.kind === '' ? null : (
        <Field
          label={i18n._({ id: 'series.wish.event.date', message: 'When is it?' })}
          type="date"
          min={addToDate(localDate(at, zone), { kind: 'days', days: 1 })}
          value={draft.date}
          onInput={(date) => change({ ...draft, date })}
          {...errorIn(care, wish, 'event')}
        />
      )}
    </div>
  )
}
