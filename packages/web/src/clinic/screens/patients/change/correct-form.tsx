import {
  formatInstant,
  type Instant,
  instantOf,
  isCalendarDate,
  type Procedure,
} from '@afterglow/engine'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { Field } from '../../../../components/field.tsx'
import { toldEnd } from '../../../../interview/latest-end.ts'
import { currentProcedure } from '../../../../interview/session-of.ts'
import { endWords } from '../../../../words/end-words.ts'
import { tellCorrection } from '../../../api/events.ts'
import { useStaff } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { Select } from '../../../components/select.tsx'
import { sessionText } from '../session-words.ts'
import type { FormProps } from './change-sheet.tsx'
import { effectOf } from './effect.ts'
import { EffectList } from './effect-list.tsx'
import { FormEnd } from './form-end.tsx'
import { useSaying } from './use-saying.ts'

/** Corrects when a session ended: what it does to the plan stands there before it is said. */
export function CorrectForm({ onDone }: Pick<FormProps, 'onDone'>): JSX.Element {
  const care = useCare()
  const { i18n, session, plan, at, zone } = care
  const { telling, tell } = useSaying(onDone)
  const [procedure, setProcedure] = useState(() => lastToCorrect(care))
  const [typed, setTyped] = useState<string | null>(null)
  const known = toldEnd(session, procedure).endedAt
  const endedAt = typed === null ? known : instantIn(typed, zone)
  const effect = useMemo(() => {
    if (endedAt === null || endedAt === known) return null
    return effectOf(care, { type: 'corrected', at, procedure: procedure.id, endedAt })
  }, [plan, at, procedure.id, endedAt])
  const choose = (next: Procedure) => {
    setProcedure(next)
    setTyped(null)
  }
  const submit = async () => {
    if (endedAt === null) return
    const form = { procedure: procedure.id, endedAt: formatInstant(endedAt, zone) }
    await tell((patientId, key) => tellCorrection(patientId, form, key), {
      text: i18n._({ id: 'patient.correct.said', message: 'The end was corrected.' }),
    })
  }
  return (
    <Form onSubmit={() => void submit()}>
      <WhichSession procedure={procedure} onChoose={choose} />
      <EndField
        typed={typed ?? formatInstant(known, zone).slice(0, MINUTES)}
        onType={setTyped}
        error={telling.at('endedAt')}
      />
      {effect ? <EffectList changes={effect.changes} /> : null}
      <FormEnd
        telling={telling}
        fields={['endedAt']}
        word={i18n._({ id: 'patient.correct.do', message: 'Correct it' })}
        isReady={effect !== null}
        onDone={onDone}
      />
    </Form>
  )
}

/** The last that has ended; before any has, the one to come. */
function lastToCorrect({ session, at }: AppCare): Procedure {
  const ended = session.procedures
    .filter((one) => toldEnd(session, one).endedAt <= at)
    .toSorted((a, b) => toldEnd(session, b).endedAt - toldEnd(session, a).endedAt)
  return ended[0] ?? currentProcedure(session)
}

/** `2026-11-30T10:45` is so long. */
const MINUTES = 16

/** Null for what is no time. */
function instantIn(typed: string, zone: string): Instant | null {
  const [date = '', clock = ''] = typed.split('T')
  return isCalendarDate(date) && /^\d\d:\d\d/.test(clock)
    ? instantOf(date, clock.slice(0, 5), zone)
    : null
}

interface WhichSessionProps {
  readonly procedure: Procedure
  readonly onChoose: (procedure: Procedure) => void
}

function WhichSession({ procedure, onChoose }: WhichSessionProps): JSX.Element | null {
  const care = useCare()
  const { i18n, session, format, at } = care
  const { procedures } = session
  if (procedures.length < 2) return null
  return (
    <Select
      label={i18n._({ id: 'patient.correct.which', message: 'Which session' })}
      value={procedure.id}
      options={procedures.map((one) => ({
        value: one.id,
        label: `${endWords(format, toldEnd(session, one), at)} · ${sessionText(care, one)}`,
      }))}
      onChange={(id) => onChoose(procedures.find((one) => one.id === id) ?? procedure)}
    />
  )
}

interface EndFieldProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly error: string | undefined
}

function EndField({ typed, onType, error }: EndFieldProps): JSX.Element {
  const { i18n } = useCare()
  const { may } = useStaff()
  return (
    <Field
      label={i18n._({ id: 'patient.correct.when', message: 'It ended' })}
      hint={
        may('clinician')
          ? i18n._({
              id: 'patient.correct.hint',
              message: 'On the patient’s clock. Windows count from it, from now on.',
            })
          : i18n._({
              id: 'patient.correct.hint-desk',
              message: 'On the patient’s clock. Later only: an earlier end, a clinician says.',
            })
      }
      type="datetime-local"
      value={typed}
      onInput={onType}
      {...(error !== undefined && { error })}
    />
  )
}
