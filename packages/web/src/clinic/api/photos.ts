import { readItems, type Reply, send } from './request.ts'

export const PHOTO_PURPOSES = ['care', 'marketing'] as const
export type PhotoPurpose = (typeof PHOTO_PURPOSES)[number]

/** A photo as it is listed; its picture is read by its address. */
export interface ClinicPhoto {
  readonly photoId: string
  readonly purpose: PhotoPurpose
  readonly takenAt: string | null
  readonly recordedAt: string
  readonly widthPx: number
  readonly heightPx: number
  readonly removedAt: string | null
}

/** The newest first; removed ones without a picture. */
export function readPhotosOf(patientId: string): Promise<readonly ClinicPhoto[]> {
  const path = `/v1/patients/${patientId}/photos`
  return readItems<ClinicPhoto>(path)
}

/** Where a picture is drawn from; each look at a whole one is written down. */
export function photoAddress(patientId: string, photoId: string, part: 'whole' | 'small'): string {
  const address = `./api/v1/patients/${patientId}/photos/${photoId}`
  return part === 'whole' ? address : `${address}/thumbnail`
}

export interface NewPhoto {
  readonly photo: Blob
  readonly purpose: PhotoPurpose
  readonly takenAt: string | null
}

export function sendPhoto(
  patientId: string,
  { photo, purpose, takenAt }: NewPhoto,
  key: string,
): Promise<Reply<ClinicPhoto>> {
  const query = new URLSearchParams({ purpose, ...(takenAt !== null && { takenAt }) })
  const path = `/v1/patients/${patientId}/photos?${query}`
  return send({ method: 'POST', path, upload: photo, key })
}

export function removePhoto(patientId: string, photoId: string): Promise<Reply<null>> {
  return send({ method: 'DELETE', path: `/v1/patients/${patientId}/photos/${photoId}` })
}
