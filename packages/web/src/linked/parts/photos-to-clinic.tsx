import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import '../../components/button.css'
import '../../components/file-button.css'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { plainImage } from '../../store/plain-image.ts'
import { isGiven } from '../consents.ts'
import { goingOf } from '../going.ts'
import { clinicName } from '../linked-words.ts'
import { tell } from '../tell.ts'
import { useAsked } from '../use-asked.ts'

/** What a clinic's server takes, on the longer side. */
const LONGEST_PX = 2048

interface PhotosProps {
  readonly clinic: ClinicLink
}

/** Photos of the skin for the clinic: only once that was agreed to, and drawn anew here before they leave. */
export function PhotosToClinic({ clinic }: PhotosProps): JSX.Element {
  const { i18n, change, at } = useApp()
  const [isAgreed, setAgreed] = useAgreement(clinic)
  const telling = { change, at, patientId: clinic.patientId }
  const agree = (): void => {
    setAgreed()
    void tell(telling, { kind: 'consent', scope: 'photos-care', given: true })
  }
  return (
    <Card title={i18n._({ id: 'photo.title', message: 'Show it to your clinic' })}>
      {isAgreed ? <Sending clinic={clinic} /> : <Agreement clinic={clinic} onAgree={agree} />}
    </Card>
  )
}

/** Whether it was agreed to before, or just now. Until the server has said so, it was not. */
function useAgreement({ patientId }: ClinicLink): readonly [isAgreed: boolean, agree: () => void] {
  const [asked] = useAsked(`/patients/${patientId}/consents`)
  const [isNow, setNow] = useState(false)
  const isBefore = typeof asked === 'object' && isGiven(asked.body['consents'], 'photos-care')
  return [isNow || isBefore, () => setNow(true)]
}

interface AgreementProps extends PhotosProps {
  readonly onAgree: () => void
}

function Agreement({ clinic, onAgree }: AgreementProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <p>
        {i18n._({
          id: 'photo.consent',
          message:
            'You can send photos with your check-in. Clinicians of {name} see them, for your care and for nothing else, and a caregiver if you let one in. No program judges them. You can take this back under My clinic.',
          values: { name: clinicName(i18n, clinic) },
        })}
      </p>
      <div class="cluster">
        <Button onClick={onAgree}>
          {i18n._({ id: 'photo.agree', message: 'I agree to that' })}
        </Button>
      </div>
    </>
  )
}

function Sending({ clinic }: PhotosProps): JSX.Element {
  const { i18n, change, at, linked } = useApp()
  const [ids, setIds] = useState<readonly string[]>([])
  const [trouble, setTrouble] = useState<'unreadable' | 'not-kept' | null>(null)
  const add = async (file: File): Promise<void> => {
    const image = await plainImage(file, LONGEST_PX)
    if (image === null) return setTrouble('unreadable')
    const telling = { change, at, patientId: clinic.patientId }
    const item = await tell(telling, { kind: 'photo', image, purpose: 'care' })
    setTrouble(item ? null : 'not-kept')
    if (item) setIds((before) => [...before, item.id])
  }
  const sent = ids.filter((id) => goingOf(linked, id) === 'sent').length
  return (
    <>
      <p>
        {i18n._({
          id: 'photo.lead',
          message:
            'In good light, from the same distance each time. Place and time that your camera notes are taken out first.',
        })}
      </p>
      <PhotoButton onFile={(file) => void add(file)} />
      <p role="status">
        {ids.length === 0 ? '' : <SentCount sent={sent} waiting={ids.length - sent} />}
      </p>
      {trouble === null ? null : <Trouble trouble={trouble} />}
    </>
  )
}

function PhotoButton({ onFile }: { readonly onFile: (file: File) => void }): JSX.Element {
  const { i18n } = useApp()
  return (
    <label class="button button-plain file-button">
      {i18n._({ id: 'photo.add', message: 'Take or choose a photo' })}
      <input
        type="file"
        accept="image/*"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}

function Trouble({ trouble }: { readonly trouble: 'unreadable' | 'not-kept' }): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="field-error" role="alert">
      {trouble === 'unreadable'
        ? i18n._({
            id: 'photos.unreadable',
            message: 'This browser cannot read one of the pictures. Try it as a JPEG.',
          })
        : i18n._({
            id: 'photos.not-kept',
            message: 'This browser did not keep it. It may be a private window, or full.',
          })}
    </p>
  )
}

function SentCount({ sent, waiting }: Readonly<Record<'sent' | 'waiting', number>>): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      {sent === 0
        ? null
        : i18n._({
            id: 'photo.sent',
            message: '{count, plural, one {# photo sent.} other {# photos sent.}}',
            values: { count: sent },
          })}{' '}
      {waiting === 0
        ? null
        : i18n._({
            id: 'photo.waiting',
            message: '{count, plural, one {# photo not sent yet.} other {# photos not sent yet.}}',
            values: { count: waiting },
          })}
    </>
  )
}
