import { type Instant, parseInstant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { consentsOf } from '../care/consents.ts'
import { readCare } from '../care/patient-care.ts'
import { photoJson } from '../care/patient-json.ts'
import {
  blobKey,
  isFull,
  PARTS,
  type PhotoPart,
  type PhotoPurpose,
  type PhotoRow,
  photosOf,
  PURPOSES,
  putPhoto,
  readPhoto,
} from '../care/photo-record.ts'
import { actorOf } from '../http/principal.ts'
import { created, done, invalid, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route } from '../http/route.ts'
import { type CleanPhoto, cleanPhoto, PHOTO_BYTES_AT_MOST } from '../photo/index.ts'
import { inScope, optionalTimestamp, timestampOf } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { notInstant } from './care-of-call.ts'
import { anyForm, instantForm, listForm } from './forms.ts'
import { futureProblem, newEvent, recorded } from './new-event.ts'
import { patientOf } from './patient-of.ts'

/** Least privilege: who treats the skin looks at it. A desk and an owner who treats nobody do not need to. */
const WHO_SEES = ['clinician', 'patient', 'caregiver'] as const
const WHO_CHANGES = ['clinician', 'patient'] as const

const uploadQuery = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** When the camera says that it was taken: claimed, never counted from. */
  takenAt: instantForm.optional(),
})

/** Outside the transaction the photo is decoded, which takes long; no connection is held meanwhile. */
const upload = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/photos',
    summary: 'Keep a photo: pixels only, upright, sealed; its consent has to be there',
    tag: 'Photos',
    access: WHO_CHANGES,
    action: 'photo.create',
    apart: true,
    query: uploadQuery,
    upload: {
      types: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
      mostBytes: PHOTO_BYTES_AT_MOST,
    },
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const { takenAt: given, purpose } = call.query
    const takenAt = given === undefined ? null : parseInstant(given)
    if (takenAt === undefined) return notInstant('query.takenAt', given)
    const future = takenAt === null ? null : futureProblem(call, takenAt)
    if (future) return future
    const cleaned = await call.deps.photoGate(() => cleanPhoto(call.upload))
    if (!cleaned.ok) return invalid(cleaned.issues)
    const { principal, clinicId, deps } = call
    const patientId = principal.kind === 'patient' ? principal.patientId : undefined
    return inScope(deps.db, { clinicId, patientId }, (trx) =>
      keepPhoto({ ...call, trx }, { photo: cleaned.value, purpose, takenAt }),
    )
  },
)

interface NewPhoto {
  readonly photo: CleanPhoto
  readonly purpose: PhotoPurpose
  readonly takenAt: Instant | null
}

async function keepPhoto(call: Call, given: NewPhoto): Promise<Reply> {
  const found = await patientOf(call)
  if (!found.ok) return found.reply
  const { record } = found
  const locked = await readCare(call.trx, call.deps, { record, lock: true })
  if (!consentsOf(locked.events)[`photos-${given.purpose}`]) return NO_CONSENT
  if (isFull(await photosOf(call.trx, record), call.at)) return TOO_MANY
  const photoId = call.deps.createId()
  const data = { photo: photoId, purpose: given.purpose }
  const event = newEvent(call, { type: 'photo', at: call.at, data, eventId: photoId })
  return recorded(call, { record, events: [event], locked }, async () => {
    const { clinicId, patientId } = record
    const place = { clinicId, patientId, photoId, recordedAt: call.at }
    await putPhoto(call.deps, { record, photo: given.photo, place })
    const row = await insertPhoto(call, { ...given, photoId, patientId })
    call.note(data)
    return created(photoJson(row, record.zone))
  })
}

const NO_CONSENT = problem(422, 'refused', {
  detail: 'There is no consent to photos for this purpose.',
})
const TOO_MANY = problem(422, 'refused', {
  detail: 'There are as many photos as may be kept: 50 in a day, 1,000 in all.',
})

async function insertPhoto(
  { trx, clinicId, at, principal }: Call,
  {
    photo,
    purpose,
    takenAt,
    photoId,
    patientId,
  }: NewPhoto & { photoId: string; patientId: string },
): Promise<PhotoRow> {
  const actor = actorOf(principal)
  const { widthPx, heightPx, sha256 } = photo
  const sizeBytes = photo.jpeg.byteLength
  const row = { photoId, purpose, widthPx, heightPx, sha256, sizeBytes }
  await trx
    .insertInto('photo')
    .values({
      ...row,
      clinicId,
      patientId,
      actorKind: actor.kind,
      actorId: actor.id,
      takenAt: optionalTimestamp(takenAt),
      recordedAt: timestampOf(at),
    })
    .execute()
  return { ...row, takenAt, recordedAt: at, removedAt: null }
}

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/photos',
    summary: 'Which photos there are, the newest first; removed ones without their picture',
    tag: 'Photos',
    access: WHO_SEES,
    action: 'photo.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const photos = await photosOf(call.trx, found.record)
    return done({ items: photos.map((one) => photoJson(one, found.record.zone)), next: null })
  },
)

type Found =
  | { readonly ok: true; readonly record: PatientRecord; readonly row: PhotoRow }
  | { readonly ok: false; readonly reply: Reply }

/** The photo that a path names, of the patient that it names: another's is not there. */
async function photoOf(call: Call): Promise<Found> {
  const found = await patientOf(call)
  if (!found.ok) return found
  const photos = await photosOf(call.trx, found.record)
  const row = photos.find(({ photoId }) => photoId === call.params['photoId'])
  if (row === undefined) return { ok: false, reply: notFound('photo') }
  return { ok: true, record: found.record, row }
}

function viewRoute(part: PhotoPart, path: string): Route {
  return defineRoute(
    {
      method: 'get',
      path,
      summary: part === 'jpeg' ? 'The photo; each view is audited' : 'The photo, small',
      tag: 'Photos',
      access: WHO_SEES,
      action: part === 'jpeg' ? 'photo.view' : 'photo.view-small',
      replies: { 200: { type: 'image/jpeg' } },
    },
    async (call): Promise<Reply> => {
      const found = await photoOf(call)
      if (!found.ok) return found.reply
      const { record, row } = found
      if (row.removedAt !== null) return problem(410, 'gone')
      if (await isWithdrawn(call, found)) return NO_CONSENT
      const place = { ...row, clinicId: record.clinicId, patientId: record.patientId }
      const body = await readPhoto(call.deps, { record, place, part })
      if (body === null) return problem(410, 'gone')
      call.note({ photo: row.photoId, purpose: row.purpose })
      return { kind: 'raw', status: 200, type: 'image/jpeg', body, headers: INLINE }
    },
  )
}

const INLINE = { 'content-disposition': 'inline; filename="photo.jpg"' }

/** What was given for marketing and taken back, staff see no more; what was given for care is part of the record. */
async function isWithdrawn(
  { trx, principal }: Call,
  { record, row }: Extract<Found, { ok: true }>,
): Promise<boolean> {
  const isOwn = principal.kind === 'patient' || principal.kind === 'caregiver'
  if (isOwn || row.purpose !== 'marketing') return false
  const events = await eventsOf(trx, record)
  return !consentsOf(events)['photos-marketing']
}

const remove = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/photos/{photoId}',
    summary: 'Remove a photo: the picture is gone, that there was one is not',
    tag: 'Photos',
    access: WHO_CHANGES,
    action: 'photo.remove',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const found = await photoOf(call)
    if (!found.ok) return found.reply
    const { record, row } = found
    await call.trx
      .updateTable('photo')
      .set({ removedAt: timestampOf(row.removedAt ?? call.at) })
      .where('clinicId', '=', record.clinicId)
      .where('photoId', '=', row.photoId)
      .execute()
    call.note({ photo: row.photoId })
    call.afterwards(() => removeBlobs(call, { ...record, ...row }))
    return done(null)
  },
)

/** The row says that it is removed: a blob that cannot be reached now goes with the retention job. */
async function removeBlobs(
  { deps, requestId }: Call,
  place: Parameters<typeof blobKey>[0],
): Promise<void> {
  try {
    for (const part of PARTS) await deps.blobs.remove(blobKey(place, part))
  } catch {
    deps.log.warn({ requestId }, 'a removed photo is still to be taken from where photos are kept')
  }
}

export const PHOTO_ROUTES: readonly Route[] = [
  upload,
  list,
  viewRoute('jpeg', '/patients/{patientId}/photos/{photoId}'),
  viewRoute('thumbnail', '/patients/{patientId}/photos/{photoId}/thumbnail'),
  remove,
]
