import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../app/care-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import type { SeriesPlan } from '../../../model/series.ts'
import { newKey } from '../../api/request.ts'
import { shortDate } from './board-words.ts'
import {
  nextProcedure,
  type PlannedWhen,
  usualTime,
  whenProblem,
  type WhenProblem,
} from './next-procedure.ts'
import { usePlannedSessions } from './use-planned-sessions.ts'

interface PlanDateProps {
  readonly patientId: string
  readonly series: SeriesPlan
  /** Null while nothing is planned; empty where the date is still to be chosen. */
  readonly date: string | null
  readonly onClose: () => void
}

/** Records the next session as planned: as the last one was done, on that date. */
export function PlanDate({ date, onClose, ...rest }: PlanDateProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <Sheet
      title={i18n._({ id: 'series.plan.title', message: 'Plan a session' })}
      isOpen={date !== null}
      onClose={onClose}
    >
      {date === null ? null : <PlanForm {...rest} date={date} onClose={onClose} />}
    </Sheet>
  )
}

interface PlanFormProps extends PlanDateProps {
  readonly date: string
}

function PlanForm({ patientId, series, date, onClose }: PlanFormProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { plan, isBusy } = usePlannedSessions(patientId)
  const [when, setWhen] = useState<PlannedWhen>({ date, time: usualTime(care) })
  const [isTried, setTried] = useState(false)
  const [key] = useState(newKey)
  const problem = whenProblem(care, series, when)
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (problem === null && !isBusy)
      void plan(nextProcedure(care, series, when), key).then((isDone) => isDone && onClose())
  }
  return (
    <form class="stack" onSubmit={submit}>
      <WhenFields {...{ when, setWhen }} problem={isTried ? problem : null} />
      {series.holds.length === 0 ? null : (
        <p class="missing">
          {i18n._({
            id: 'series.plan.held',
            message: 'A reason to wait is in force. Look at it again before the session.',
          })}
        </p>
      )}
      <p class="quiet">
        {i18n._({
          id: 'series.plan.as-last',
          message: 'It is recorded as the last session was done. Change it when it is over.',
        })}
      </p>
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'series.plan', message: 'Plan this date' })}
      </Button>
    </form>
  )
}

interface WhenFieldsProps {
  readonly when: PlannedWhen
  readonly setWhen: (when: PlannedWhen) => void
  readonly problem: WhenProblem | null
}

function WhenFields({ when, setWhen, problem }: WhenFieldsProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const errorIn = (field: WhenProblem['field']) =>
    problem?.field === field ? { error: whenProblemWords(care, problem) } : {}
  return (
    <div class="plan-form">
      <Field
        label={i18n._({ id: 'series.plan.date', message: 'Date' })}
        type="date"
        value={when.date}
        onInput={(date) => setWhen({ ...when, date })}
        {...errorIn('date')}
      />
      <Field
        label={i18n._({ id: 'series.plan.time', message: 'Time it ends, where the patient is' })}
        type="time"
        value={when.time}
        onInput={(time) => setWhen({ ...when, time })}
        {...errorIn('time')}
      />
    </div>
  )
}

export function whenProblemWords(care: AppCare, { code, first }: WhenProblem): string {
  const { i18n } = care
  switch (code) {
    case 'no-date':
      return i18n._({ id: 'series.plan.no-date', message: 'Choose a date that exists.' })
    case 'past':
      return i18n._({ id: 'series.plan.past', message: 'Choose a time to come.' })
    case 'no-time':
      return i18n._({ id: 'series.plan.no-time', message: 'Give a time, such as 10:30.' })
    case 'too-soon':
      return i18n._({
        id: 'series.plan.too-soon',
        message: 'Too near to another session: the least gap is over on {date}.',
        values: { date: first === undefined ? '' : shortDate(care, first) },
      })
    default:
      return code satisfies never
  }
}
