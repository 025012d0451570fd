import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { ERASURE_REASONS, erasePatient, type ErasureReason } from '../../../api/records.ts'
import { useConsole } from '../../../app/console-context.ts'
import { queries } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Select } from '../../../components/select.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'

/** The end of a record. It says what is lost, and asks for the name: this alone cannot be taken back. */
export function EraseCard(): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'patient.erase', message: 'Erase this patient' })
  return (
    <Card title={title}>
      <p class="quiet">
        {i18n._({
          id: 'patient.erase.lead',
          message: 'For good. The law may ask you to keep a record for some years: check first.',
        })}
      </p>
      <div class="quiet-start">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {i18n._({ id: 'patient.erase.open', message: 'What would be lost' })}
        </Button>
      </div>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EraseForm onDone={() => setOpen(false)} />
      </Sheet>
    </Card>
  )
}

function EraseForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const { patient } = usePatient()
  const telling = useTelling()
  const [reason, setReason] = useState<ErasureReason>('asked')
  const [typed, setTyped] = useState('')
  const submit = async () => {
    const done = await telling.tell((key) => erasePatient(patient.patientId, reason, key))
    if (!done) return
    onDone()
    goTo(hrefTo('patients'), { instead: true })
    // Nothing of theirs stays on this page.
    queries.clear()
    say(i18n._({ id: 'patient.erase.said', message: 'The patient was erased.' }))
  }
  return (
    <Form onSubmit={() => void submit()}>
      <Lost />
      <Select
        label={i18n._({ id: 'patient.erase.reason', message: 'Why' })}
        value={reason}
        options={ERASURE_REASONS.map((one) => ({ value: one, label: reasonWord(i18n, one) }))}
        onChange={(next) => setReason(ERASURE_REASONS.find((one) => one === next) ?? 'asked')}
      />
      <Field
        label={i18n._({
          id: 'patient.erase.name',
          message: 'Type the name: {name}',
          values: { name: patient.name },
        })}
        value={typed}
        onInput={setTyped}
        autocomplete="off"
      />
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.erase.do', message: 'Erase for good' })}
        isReady={typed.trim() === patient.name.trim()}
        onDone={onDone}
      />
    </Form>
  )
}

/** What nobody can bring back, and what stays. */
function Lost(): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="stack-s">
      <p>
        <b>{i18n._({ id: 'patient.erase.lost', message: 'Lost for good' })}</b>
      </p>
      <ul class="erase-list">
        <li>
          {i18n._({
            id: 'patient.erase.lost.who',
            message: 'The name, the contact and everything that was written.',
          })}
        </li>
        <li>
          {i18n._({
            id: 'patient.erase.lost.care',
            message: 'Sessions, check-ins, photos, messages, consents and receipts.',
          })}
        </li>
        <li>
          {i18n._({
            id: 'patient.erase.lost.app',
            message: 'Their app: it is signed out, and their plan is no longer worked out.',
          })}
        </li>
      </ul>
      <p class="quiet">
        {i18n._({
          id: 'patient.erase.backups',
          message:
            'The key that opens the record is destroyed. Older backups still hold it: restoring one asks for the list of who was erased, and erases this record again. Restored without that list, the record can be read until somebody erases it again.',
        })}
      </p>
      <p class="quiet">
        {i18n._({
          id: 'patient.erase.trace',
          message: 'That there was a record, and who erased it, stays.',
        })}
      </p>
    </div>
  )
}

function reasonWord(i18n: I18n, reason: ErasureReason): string {
  switch (reason) {
    case 'asked':
      return i18n._({ id: 'patient.erase.asked', message: 'They asked for it' })
    case 'mistake':
      return i18n._({ id: 'patient.erase.mistake', message: 'The record was a mistake' })
    case 'retention-over':
      return i18n._({ id: 'patient.erase.retention', message: 'Kept as long as it has to be' })
    case 'test-data':
      return i18n._({ id: 'patient.erase.test', message: 'It was made up, to try things' })
    default:
      return reason satisfies never
  }
}
