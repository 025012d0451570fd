import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Card } from '../../../../components/card.tsx'
import { Choice } from '../../../../components/choice.tsx'
import { type ClinicPhoto, photoAddress } from '../../../api/photos.ts'
import { Select } from '../../../components/select.tsx'
import { usePatient } from '../page/patient-context.ts'
import { photoName } from './photo-words.ts'

interface PhotoCompareProps {
  /** Two at least, the oldest first. */
  readonly photos: readonly ClinicPhoto[]
}

interface Pair {
  readonly earlier: ClinicPhoto
  readonly later: ClinicPhoto
}

/** Two photos beside each other, or one over the other with a slider: the first and the latest until others are chosen. */
export function PhotoCompare({ photos }: PhotoCompareProps): JSX.Element | null {
  const { i18n } = useApp()
  const [view, setView] = useState('beside')
  const [ids, setIds] = useState<readonly (string | undefined)[]>([])
  const find = (id: string | undefined) => photos.find(({ photoId }) => photoId === id)
  const earlier = find(ids[0]) ?? photos[0]
  const later = find(ids[1]) ?? photos.at(-1)
  if (!earlier || !later) return null
  return (
    <Card title={i18n._({ id: 'patient.photos.compare', message: 'Two side by side' })}>
      <div class="compare-choice">
        <PhotoSelect
          label={i18n._({ id: 'patient.photos.first', message: 'First photo' })}
          photos={photos}
          photo={earlier}
          onChoose={(id) => setIds([id, later.photoId])}
        />
        <PhotoSelect
          label={i18n._({ id: 'patient.photos.second', message: 'Second photo' })}
          photos={photos}
          photo={later}
          onChoose={(id) => setIds([earlier.photoId, id])}
        />
      </div>
      <Choice
        legend={i18n._({ id: 'patient.photos.view', message: 'How to show them' })}
        isLegendUnseen
        isCompact
        name="compare"
        options={[
          { value: 'beside', label: i18n._({ id: 'patient.photos.beside', message: 'Beside' }) },
          { value: 'over', label: i18n._({ id: 'patient.photos.over', message: 'Slider' }) },
        ]}
        chosen={[view]}
        onChange={([next = 'beside']) => setView(next)}
      />
      {view === 'beside' ? (
        <Beside earlier={earlier} later={later} />
      ) : (
        <Over earlier={earlier} later={later} />
      )}
    </Card>
  )
}

interface PhotoSelectProps extends PhotoCompareProps {
  readonly label: string
  readonly photo: ClinicPhoto
  readonly onChoose: (id: string) => void
}

function PhotoSelect({ label, photos, photo, onChoose }: PhotoSelectProps): JSX.Element {
  const app = useApp()
  return (
    <Select
      label={label}
      value={photo.photoId}
      options={photos.map((one) => ({ value: one.photoId, label: photoName(app, one) }))}
      onChange={onChoose}
    />
  )
}

function Beside({ earlier, later }: Pair): JSX.Element {
  const app = useApp()
  return (
    <div class="compare-beside">
      {[earlier, later].map((photo, k) => (
        <figure key={`${photo.photoId} ${k}`}>
          <Whole photo={photo} />
          <figcaption class="quiet">{photoName(app, photo)}</figcaption>
        </figure>
      ))}
    </div>
  )
}

function Whole({ photo }: { readonly photo: ClinicPhoto }): JSX.Element {
  const app = useApp()
  const { patientId } = usePatient().patient
  return (
    <img
      src={photoAddress(patientId, photo.photoId, 'whole')}
      width={photo.widthPx}
      height={photo.heightPx}
      alt={app.i18n._({
        id: 'patient.photo.alt',
        message: 'Photo of the skin, {when}',
        values: { when: photoName(app, photo) },
      })}
    />
  )
}

/** The later one over the earlier one, uncovered from its left: left stays left, as faces do. */
function Over({ earlier, later }: Pair): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const [percent, setPercent] = useState(50)
  return (
    <div class="compare-over" dir="ltr">
      <div class="compare-pile">
        <Whole photo={earlier} />
        <div class="compare-top" style={{ clipPath: `inset(0 0 0 ${percent}%)` }}>
          <Whole photo={later} />
        </div>
        <span class="compare-edge" style={{ left: `${percent}%` }} />
      </div>
      <label class="compare-slider">
        <span class="unseen">
          {i18n._({ id: 'patient.photos.slider', message: 'How much of the first photo shows' })}
        </span>
        <input
          type="range"
          min="0"
          max="100"
          value={percent}
          onInput={(event) => setPercent(Number(event.currentTarget.value))}
        />
      </label>
      <p class="compare-names quiet">
        <span dir="auto">{photoName(app, earlier)}</span>
        <span dir="auto">{photoName(app, later)}</span>
      </p>
    </div>
  )
}
