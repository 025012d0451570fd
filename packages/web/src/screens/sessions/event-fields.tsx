import { addToDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Field } from '../../components/field.tsx'
import { eventKinds } from '../../model/series.ts'
import { problemText } from './session-words.ts'
import type { Wish } from './use-wish.ts'

/** What is wrong with a field of a wish, in the form that a field takes it. */
export function errorIn(
  { i18n }: AppCare,
  { problems }: Wish,
  field: Wish['problems'][number]['field'],
): { readonly error?: string } {
  const problem = problems.find((one) => one.field === field)
  return problem ? { error: problemText(i18n, problem.code) } : {}
}

interface EventFieldsProps {
  readonly wish: Wish
  /** What is asked, and what it is called where there is no such day. */
  readonly label: string
  readonly none: string
}

/** A day that matters: its kind says what has to be open again by then. */
export function EventFields({ wish, label, none }: EventFieldsProps): JSX.Element {
  const care = useCare()
  const { i18n, texts, at, zone } = care
  const { draft, change } = wish
  const id = useId()
  return (
    <div class="stack-s">
      <label class="wish-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="wish-select"
        value={draft.kind}
        onChange={(event) => change({ ...draft, kind: event.currentTarget.value })}
      >
        <option value="">{none}</option>
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
          min={addToDate(localDate(at, zone), { kind: 'days', days: 1 })}
          value={draft.date}
          onInput={(date) => change({ ...draft, date })}
          {...errorIn(care, wish, 'event')}
        />
      )}
    </div>
  )
}
