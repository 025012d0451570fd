import { addToDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import { Choice } from '../components/choice.tsx'
import { Field } from '../components/field.tsx'
import type { EndedKind } from './ended-trouble.ts'
import { UNKNOWN } from './session-of.ts'

interface EndedFormProps {
  /** Date, clock time and kind, as far as they are told. */
  readonly ended: readonly string[]
  readonly onChange: (ended: readonly string[]) => void
}

/** When the session ended, or when it will: a day, then a time that may be left empty. */
export function EndedForm({ ended, onChange }: EndedFormProps): JSX.Element {
  const { i18n, at, zone } = useApp()
  const today = localDate(at, zone)
  const yesterday = addToDate(today, { kind: 'days', days: 1 }, -1)
  const [date = '', clock = '', told] = ended
  // What was today when it was told may be the day before by now.
  const isPast =
    (told === 'today' && date !== today) || (told === 'yesterday' && date !== yesterday)
  const kind = isPast ? 'earlier' : told
  const choose = (chosen: EndedKind) =>
    onChange(chosen === UNKNOWN ? [UNKNOWN, '', UNKNOWN] : [dateOf(chosen), clock, chosen])
  const dateOf = (chosen: EndedKind) =>
    chosen === 'today' ? today : chosen === 'yesterday' ? yesterday : ''
  return (
    <>
      <Choice
        legend={i18n._({ id: 'ended.day', message: 'Day' })}
        isLegendUnseen
        name="day"
        options={dayOptions(i18n)}
        chosen={kind === undefined ? [] : [kind]}
        // The options' values are the kinds.
        onChange={([chosen]) => choose(chosen as EndedKind)}
      />
      <WhenFields {...{ ended, kind, today, onChange }} />
    </>
  )
}

interface WhenFieldsProps extends EndedFormProps {
  readonly kind: string | undefined
  readonly today: string
}

function WhenFields({ ended, kind, today, onChange }: WhenFieldsProps): JSX.Element | null {
  const { i18n } = useApp()
  const [date = '', clock = ''] = ended
  if (kind === undefined || kind === UNKNOWN) return null
  return (
    <>
      {kind === 'earlier' || kind === 'planned' ? (
        <Field
          label={i18n._({ id: 'ended.date', message: 'Date' })}
          type="date"
          value={date}
          {...(kind === 'earlier' ? { max: today } : { min: today })}
          onInput={(value) => onChange([value, clock, kind])}
        />
      ) : null}
      <Field
        label={i18n._({ id: 'ended.time', message: 'Time it ended' })}
        hint={i18n._({
          id: 'ended.time-hint',
          message: 'About is fine. If you leave it empty, the latest time it can have been counts.',
        })}
        type="time"
        value={clock}
        onInput={(value) => onChange([date, value, kind])}
      />
    </>
  )
}

function dayOptions(i18n: ReturnType<typeof useApp>['i18n']): readonly {
  readonly value: EndedKind
  readonly label: string
}[] {
  return [
    { value: 'today', label: i18n._({ id: 'ended.today', message: 'Today' }) },
    { value: 'yesterday', label: i18n._({ id: 'ended.yesterday', message: 'Yesterday' }) },
    { value: 'earlier', label: i18n._({ id: 'ended.earlier', message: 'Before that' }) },
    { value: 'planned', label: i18n._({ id: 'ended.planned', message: 'It is still to come' }) },
    { value: UNKNOWN, label: i18n._({ id: 'ask.unknown', message: "I don't know" }) },
  ]
}
