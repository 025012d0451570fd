import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { PhotoCompare } from './photo-compare.tsx'
import { PhotoSheet } from './photo-sheet.tsx'
import { photoDayText } from './result-words.ts'
import { type PhotoBox, type ShownPhoto, usePhotos } from './use-photos.ts'

/** One's own photos: added, looked at side by side, taken away. Nothing measures them. */
export function Photos(): JSX.Element {
  const care = useCare()
  const { i18n, format } = care
  const box = usePhotos()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Card title={i18n._({ id: 'photos.title', message: 'Your photos' })}>
      <p>
        {i18n._({
          id: 'photos.lead',
          message:
            'They stay on this device and are sent nowhere. Nothing measures or judges them. Use the same place, light and distance each time.',
        })}
      </p>
      <PhotoCompare photos={box.photos} />
      {box.photos.length === 0 ? null : (
        <ul class="photos">
          {box.photos.map((photo) => (
            <li key={photo.id}>
              <button type="button" class="photo" onClick={() => setOpened(photo.id)}>
                <img src={photo.url} alt="" />
                <span>{photoDayText(care, photo)}</span>
                <span class="small">{format.shortDay(photo.at)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddPhotos box={box} />
      <PhotoSheet photo={photoWith(box, opened)} box={box} onClose={() => setOpened(null)} />
    </Card>
  )
}

function photoWith({ photos }: PhotoBox, id: string | null): ShownPhoto | null {
  return photos.find((photo) => photo.id === id) ?? null
}

function AddPhotos({ box }: { readonly box: PhotoBox }): JSX.Element {
  const { i18n, at } = useCare()
  return (
    <div class="stack-s">
      <label class="button button-plain photo-add">
        {i18n._({ id: 'photos.add', message: 'Add photos' })}
        <input
          type="file"
          class="unseen"
          accept="image/*"
          multiple
          onChange={(event) => {
            const { files } = event.currentTarget
            void box.add(Array.from(files ?? []), at)
          }}
        />
      </label>
      {box.trouble === null ? null : (
        <p class="field-error" role="alert">
          {box.trouble === 'unreadable'
            ? i18n._({
                id: 'photos.unreadable',
                message: 'This browser cannot read one of the pictures. Try it as a JPEG.',
              })
            : i18n._({
                id: 'photos.not-kept',
                message: 'This browser did not keep it. It may be a private window, or full.',
              })}
        </p>
      )}
    </div>
  )
}
