import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Card } from '../../../../components/card.tsx'
import { readConsents } from '../../../api/consents.ts'
import { type ClinicPhoto, photoAddress, readPhotosOf } from '../../../api/photos.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Show } from '../../../components/loaded.tsx'
import { usePatient } from '../page/patient-context.ts'
import { AddPhoto } from './add-photo.tsx'
import { PhotoCompare } from './photo-compare.tsx'
import { PhotoSheet } from './photo-sheet.tsx'
import { photoName, takenAt } from './photo-words.ts'
import './photos.css'

/** Photos of the skin, over time and side by side. People compare; nothing is measured. */
export function PhotosPart(): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  if (may('clinician')) return <Photos />
  return (
    <Empty title={i18n._({ id: 'patient.photos.closed', message: 'Photos are for clinicians' })}>
      <p>
        {i18n._({
          id: 'patient.photos.closed.text',
          message: 'Who treats the skin looks at it. Your role does not need to.',
        })}
      </p>
    </Empty>
  )
}

function Photos(): JSX.Element {
  const { patientId } = usePatient().patient
  const photos = useQuery(['patients', patientId, 'photos'], () => readPhotosOf(patientId))
  const consents = useQuery(['patients', patientId, 'consents'], () => readConsents(patientId))
  return (
    <Show loaded={photos}>
      {(all) => (
        <Show loaded={consents}>
          {({ consents: given }) => (
            <div class="patient-columns">
              <div class="stack">
                <PhotoList photos={visible(all, given['photos-marketing'])} />
              </div>
              <div class="stack">
                <AddPhoto consents={given} />
              </div>
            </div>
          )}
        </Show>
      )}
    </Show>
  )
}

/** The oldest first; without those removed, and without what was given to show others and taken back. */
function visible(photos: readonly ClinicPhoto[], isMarketing: boolean): readonly ClinicPhoto[] {
  return photos
    .filter(({ removedAt, purpose }) => removedAt === null && (purpose === 'care' || isMarketing))
    .toSorted((a, b) => takenAt(a) - takenAt(b))
}

function PhotoList({ photos }: { readonly photos: readonly ClinicPhoto[] }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { patientId } = usePatient().patient
  const [opened, setOpened] = useState<ClinicPhoto | null>(null)
  if (photos.length === 0) return <NoPhotos />
  return (
    <>
      {photos.length > 1 ? <PhotoCompare photos={photos} /> : null}
      <Card title={i18n._({ id: 'patient.photos.over-time', message: 'Over time' })}>
        <ul class="photo-row">
          {photos.map((photo) => (
            <li key={photo.photoId}>
              <button type="button" class="photo-small" onClick={() => setOpened(photo)}>
                <img
                  src={photoAddress(patientId, photo.photoId, 'small')}
                  width={photo.widthPx}
                  height={photo.heightPx}
                  alt=""
                  loading="lazy"
                />
                <span>{photoName(app, photo)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p class="small">
          {i18n._({
            id: 'patient.photos.audit',
            message: 'Each look at a whole photo is written down.',
          })}
        </p>
      </Card>
      <PhotoSheet photo={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function NoPhotos(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'patient.photos.none', message: 'No photos yet' })}>
      <p>
        {i18n._({
          id: 'patient.photos.none.text',
          message:
            'Add one before the session and one at each visit, in the same light and from the same place. Two of them can then be laid side by side.',
        })}
      </p>
    </Empty>
  )
}
