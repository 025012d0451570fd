import { instantOf, isCalendarDate, localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { altText } from './photo-compare.tsx'
import { photoDayText } from './result-words.ts'
import type { PhotoBox, ShownPhoto } from './use-photos.ts'

interface PhotoSheetProps {
  readonly photo: ShownPhoto | null
  readonly box: PhotoBox
  readonly onClose: () => void
}

/** One photo, when it was taken and what the person notes beside it; and the way to take it away for good. */
export function PhotoSheet({ photo, box, onClose }: PhotoSheetProps): JSX.Element {
  const care = useCare()
  return (
    <Sheet title={photo ? photoDayText(care, photo) : ''} isOpen={photo !== null} onClose={onClose}>
      {photo ? <PhotoForm key={photo.id} {...{ photo, box, onClose }} /> : null}
    </Sheet>
  )
}

interface PhotoFormProps extends PhotoSheetProps {
  readonly photo: ShownPhoto
}

function PhotoForm({ photo, box, onClose }: PhotoFormProps): JSX.Element {
  const care = useCare()
  const { i18n, zone } = care
  const { url, ...kept } = photo
  const change = (date: string) => {
    if (isCalendarDate(date)) void box.change({ ...kept, at: instantOf(date, '12:00', zone) })
  }
  return (
    <>
      <img class="photo-large" src={url} alt={altText(care, photo)} />
      <Field
        label={i18n._({ id: 'photos.taken', message: 'Taken on' })}
        type="date"
        max={localDate(care.at, zone)}
        value={localDate(photo.at, zone)}
        onInput={change}
      />
      <Field
        label={i18n._({ id: 'photos.caption', message: 'Your own words' })}
        value={photo.caption}
        onInput={(caption) => void box.change({ ...kept, caption })}
        autocomplete="off"
      />
      <Removal
        onRemove={() => {
          onClose()
          void box.remove(photo.id)
        }}
      />
    </>
  )
}

/** Asked twice: a photo that is gone is gone. */
function Removal({ onRemove }: { readonly onRemove: () => void }): JSX.Element {
  const { i18n } = useCare()
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (isAsked) document.querySelector<HTMLElement>('.photo-remove .button')?.focus()
  }, [isAsked])
  if (!isAsked) {
    return (
      <div>
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {i18n._({ id: 'photos.remove', message: 'Delete this photo' })}
        </Button>
      </div>
    )
  }
  return (
    <div class="cluster photo-remove">
      <Button onClick={onRemove}>
        {i18n._({ id: 'photos.remove.sure', message: 'Yes, delete it for good' })}
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        {i18n._({ id: 'photos.remove.no', message: 'Keep it' })}
      </Button>
    </div>
  )
}
