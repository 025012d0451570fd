import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { photoDayText } from './result-words.ts'
import type { ShownPhoto } from './use-photos.ts'

interface PhotoCompareProps {
  readonly photos: readonly ShownPhoto[]
}

/** Two photos side by side, the first and the latest until others are chosen. People compare; nothing is computed. */
export function PhotoCompare({ photos }: PhotoCompareProps): JSX.Element | null {
  const { i18n } = useCare()
  const [earlier, setEarlier] = useState<string | null>(null)
  const [later, setLater] = useState<string | null>(null)
  if (photos.length < 2) return null
  const left = photos.find(({ id }) => id === earlier) ?? photos[0]
  const right = photos.find(({ id }) => id === later) ?? photos.at(-1)
  return (
    <div class="compare">
      <Side
        label={i18n._({ id: 'photos.first', message: 'First photo' })}
        photo={left}
        photos={photos}
        onChoose={setEarlier}
      />
      <Side
        label={i18n._({ id: 'photos.second', message: 'Second photo' })}
        photo={right}
        photos={photos}
        onChoose={setLater}
      />
    </div>
  )
}

interface SideProps extends PhotoCompareProps {
  readonly label: string
  readonly photo: ShownPhoto | undefined
  readonly onChoose: (id: string) => void
}

function Side({ label, photo, photos, onChoose }: SideProps): JSX.Element {
  const care = useCare()
  return (
    <figure class="compare-side">
      {photo ? <img src={photo.url} alt={altText(care, photo)} /> : null}
      <figcaption>
        <label>
          <span class="unseen">{label}</span>
          <select
            class="compare-select"
            value={photo?.id ?? ''}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {photos.map((one) => (
              <option key={one.id} value={one.id}>
                {`${photoDayText(care, one)}, ${care.format.shortDay(one.at)}`}
              </option>
            ))}
          </select>
        </label>
        {photo && photo.caption !== '' ? <bdi class="small">{photo.caption}</bdi> : null}
      </figcaption>
    </figure>
  )
}

/** What the person wrote, else when it is from: what it shows is for people to see. */
export function altText(care: AppCare, photo: ShownPhoto): string {
  const { i18n, format } = care
  const day = `${photoDayText(care, photo)}, ${format.day(photo.at)}`
  if (photo.caption !== '') return `${day}: ${photo.caption}`
  return i18n._({ id: 'photos.alt', message: 'Your photo. {day}', values: { day } })
}
