import { formatInstant, instantOf, isCalendarDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Card } from '../../../../components/card.tsx'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import '../../../../components/file-button.css'
import { plainImage } from '../../../../store/plain-image.ts'
import type { ConsentScope, ConsentState } from '../../../api/consents.ts'
import { PHOTO_PURPOSES, type PhotoPurpose, sendPhoto } from '../../../api/photos.ts'
import { useConsole } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { usePatient } from '../page/patient-context.ts'
import { ConsentOnPaper } from '../record/consent-on-paper.tsx'
import { useTelling } from '../use-telling.ts'

interface AddPhotoProps {
  readonly consents: ConsentState['consents']
}

/** Adds a photo: drawn anew on this device first, so that no place, time or device goes with it. */
export function AddPhoto({ consents }: AddPhotoProps): JSX.Element {
  const { i18n } = useApp()
  const [photo, setPhoto] = useState<Blob | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const choose = async (file: File) => {
    const plain = await plainImage(file)
    setPhoto(plain)
    setUnreadable(plain === null)
  }
  return (
    <Card title={i18n._({ id: 'patient.photos.add', message: 'Add a photo' })}>
      <p class="quiet">
        {i18n._({
          id: 'patient.photos.add.lead',
          message: 'Only the pixels are kept, sealed with the patient’s own key.',
        })}
      </p>
      <div>
        <label class="button button-plain file-button">
          {i18n._({ id: 'patient.photos.choose', message: 'Choose a picture' })}
          <input
            type="file"
            accept="image/*"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) void choose(file)
            }}
          />
        </label>
      </div>
      {isUnreadable ? (
        <p class="field-error" role="alert">
          {i18n._({
            id: 'patient.photos.unreadable',
            message: 'This browser cannot read the picture. Try it as a JPEG.',
          })}
        </p>
      ) : null}
      {photo ? <PhotoForm {...{ photo, consents }} onDone={() => setPhoto(null)} /> : null}
    </Card>
  )
}

interface PhotoFormProps extends AddPhotoProps {
  readonly photo: Blob
  readonly onDone: () => void
}

function PhotoForm({ photo, consents, onDone }: PhotoFormProps): JSX.Element {
  const { i18n, at, zone } = useApp()
  const { say } = useConsole()
  const { patient, renew } = usePatient()
  const telling = useTelling()
  const [purpose, setPurpose] = useState<PhotoPurpose>('care')
  const [date, setDate] = useState(localDate(at, zone))
  const scope: ConsentScope = `photos-${purpose}`
  const isAllowed = consents[scope]
  const submit = async () => {
    const taken = isCalendarDate(date) ? Math.min(at, instantOf(date, '12:00', zone)) : at
    const form = { photo, purpose, takenAt: formatInstant(taken, 'UTC') }
    const sent = await telling.tell((key) => sendPhoto(patient.patientId, form, key))
    if (!sent) return
    onDone()
    await renew()
    say(i18n._({ id: 'patient.photos.added', message: 'The photo was added.' }))
  }
  return (
    <Form onSubmit={() => void submit()}>
      <Preview photo={photo} />
      <Purpose purpose={purpose} onChoose={setPurpose} />
      <Field
        label={i18n._({ id: 'patient.photos.taken', message: 'Taken on' })}
        type="date"
        max={localDate(at, zone)}
        value={date}
        onInput={setDate}
      />
      {isAllowed ? null : <ConsentOnPaper scope={scope} />}
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.photos.send', message: 'Keep the photo' })}
        isReady={isAllowed}
        onDone={onDone}
      />
    </Form>
  )
}

interface PurposeProps {
  readonly purpose: PhotoPurpose
  readonly onChoose: (purpose: PhotoPurpose) => void
}

function Purpose({ purpose, onChoose }: PurposeProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Choice
      legend={i18n._({ id: 'patient.photos.purpose', message: 'What it is for' })}
      isCompact
      name="purpose"
      options={[
        { value: 'care', label: i18n._({ id: 'patient.photos.care', message: 'Their care' }) },
        {
          value: 'marketing',
          label: i18n._({ id: 'patient.photos.marketing', message: 'To show others' }),
        },
      ]}
      chosen={[purpose]}
      onChange={([next]) => onChoose(PHOTO_PURPOSES.find((one) => one === next) ?? 'care')}
    />
  )
}

/** The picture as it will be sent. */
function Preview({ photo }: { readonly photo: Blob }): JSX.Element | null {
  const { i18n } = useApp()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  if (address === null) return null
  return (
    <img
      class="photo-whole"
      src={address}
      alt={i18n._({ id: 'patient.photos.chosen', message: 'The picture that you chose' })}
    />
  )
}
