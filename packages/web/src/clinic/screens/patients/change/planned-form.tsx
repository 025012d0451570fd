import { addToDate, isCalendarDate, localDate, planSeries } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Field } from '../../../../components/field.tsx'
import { seriesOf } from '../../../../model/series.ts'
import type { ToldEvent } from '../../../api/events.ts'
import { type GivenProcedure, recordProcedure } from '../../../api/procedures.ts'
import type { Reply } from '../../../api/request.ts'
import { Form } from '../../../components/form.tsx'
import { nextProcedure, whenProblem } from '../../series/next-procedure.ts'
import { whenProblemWords } from '../../series/plan-date.tsx'
import type { FormProps } from './change-sheet.tsx'
import { FormEnd } from './form-end.tsx'
import { useSaying } from './use-saying.ts'

/** Plans the next session, as the last one was done: its day, and its end where that is known. */
export function PlannedForm({ onDone }: Pick<FormProps, 'onDone'>): JSX.Element {
  const care = useCare()
  const { i18n, at, zone } = care
  const { telling, tell } = useSaying(onDone)
  const first = useMemo(() => firstDate(care), [care.plan, at])
  const [date, setDate] = useState(first ?? '')
  const [clock, setClock] = useState('')
  const when = { date, time: clock || LAST_MINUTE }
  const series = useMemo(() => seriesOf(care, {}), [care.plan, at])
  const problem = date === '' ? null : whenProblem(care, series, when)
  const submit = async () => {
    if (!isCalendarDate(date) || problem !== null) return
    // A day without a time is read to its last minute, and says that it was.
    const isDayAlone = clock === ''
    const form = {
      ...nextProcedure(care, series, when),
      ...(isDayAlone && { endedAtEstimated: true }),
    }
    await tell((patientId, key) => planned(patientId, form, key), {
      text: i18n._({ id: 'patient.planned.said', message: 'The session was planned.' }),
    })
  }
  const error = telling.at('endedAt') ?? (problem ? whenProblemWords(care, problem) : undefined)
  return (
    <Form onSubmit={() => void submit()}>
      <Spacing first={first} />
      <Field
        label={i18n._({ id: 'patient.planned.date', message: 'Day' })}
        type="date"
        min={addToDate(localDate(at, zone), { kind: 'days', days: 1 })}
        value={date}
        onInput={setDate}
        {...(error !== undefined && { error })}
      />
      <EndTime clock={clock} onClock={setClock} />
      <FormEnd
        telling={telling}
        fields={['endedAt']}
        word={i18n._({ id: 'patient.planned.do', message: 'Plan it' })}
        isReady={isCalendarDate(date) && problem === null}
        onDone={onDone}
      />
    </Form>
  )
}

interface EndTimeProps {
  readonly clock: string
  readonly onClock: (clock: string) => void
}

function EndTime({ clock, onClock }: EndTimeProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <Field
      label={i18n._({ id: 'patient.planned.time', message: 'Time it will end' })}
      hint={i18n._({ id: 'patient.planned.time-hint', message: 'It may stay empty.' })}
      type="time"
      value={clock}
      onInput={onClock}
    />
  )
}

/** When the sources' spacing begins, or that something is in the way. */
function Spacing({ first }: { readonly first: string | null }): JSX.Element {
  const { i18n, format } = useCare()
  if (first !== null)
    return (
      <p class="quiet">
        {i18n._({
          id: 'patient.planned.lead',
          message: 'The sources’ spacing begins {date}.',
          values: { date: format.date(first) },
        })}
      </p>
    )
  return (
    <p class="quiet">
      <a href={hrefTo('series')}>
        {i18n._({
          id: 'patient.planned.held',
          message: 'Something holds the next session, or no date is left. See the series.',
        })}
      </a>
    </p>
  )
}

const LAST_MINUTE = '23:59'

/** The event of a procedure has its id. */
async function planned(
  patientId: string,
  form: GivenProcedure,
  key: string,
): Promise<Reply<Pick<ToldEvent, 'eventId'>>> {
  const reply = await recordProcedure(patientId, form, key)
  return reply.ok ? { ...reply, value: { eventId: reply.value.procedureId } } : reply
}

/** The first day that the sources' spacing allows; null where a hold or no date is in the way. */
function firstDate({ planner, plan, at }: AppCare): string | null {
  return planSeries(planner, plan, { at }).sessions[0]?.date ?? null
}
