import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detailed, held, markersOf, withSegment } from '../photo/fixtures.ts'
import { inScope } from '../store/database.ts'
import { consent } from '../testing/consent.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
  type Told,
} from '../testing/harness.ts'

const JPEG = { 'content-type': 'image/jpeg' }

describe.each(DATABASES)('photos on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  let plain: Uint8Array
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    plain = await held(1).jpeg().toBuffer()
  })
  afterAll(() => server.close())

  async function newAlbum() {
    const { patientId } = await newPatientWithSession(server, clinicId)
    await consent(server, { clinicId, patientId }, { scope: 'photos-care', given: true })
    const own = askingAs(server, patient(clinicId, patientId))
    const path = `/patients/${patientId}/photos`
    const put = (bytes = plain, ask = own): Promise<Told> =>
      ask('POST', `${path}?purpose=care`, bytes, JPEG)
    return { patientId, own, path, put }
  }

  it('keeps the pixels upright and nothing of what the camera wrote beside them', async () => {
    const { own, path, put } = await newAlbum()
    const exif = withSegment(
      await held(6).jpeg().toBuffer(),
      0xe1,
      'http://ns.adobe.com/xap/1.0/\0GPS 25.2048 N',
    )
    const told = await put(exif)
    expect(told.status).toBe(201)
    expect(told.body).toMatchObject({ widthPx: 240, heightPx: 160 })
    const { body, headers } = await own('GET', `${path}/${told.body.photoId}`)
    const text = Buffer.from(body).toString('latin1')
    for (const mark of ['Exif', 'ns.adobe.com', 'Photoshop', '25.2048'])
      expect(text).not.toContain(mark)
    expect(markersOf(body)).not.toContain(0xe1)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-disposition')).toBe('inline; filename="photo.jpg"')
  })

  it('keeps only sealed bytes: what lies in the store is no picture', async () => {
    const { patientId, put } = await newAlbum()
    await put()
    const keys = await server.deps.blobs.list(`${clinicId}/${patientId}/`)
    expect(keys).toHaveLength(2)
    for (const key of keys) {
      const bytes = Buffer.from((await server.deps.blobs.get(key)) ?? [])
      expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
    }
  })

  it('refuses a page that begins as a photo, a drawing, and a photo cut in half', async () => {
    const { patientId, put } = await newAlbum()
    const page = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from('<script>alert(1)</script>'),
    ])
    const whole = await detailed(400, 300).jpeg().toBuffer()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    for (const bytes of [page, svg, whole.subarray(0, whole.length / 2)])
      expect((await put(new Uint8Array(bytes))).status).toBe(400)
    expect(await server.deps.blobs.list(`${clinicId}/${patientId}/`)).toEqual([])
  })

  it('drops what hides behind the end of a photo', async () => {
    const { own, path, put } = await newAlbum()
    const told = await put(
      new Uint8Array(Buffer.concat([plain, Buffer.from('PK\x03\x04 <script>')])),
    )
    const { body } = await own('GET', `${path}/${told.body.photoId}`)
    expect(Buffer.from(body).toString('latin1')).not.toContain('<script>')
  })

  it('takes none without the consent of its purpose, and none once it is withdrawn', async () => {
    const { patientId, own, path, put } = await newAlbum()
    const marketing = `${path}?purpose=marketing`
    expect((await own('POST', marketing, plain, JPEG)).status).toBe(422)
    expect((await put()).status).toBe(201)
    await consent(server, { clinicId, patientId }, { scope: 'photos-care', given: false })
    expect((await put()).status).toBe(422)
  })

  it('shows staff no marketing photo once that consent is withdrawn, and the patient still', async () => {
    const { patientId, own, path } = await newAlbum()
    await consent(server, { clinicId, patientId }, { scope: 'photos-marketing', given: true })
    const { body } = await clinician('POST', `${path}?purpose=marketing`, plain, JPEG)
    const place = `${path}/${body.photoId}`
    expect((await clinician('GET', place)).status).toBe(200)
    await consent(server, { clinicId, patientId }, { scope: 'photos-marketing', given: false })
    expect((await clinician('GET', place)).status).toBe(422)
    expect((await own('GET', place)).status).toBe(200)
  })

  it('is not there for another patient, another clinic, or under another patient’s name', async () => {
    const [one, other] = [await newAlbum(), await newAlbum()]
    const { photoId } = (await one.put()).body
    const abroad = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
    for (const place of [`${one.path}/${photoId}`, `${one.path}/${photoId}/thumbnail`]) {
      expect((await other.own('GET', place)).status).toBe(404)
      expect((await abroad('GET', place)).status).toBe(404)
    }
    expect((await other.own('GET', `${other.path}/${photoId}`)).status).toBe(404)
    expect((await clinician('DELETE', `${other.path}/${photoId}`)).status).toBe(404)
  })

  it('is for who treats and for the patient’s own: not for desk, owner or reader', async () => {
    const { path, put } = await newAlbum()
    const { photoId } = (await put()).body
    for (const role of ['front-desk', 'owner', 'read-only'] as const) {
      const ask = askingAs(server, staff(clinicId, role))
      expect((await ask('GET', `${path}/${photoId}`)).status).toBe(403)
      expect((await ask('GET', path)).status).toBe(403)
    }
  })

  it('writes every view into the audit, with the photo that was seen', async () => {
    const { patientId, path, put } = await newAlbum()
    const { photoId } = (await put()).body
    await clinician('GET', `${path}/${photoId}`)
    await clinician('GET', `${path}/${photoId}/thumbnail`)
    const lines = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('audit')
        .select(['action', 'detail'])
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .where('action', 'like', 'photo.%')
        .execute(),
    )
    const seen = (action: string) => lines.filter((one) => one.action === action)
    expect(seen('photo.view')).toMatchObject([{ detail: { photo: photoId } }])
    expect(seen('photo.view-small')).toMatchObject([{ detail: { photo: photoId } }])
    expect(seen('photo.create')).toMatchObject([{ detail: { photo: photoId } }])
  })

  it('loses its bytes when it is removed, and says that there was one', async () => {
    const { patientId, own, path, put } = await newAlbum()
    const { photoId } = (await put()).body
    expect((await own('DELETE', `${path}/${photoId}`)).status).toBe(204)
    expect(await server.deps.blobs.list(`${clinicId}/${patientId}/`)).toEqual([])
    expect((await own('GET', `${path}/${photoId}`)).status).toBe(410)
    const { body } = await own('GET', path)
    expect(body.items).toMatchObject([{ photoId, removedAt: expect.any(String) }])
  })

  it('keeps one photo for one key, also where it was sent again', async () => {
    const { own, path } = await newAlbum()
    const key = { ...JPEG, 'idempotency-key': 'photo-key-00000000001' }
    const first = await own('POST', `${path}?purpose=care`, plain, key)
    const again = await own('POST', `${path}?purpose=care`, plain, key)
    expect(again.body).toEqual(first.body)
    expect((await own('GET', path)).body.items).toHaveLength(1)
  })

  it('takes no time of the future for when it was taken, and no fifty-first in a day', async () => {
    const { patientId, own, path, put } = await newAlbum()
    const later = `${path}?purpose=care&takenAt=2027-01-01T00:00:00Z`
    expect((await own('POST', later, plain, JPEG)).status).toBe(400)
    const at = new Date(server.clock.now - 1_000).toISOString()
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .insertInto('photo')
        .values(
          Array.from({ length: 50 }, () => ({
            clinicId,
            patientId,
            photoId: crypto.randomUUID(),
            purpose: 'care',
            recordedAt: at,
            actorKind: 'patient',
            actorId: null,
            widthPx: 1,
            heightPx: 1,
            sha256: '',
            sizeBytes: 1,
          })),
        )
        .execute(),
    )
    expect((await put()).status).toBe(422)
    server.clock.now += 86_400_000
    expect((await put()).status).toBe(201)
  })
})
