import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { readPhoto } from './read-photo.ts'

type Reading = 'idle' | 'reading' | 'nothing' | 'failed'

/** Reads the small print off a photo, on this device; the reader is fetched when it is first wanted. */
export function PhotoButton({ onText }: { readonly onText: (text: string) => void }): JSX.Element {
  const { i18n } = useCare()
  const [reading, setReading] = useState<Reading>('idle')
  const read = async (photo: Blob) => {
    setReading('reading')
    try {
      const text = await readPhoto(photo)
      setReading(text === '' ? 'nothing' : 'idle')
      if (text !== '') onText(text)
    } catch {
      // No network at the first use, or a file that is no picture: the list can be typed.
      setReading('failed')
    }
  }
  const isReading = reading === 'reading'
  return (
    <div class="stack-s">
      <label
        class={isReading ? 'button button-plain photo-busy' : 'button button-plain photo-take'}
      >
        {i18n._({ id: 'products.photo', message: 'Take a photo of the list' })}
        <input
          type="file"
          class="unseen"
          accept="image/*"
          disabled={isReading}
          onChange={(event) => {
            const [photo] = event.currentTarget.files ?? []
            if (photo) void read(photo)
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p class="quiet" role="status">
        {readingText(i18n, reading)}
      </p>
    </div>
  )
}

function readingText(i18n: ReturnType<typeof useCare>['i18n'], reading: Reading): string {
  switch (reading) {
    case 'reading':
      return i18n._({
        id: 'products.reading',
        message: 'Reading the photo. The first time takes longer.',
      })
    case 'nothing':
      return i18n._({
        id: 'products.read-nothing',
        message: 'We found no text on it. Take it closer, in more light, or type the list.',
      })
    case 'failed':
      return i18n._({
        id: 'products.read-failed',
        message:
          'The photo could not be read. The first one needs a network. You can type the list.',
      })
    default:
      return i18n._({
        id: 'products.photo-private',
        message:
          'It is read on this device, in Latin letters only. It is sent nowhere and not kept.',
      })
  }
}
