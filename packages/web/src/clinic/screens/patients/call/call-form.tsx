import { urgencyOf } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Field } from '../../../../components/field.tsx'
import { PARTS, questionsOf } from '../../../../model/check-in.ts'
import { tellCheckIn } from '../../../api/check-ins.ts'
import { Form } from '../../../components/form.tsx'
import { LevelPill } from '../../inbox/level-pill.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'
import { type Call, type CallReply, soFar, toldIn } from './call-answers.ts'
import { CallPart } from './call-part.tsx'
import { notAskedWords } from './call-words.ts'
import './call.css'

interface CallFormProps {
  readonly call: Call
  readonly onChange: (call: Call) => void
  readonly onAnswer: (answer: CallReply) => void
  readonly onDone: () => void
}

/** The questions of the patient's own check-in on one page, alarms first. What is not asked stays open. */
export function CallForm({ call, onChange, onAnswer, onDone }: CallFormProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const [questions] = useState(() => questionsOf(care))
  const told = toldIn(call)
  const submit = async () => {
    if (told === null) return
    const { unanswered } = soFar(care, call)
    const kept = await telling.tell((key) => tellCheckIn(patient.patientId, told, key))
    if (!kept) return
    onAnswer({ ...kept.value, unanswered })
    await renew()
  }
  return (
    <Form onSubmit={() => void submit()}>
      {PARTS.map((part) => (
        <CallPart
          key={part}
          part={part}
          questions={questions.filter((one) => one.part === part)}
          call={call}
          onChange={onChange}
        />
      ))}
      <Field
        label={i18n._({ id: 'patient.call.notes', message: 'What else they said' })}
        isLong
        maxLength={10_000}
        value={call.notes}
        onInput={(notes) => onChange({ ...call, notes })}
      />
      <SoFar call={call} />
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.call.do', message: 'Record it and show the answer' })}
        isReady={told !== null}
        onDone={onDone}
      />
    </Form>
  )
}

/** An alarm at once, and which alarms nobody has asked for: until then nobody is calmed. */
function SoFar({ call }: { readonly call: Call }): JSX.Element {
  const care = useCare()
  const { texts, plan, at } = care
  const { disposition, unanswered } = useMemo(() => soFar(care, call), [plan, at, call])
  const isAlarm = urgencyOf(disposition) >= urgencyOf('urgent')
  return (
    <div role="status" class={isAlarm ? 'call-alarm' : ''}>
      {isAlarm ? (
        <p class="notice" lang={texts.lang}>
          <LevelPill disposition={disposition} /> {texts.text(`disposition.${disposition}`)}
        </p>
      ) : null}
      {isAlarm || unanswered.length === 0 ? null : (
        <p class="quiet">{notAskedWords(care, unanswered)}</p>
      )}
    </div>
  )
}
