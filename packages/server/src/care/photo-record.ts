import type { Instant } from '@afterglow/engine'
import type { CleanPhoto } from '../photo/index.ts'
import type { Deps } from '../deps.ts'
import { type SealContext, seal, unseal } from '../seal/index.ts'
import type { Trx } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'

export const PURPOSES = ['care', 'marketing'] as const
export type PhotoPurpose = (typeof PURPOSES)[number]

export const PARTS = ['jpeg', 'thumbnail'] as const
export type PhotoPart = (typeof PARTS)[number]

const MOST_PHOTOS = { aDay: 50, inAll: 1_000 } as const
const DAY_MS = 86_400_000

/** A photo as its row tells it; its bytes are sealed and kept apart. */
export interface PhotoRow {
  readonly photoId: string
  readonly purpose: string
  readonly takenAt: Instant | null
  readonly recordedAt: Instant
  readonly widthPx: number
  readonly heightPx: number
  readonly sizeBytes: number
  readonly sha256: string
  readonly removedAt: Instant | null
}

interface Place {
  readonly clinicId: string
  readonly patientId: string
  readonly photoId: string
  readonly recordedAt: Instant
}

/** The instant is in the key, so that a blob without a row shows how old it is. */
export function blobKey(
  { clinicId, patientId, photoId, recordedAt }: Place,
  part: PhotoPart,
): string {
  return `${clinicId}/${patientId}/${photoId}/${recordedAt}-${part}`
}

/** What a key says; null for what is none of a photo. */
export function readBlobKey(
  key: string,
): { readonly patientId: string; readonly photoId: string; readonly recordedAt: Instant } | null {
  const found = /^[0-9a-f-]{36}\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/(\d{1,15})-[a-z]+$/.exec(key)
  const [, patientId, photoId, recordedAt] = found ?? []
  if (patientId === undefined || photoId === undefined) return null
  return { patientId, photoId, recordedAt: Number(recordedAt) }
}

/** Before the row: a row without its photo would be worse than a photo without its row, which the retention job finds. */
export async function putPhoto(
  { blobs }: Pick<Deps, 'blobs'>,
  { record, photo, place }: { record: PatientRecord; photo: CleanPhoto; place: Place },
): Promise<void> {
  for (const part of PARTS) {
    const sealed = seal(record.key, photo[part], sealPlace(place, part))
    await blobs.put(blobKey(place, part), sealed)
  }
}

/** The bytes of a photo; null where they are gone or are not what was put there. */
export async function readPhoto(
  { blobs }: Pick<Deps, 'blobs'>,
  { record, place, part }: { record: PatientRecord; place: Place; part: PhotoPart },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sealed = await blobs.get(blobKey(place, part))
  if (sealed === null) return null
  const opened = unseal(record.key, sealed, sealPlace(place, part))
  return opened.ok ? new Uint8Array(opened.value) : null
}

function sealPlace({ clinicId, patientId, photoId }: Place, part: PhotoPart): SealContext {
  return { clinicId, patientId, field: `photo.${part}`, rowId: photoId }
}

export async function photosOf(
  trx: Trx,
  { clinicId, patientId }: Pick<Place, 'clinicId' | 'patientId'>,
): Promise<readonly PhotoRow[]> {
  return trx
    .selectFrom('photo')
    .select([
      'photoId',
      'purpose',
      'takenAt',
      'recordedAt',
      'widthPx',
      'heightPx',
      'sizeBytes',
      'sha256',
      'removedAt',
    ])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .orderBy('recordedAt', 'desc')
    .orderBy('photoId')
    .execute()
}

/** Whether there are as many as one person may have: of the last day with those removed, in all without. */
export function isFull(photos: readonly PhotoRow[], at: Instant): boolean {
  const today = photos.filter(({ recordedAt }) => recordedAt > at - DAY_MS)
  const kept = photos.filter(({ removedAt }) => removedAt === null)
  return today.length >= MOST_PHOTOS.aDay || kept.length >= MOST_PHOTOS.inAll
}
