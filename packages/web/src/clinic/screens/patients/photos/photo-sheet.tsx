import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { type ClinicPhoto, photoAddress, removePhoto } from '../../../api/photos.ts'
import { useConsole } from '../../../app/console-context.ts'
import { usePatient } from '../page/patient-context.ts'
import { photoName } from './photo-words.ts'

interface PhotoSheetProps {
  /** Null while none is looked at. */
  readonly photo: ClinicPhoto | null
  readonly onClose: () => void
}

/** One photo whole, and the way to take its picture away for good. */
export function PhotoSheet({ photo, onClose }: PhotoSheetProps): JSX.Element {
  const app = useApp()
  return (
    <Sheet title={photo ? photoName(app, photo) : ''} isOpen={photo !== null} onClose={onClose}>
      {photo ? <PhotoBody key={photo.photoId} photo={photo} onClose={onClose} /> : null}
    </Sheet>
  )
}

interface PhotoBodyProps {
  readonly photo: ClinicPhoto
  readonly onClose: () => void
}

function PhotoBody({ photo, onClose }: PhotoBodyProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { patientId } = usePatient().patient
  return (
    <>
      <img
        class="photo-whole"
        src={photoAddress(patientId, photo.photoId, 'whole')}
        width={photo.widthPx}
        height={photo.heightPx}
        alt={i18n._({
          id: 'patient.photo.alt',
          message: 'Photo of the skin, {when}',
          values: { when: photoName(app, photo) },
        })}
      />
      <p class="quiet">
        {photo.purpose === 'care'
          ? i18n._({ id: 'patient.photo.for-care', message: 'For their care.' })
          : i18n._({ id: 'patient.photo.for-others', message: 'To show to others.' })}
      </p>
      <Removal photo={photo} onClose={onClose} />
    </>
  )
}

/** Asked twice: a picture that is gone is gone. */
function Removal({ photo, onClose }: PhotoBodyProps): JSX.Element {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { patient, renew } = usePatient()
  const [isAsked, setAsked] = useState(false)
  const remove = async () => {
    const reply = await removePhoto(patient.patientId, photo.photoId)
    if (!reply.ok) return sayProblem(reply.problem)
    onClose()
    await renew()
    say(i18n._({ id: 'patient.photo.removed', message: 'The picture is gone.' }))
  }
  if (!isAsked)
    return (
      <div class="quiet-start">
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {i18n._({ id: 'patient.photo.remove', message: 'Remove this photo' })}
        </Button>
      </div>
    )
  return (
    <div class="cluster">
      <Button onClick={() => void remove()}>
        {i18n._({ id: 'patient.photo.remove.sure', message: 'Yes, remove it for good' })}
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        {i18n._({ id: 'patient.photo.keep', message: 'Keep it' })}
      </Button>
    </div>
  )
}
