import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { endedProcedures } from '../../../../model/care.ts'
import type { CheckInReply } from '../../../api/check-ins.ts'
import { useStaff } from '../../../app/console-context.ts'
import { CallAnswer } from './call-answer.tsx'
import { CallForm } from './call-form.tsx'

/** For somebody who calls: asks what the app asks, and has what it answers, to be read to them at once. */
export function CallButton(): JSX.Element | null {
  const care = useCare()
  const { i18n } = care
  const { may } = useStaff()
  const [isOpen, setOpen] = useState(false)
  const [answer, setAnswer] = useState<CheckInReply | null>(null)
  if (!may('owner', 'clinician', 'front-desk') || endedProcedures(care).length === 0) return null
  const close = () => {
    setOpen(false)
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
          <CallForm onAnswer={setAnswer} onDone={close} />
        ) : (
          <CallAnswer answer={answer} onDone={close} />
        )}
      </Sheet>
    </>
  )
}
