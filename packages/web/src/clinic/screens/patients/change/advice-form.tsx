import { addToDate, daysBetween, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { endedProcedures } from '../../../../model/care.ts'
import { tellAdvice } from '../../../api/events.ts'
import { Form } from '../../../components/form.tsx'
import type { FormProps } from './change-sheet.tsx'
import { effectOf } from './effect.ts'
import { EffectList } from './effect-list.tsx'
import { FormEnd } from './form-end.tsx'
import { SubjectSelect } from './subject-select.tsx'
import { useSaying } from './use-saying.ts'

/** What the person's own doctor said: it makes the plan stricter, and never looser. */
export function AdviceForm({ subject: chosen = '', onDone }: FormProps): JSX.Element {
  const care = useCare()
  const { i18n, at, plan } = care
  const { telling, tell } = useSaying(onDone)
  const [subject, setSubject] = useState(chosen)
  const [kind, setKind] = useState('date')
  const [date, setDate] = useState('')
  const until = kind === 'cleared' ? 'cleared' : daysUntil(care, date)
  const effect = useMemo(() => {
    if (subject === '' || until === null) return null
    return effectOf(care, { type: 'patient-reported-advice', at, subject, window: { until } })
  }, [plan, at, subject, until])
  const submit = async () => {
    if (until === null) return
    const form = { subject, window: until }
    await tell((patientId, key) => tellAdvice(patientId, form, key), {
      text: i18n._({ id: 'patient.advice.said', message: 'Their doctor’s word was added.' }),
    })
  }
  const error = telling.at('window')
  return (
    <Form onSubmit={() => void submit()}>
      <SubjectSelect subject={subject} onChange={setSubject} />
      <Until {...{ kind, date, error }} onKind={setKind} onDate={setDate} />
      {effect ? <EffectList changes={effect.changes} /> : null}
      <FormEnd
        telling={telling}
        fields={kind === 'date' ? ['window'] : []}
        word={i18n._({ id: 'patient.advice.do', message: 'Add it' })}
        isReady={subject !== '' && until !== null}
        onDone={onDone}
      />
    </Form>
  )
}

interface UntilProps {
  readonly kind: string
  readonly date: string
  readonly error: string | undefined
  readonly onKind: (kind: string) => void
  readonly onDate: (date: string) => void
}

/** A last day, or that doctor's next word. */
function Until({ kind, date, error, onKind, onDate }: UntilProps): JSX.Element {
  const { i18n, at, zone } = useCare()
  return (
    <>
      <Choice
        legend={i18n._({ id: 'patient.advice.until', message: 'How long to wait' })}
        name="advice"
        options={[
          { value: 'date', label: i18n._({ id: 'patient.advice.date', message: 'Until a day' }) },
          {
            value: 'cleared',
            label: i18n._({ id: 'patient.advice.cleared', message: 'Until that doctor says yes' }),
          },
        ]}
        chosen={[kind]}
        onChange={([next = 'date']) => onKind(next)}
      />
      {kind === 'date' ? (
        <Field
          label={i18n._({ id: 'patient.advice.last', message: 'The last day to leave it' })}
          type="date"
          min={addToDate(localDate(at, zone), { kind: 'days', days: 1 })}
          value={date}
          onInput={onDate}
          {...(error !== undefined && { error })}
        />
      ) : null}
    </>
  )
}

/** Days from the last session's end that hold the whole of that last day; null for no date of use. */
function daysUntil({ plan, at, zone }: AppCare, date: string): string | null {
  const [last] = endedProcedures({ plan, at })
  if (date === '' || !last) return null
  const days = daysBetween(localDate(last.endedAt, zone), date) + 1
  return days > 0 ? `P${days}D` : null
}
