import type { BlobStore } from '../photo/index.ts'
import type { PhotoLine } from './backup-format.ts'
import { putBack } from './photos.ts'
import { type Erasure, isOfErased } from './replay-erasures.ts'

/** Photos on their way back, with what it takes to have never put them there. */
export interface PhotosBack {
  /** Put back, and those that the folder of copies does not have. */
  readonly counts: { readonly photos: number; readonly missingPhotos: number }
  readonly put: (line: PhotoLine) => Promise<void>
  /** Takes away what was put and had not been there before. */
  readonly undo: () => Promise<void>
}

/** Puts back photos of whoever is not erased; none without places for them. */
export async function photosBack(
  places: { readonly from: BlobStore; readonly to: BlobStore } | null,
  erasures: readonly Erasure[],
): Promise<PhotosBack> {
  const erased = new Set(erasures.map(({ patientId }) => patientId))
  const before = new Set(await places?.to.list(''))
  const added: string[] = []
  const counts = { photos: 0, missingPhotos: 0 }
  return {
    counts,
    put: async (line) => {
      if (places === null || isOfErased(erased, line.photo)) return
      if (!(await putBack(places, line))) {
        counts.missingPhotos += 1
        return
      }
      counts.photos += 1
      if (!before.has(line.photo)) added.push(line.photo)
    },
    undo: async () => {
      for (const photo of added) await places?.to.remove(photo)
    },
  }
}
