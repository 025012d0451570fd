import { useEffect, useState } from 'preact/hooks'
import { askToPersist } from '../../store/keep.ts'
import { erasePhoto, keepPhoto, type Photo, readPhotos } from '../../store/photos.ts'
import { plainImage } from '../../store/plain-image.ts'

/** A photo and the address it can be drawn from while the page is open. */
export interface ShownPhoto extends Photo {
  readonly url: string
}

export interface PhotoBox {
  /** The oldest first. */
  readonly photos: readonly ShownPhoto[]
  /** Why the last one could not be kept; null where it was. */
  readonly trouble: 'unreadable' | 'not-kept' | null
  readonly add: (files: readonly File[], at: number) => Promise<void>
  readonly change: (photo: Photo) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/** The photos of this browser, kept here and nowhere else. */
export function usePhotos(): PhotoBox {
  const [kept, setKept] = useState<readonly Photo[]>([])
  const [trouble, setTrouble] = useState<PhotoBox['trouble']>(null)
  const photos = useUrls(kept)
  const renew = async () => setKept(await readPhotos())
  const trying = async (keeping: () => Promise<void>) => {
    try {
      await keeping()
    } catch {
      // A private window, or no room left.
      setTrouble('not-kept')
    }
  }
  useEffect(() => void trying(renew), [])
  return {
    photos,
    trouble,
    add: (files, at) =>
      trying(async () => {
        const images = await Promise.all(files.map((file) => plainImage(file)))
        const read = images.filter((image) => image !== null)
        setTrouble(read.length < files.length ? 'unreadable' : null)
        for (const photo of newPhotos(kept, read, at)) await keepPhoto(photo)
        if (read.length > 0) await askToPersist()
        await renew()
      }),
    change: (photo) => trying(() => keepPhoto(photo).then(renew)),
    remove: (id) => trying(() => erasePhoto(id).then(renew)),
  }
}

/** Named by when they were added and which of that time they are. */
function newPhotos(kept: readonly Photo[], images: readonly Blob[], at: number): readonly Photo[] {
  const taken = new Set(kept.map(({ id }) => id))
  let number = 0
  return images.map((image) => {
    do number++
    while (taken.has(`${at}-${number}`))
    return { id: `${at}-${number}`, at, image, caption: '' }
  })
}

function useUrls(photos: readonly Photo[]): readonly ShownPhoto[] {
  const [shown, setShown] = useState<readonly ShownPhoto[]>([])
  useEffect(() => {
    const made = photos.map((photo) => ({ ...photo, url: URL.createObjectURL(photo.image) }))
    setShown(made)
    return () => made.forEach(({ url }) => URL.revokeObjectURL(url))
  }, [photos])
  return shown
}
