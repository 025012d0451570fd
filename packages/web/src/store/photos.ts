import { clear, createStore, del, entries, set, type UseStore } from 'idb-keyval'

/** A photo of one's own, kept in this browser alone; never measured, never sent. */
export interface Photo {
  readonly id: string
  /** When it was added. */
  readonly at: number
  readonly image: Blob
  /** What the person wrote beside it. */
  readonly caption: string
}

const photos: UseStore = createStore('afterglow-photos', 'photos')

/** All of them, the oldest first. */
export async function readPhotos(): Promise<readonly Photo[]> {
  // Only `keepPhoto` writes here.
  const kept = (await entries(photos)) as readonly (readonly [string, Photo])[]
  return kept.map(([, photo]) => photo).toSorted((a, b) => a.at - b.at)
}

export async function keepPhoto(photo: Photo): Promise<void> {
  await set(photo.id, photo, photos)
}

export async function erasePhoto(id: string): Promise<void> {
  await del(id, photos)
}

export async function erasePhotos(): Promise<void> {
  await clear(photos)
}
