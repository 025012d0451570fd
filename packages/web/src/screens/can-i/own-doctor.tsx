import { addToDate, daysBetween, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Field } from '../../components/field.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { endedProcedures } from '../../model/care.ts'
import type { SubjectAnswer } from '../../model/subject-answer.ts'

/** What the person's own doctor said: it can make the plan stricter, and never looser. */
export function OwnDoctor({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { i18n, record } = useCare()
  const [isOpen, setOpen] = useState(false)
  // What the patient's doctor said is the patient's to tell.
  if (!answer.isKnown || answer.isPlanned || record.clinic?.kind === 'caregiver') return null
  const title = i18n._({ id: 'doctor.title', message: 'My own doctor said something else' })
  return (
    <div>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AdviceForm subject={answer.subject} onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

interface AdviceFormProps {
  readonly subject: string
  readonly onDone: () => void
}

function AdviceForm({ subject, onDone }: AdviceFormProps): JSX.Element {
  const care = useCare()
  const { i18n, act, at, zone } = care
  const [kind, setKind] = useState('date')
  const [date, setDate] = useState('')
  const tomorrow = addToDate(localDate(at, zone), { kind: 'days', days: 1 })
  const until = kind === 'cleared' ? 'cleared' : daysUntil(care, date)
  const submit = (event: Event) => {
    event.preventDefault()
    if (until === null) return
    act({ type: 'patient-reported-advice', at, subject, window: { until } })
    onDone()
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Lead />
      <Choice
        legend={i18n._({ id: 'doctor.ask', message: 'How long did they say to wait?' })}
        name="advice"
        options={[
          { value: 'date', label: i18n._({ id: 'doctor.date', message: 'Until a day' }) },
          {
            value: 'cleared',
            label: i18n._({ id: 'doctor.cleared', message: 'Until they say it is fine' }),
          },
        ]}
        chosen={[kind]}
        onChange={([chosen = 'date']) => setKind(chosen)}
      />
      {kind === 'date' ? (
        <Field
          label={i18n._({ id: 'doctor.until', message: 'The last day to leave it' })}
          type="date"
          min={tomorrow}
          value={date}
          onInput={setDate}
        />
      ) : null}
      <Button kind="main" type="submit" disabled={until === null}>
        {i18n._({ id: 'doctor.save', message: 'Add to my plan' })}
      </Button>
    </form>
  )
}

function Lead(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p>
      {i18n._({
        id: 'doctor.lead',
        message:
          'Your doctor knows you: follow them. If they want you to wait longer, tell us, and your plan waits too. If they allow it sooner, do as they say; your plan here keeps its time.',
      })}
    </p>
  )
}

/** Days from the last session's end that hold the whole of that last day; null for no date of use. */
function daysUntil(care: AppCare, date: string): string | null {
  const [last] = endedProcedures(care)
  if (date === '' || !last) return null
  const days = daysBetween(localDate(last.endedAt, care.zone), date) + 1
  return days > 0 ? `P${days}D` : null
}
