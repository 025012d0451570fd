import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { tellOverride } from '../../../api/events.ts'
import { useStaff } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { LengthField, type TypedLength, untilOf } from '../../protocol/length-field.tsx'
import type { FormProps } from './change-sheet.tsx'
import { type Effect, effectOf, floorOf } from './effect.ts'
import { EffectList } from './effect-list.tsx'
import { FormEnd } from './form-end.tsx'
import { isReason, ReasonField } from './reason-field.tsx'
import { SubjectSelect } from './subject-select.tsx'
import { useSaying } from './use-saying.ts'

/** Moves one window: later freely, earlier no further than the shortest time that any source gives. */
export function OverrideForm({ subject: chosen = '', onDone }: FormProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const { telling, tell } = useSaying(onDone)
  const [subject, setSubject] = useState(chosen)
  const [typed, setTyped] = useState<TypedLength>({ count: '', unit: 'day' })
  const [reason, setReason] = useState('')
  const window = untilOf(typed)
  const effect = useEffectOf(care, { subject, window })
  const refusal = effect && effect.refusals.length > 0 ? refusalText(care, subject) : undefined
  const error = refusal ?? telling.at('window')
  const submit = async () => {
    if (window === null || refusal !== undefined) return
    const form = { subject, window, reason: reason.trim() }
    const values = { subject: lowerFirst(texts.subject(subject)) }
    await tell((patientId, key, planHash) => tellOverride(patientId, form, { key, planHash }), {
      text: i18n._({ id: 'patient.override.said', message: 'Time changed: {subject}.', values }),
    })
  }
  return (
    <Form onSubmit={() => void submit()}>
      <SubjectSelect subject={subject} onChange={setSubject} />
      <LengthField
        label={i18n._({ id: 'patient.override.window', message: 'Leave it alone for' })}
        hint={hintText(care, subject)}
        error={error}
        value={typed}
        onInput={setTyped}
      />
      <ReasonField reason={reason} onType={setReason} error={telling.at('reason')} />
      {effect && refusal === undefined ? <EffectList changes={effect.changes} /> : null}
      <FormEnd
        telling={telling}
        fields={['window', 'reason']}
        word={i18n._({ id: 'patient.override.do', message: 'Change the time' })}
        isReady={isReady({ subject, window, reason }) && refusal === undefined}
        onDone={onDone}
      />
    </Form>
  )
}

interface Wanted {
  readonly subject: string
  readonly window: string | null
}

function isReady({ subject, window, reason }: Wanted & { readonly reason: string }): boolean {
  return subject !== '' && window !== null && isReason(reason)
}

function useEffectOf(care: AppCare, { subject, window }: Wanted): Effect | null {
  const { plan, at } = care
  const { name } = useStaff()
  return useMemo(() => {
    if (subject === '' || window === null) return null
    const event = { type: 'override', at, subject, by: name, reason: name } as const
    return effectOf(care, { ...event, window: { until: window } })
  }, [plan, at, subject, window])
}

/** The floor, in the words of this patient's clock. */
function refusalText(care: AppCare, subject: string): string {
  const { i18n, format, at } = care
  const floor = floorOf(care, subject)
  if (floor === null)
    return i18n._({
      id: 'patient.override.no-floor',
      message: 'No source gives a time that this could be shortened to. It can only be longer.',
    })
  return i18n._({
    id: 'patient.override.floor',
    message:
      'That is below the floor: the shortest time that any source gives ends {when}. Give a longer time.',
    values: { when: format.shortDayTime(floor, at) },
  })
}

function hintText(care: AppCare, subject: string): string {
  const { i18n, format, at } = care
  const counted = i18n._({
    id: 'patient.override.hint',
    message: 'From the end of the session. Longer freely; shorter down to the floor.',
  })
  if (subject === '') return counted
  const floor = floorOf(care, subject)
  if (floor === null) return counted
  return i18n._({
    id: 'patient.override.hint-floor',
    message: 'From the end of the session. Longer freely; not before {when}, the floor.',
    values: { when: format.shortDayTime(floor, at) },
  })
}
