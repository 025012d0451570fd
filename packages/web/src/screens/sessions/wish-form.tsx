import { addToDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { eventKinds, type SeriesPlan } from '../../model/series.ts'
import { BlockedDates } from './blocked-dates.tsx'
import { problemText, rangeText } from './session-words.ts'
import type { Wish } from './use-wish.ts'

export interface WishFormProps {
  readonly wish: Wish
  readonly series: SeriesPlan
}

/** What the dates are planned for; the dates follow every change at once. */
export function WishForm({ wish, series }: WishFormProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { draft, change, problems } = wish
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
          {...errorIn(care, problems, 'sessions')}
        />
        <EventFields wish={wish} series={series} />
        <BlockedDates wish={wish} />
      </form>
    </Card>
  )
}

function errorIn(
  { i18n }: AppCare,
  problems: Wish['problems'],
  field: Wish['problems'][number]['field'],
): { readonly error?: string } {
  const problem = problems.find((one) => one.field === field)
  return problem ? { error: problemText(i18n, problem.code) } : {}
}

/** A day that matters: its kind says what has to be open again by then. */
function EventFields({ wish: { draft, change, problems } }: WishFormProps): JSX.Element {
  const care = useCare()
  const { i18n, texts, at, zone } = care
  const id = useId()
  const tomorrow = addToDate(localDate(at, zone), { kind: 'days', days: 1 })
  return (
    <div class="stack-s">
      <label class="wish-label" for={id}>
        {i18n._({ id: 'sessions.event', message: 'Plan back from a day that matters' })}
      </label>
      <select
        id={id}
        class="wish-select"
        value={draft.kind}
        onChange={(event) => change({ ...draft, kind: event.currentTarget.value })}
      >
        <option value="">{i18n._({ id: 'sessions.event.none', message: 'No such day' })}</option>
        {eventKinds(care).map((kind) => (
          <option key={kind} value={kind}>
            {texts.text(`event.${kind}`)}
          </option>
        ))}
      </select>
      {draft.kind === '' ? null : (
        <Field
          label={i18n._({ id: 'sessions.event.date', message: 'When is it?' })}
          type="date"
          min={tomorrow}
          value={draft.date}
          onInput={(date) => change({ ...draft, date })}
          {...errorIn(care, problems, 'event')}
        />
      )}
    </div>
  )
}
