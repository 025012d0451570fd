import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Sheet } from '../../../../components/sheet.tsx'
import { undoEvent } from '../../../api/procedures.ts'
import { useConsole } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { isReason, ReasonField } from '../change/reason-field.tsx'
import { eventTitle } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'
import type { Happened } from './happened.ts'

interface UndoSheetProps {
  /** What is to be taken back; null while nothing is. */
  readonly happened: Happened | null
  readonly onClose: () => void
}

/** Takes an event back, with the reason: it stays in the record, struck out. */
export function UndoSheet({ happened, onClose }: UndoSheetProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Sheet
      title={i18n._({ id: 'patient.undo.title', message: 'Take this back?' })}
      isOpen={happened !== null}
      onClose={onClose}
    >
      {happened ? <UndoForm happened={happened} onClose={onClose} /> : null}
    </Sheet>
  )
}

function UndoForm({
  happened: { event },
  onClose,
}: {
  readonly happened: Happened
  readonly onClose: () => void
}): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { say } = useConsole()
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const [reason, setReason] = useState('')
  const submit = async () => {
    const done = await telling.tell((key) =>
      undoEvent(patient.patientId, { eventId: event.eventId, reason: reason.trim() }, key),
    )
    if (!done) return
    onClose()
    await renew()
    say(i18n._({ id: 'patient.undone', message: 'Taken back.' }))
  }
  return (
    <Form onSubmit={() => void submit()}>
      <p>
        <b>{eventTitle(app, event)}</b>
      </p>
      <p class="quiet">
        {i18n._({
          id: 'patient.undo.lead',
          message:
            'It stays in the record, struck out. The plan is worked out as if it had not been.',
        })}
      </p>
      <ReasonField reason={reason} onType={setReason} error={telling.at('reason')} />
      <FormEnd
        telling={telling}
        fields={['reason']}
        word={i18n._({ id: 'patient.undo', message: 'Take back' })}
        isReady={isReason(reason)}
        onDone={onClose}
      />
    </Form>
  )
}
