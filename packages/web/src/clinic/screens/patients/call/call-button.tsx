import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { endedProcedures } from '../../../../model/care.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useHalfWritten } from '../../../app/half-written.ts'
import { usePatient } from '../page/patient-context.ts'
import { CallAnswer } from './call-answer.tsx'
import { type CallReply, NOTHING_ASKED } from './call-answers.ts'
import { CallForm } from './call-form.tsx'

/** For somebody who calls: asks what the app asks, and has what it answers, to be read to them at once. */
export function CallButton(): JSX.Element | null {
  const care = useCare()
  const { i18n } = care
  const { may } = useStaff()
  const { patientId } = usePatient().patient
  const [isOpen, setOpen] = useHalfWritten(`call open ${patientId}`, () => false)
  const [call, setCall] = useHalfWritten(`call ${patientId}`, () => NOTHING_ASKED)
  const [answer, setAnswer] = useHalfWritten<CallReply | null>(
    `call answer ${patientId}`,
    () => null,
  )
  if (!may('owner', 'clinician', 'front-desk') || endedProcedures(care).length === 0) return null
  const close = () => {
    setOpen(false)
    setCall(NOTHING_ASKED)
    setAnswer(null)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {i18n._({ id: 'patient.call', message: 'They called: record a check-in' })}
      </Button>
      <Sheet
        title={i18n._({ id: 'patient.call.title', message: 'A check-in by telephone' })}
        isOpen={isOpen}
        onClose={close}
      >
        {answer === null ? (
          <CallForm call={call} onChange={setCall} onAnswer={setAnswer} onDone={close} />
        ) : (
          <CallAnswer answer={answer} onAskRest={() => setAnswer(null)} onDone={close} />
        )}
      </Sheet>
    </>
  )
}
