import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'

describe.each(DATABASES)('lists, duplicates and merges on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const csv = (text: string) => new TextEncoder().encode(text)
  const bring = (clinicId: string, text: string, mode = 'commit') =>
    askingAs(server, staff(clinicId, 'front-desk'))(
      'POST',
      `/patients/import?mode=${mode}`,
      csv(text),
      { 'content-type': 'text/csv' },
    )
  const count = async (clinicId: string) =>
    (await askingAs(server, staff(clinicId, 'owner'))('GET', '/patients?limit=200')).body.items
      .length

  it('brings in a list of a spreadsheet: found by name, in the clinic’s zone, once', async () => {
    const clinicId = await newClinic(server)
    const text =
      '\uFEFFName;Email;Phone;Reference\r\n"Rahman; Aisha";a@example.org;+971501234567;7\r\nZainab Qureshi;;;8\r\n'
    expect((await bring(clinicId, text, 'check')).body).toMatchObject({ read: 2, new: 2, added: 0 })
    expect(await count(clinicId)).toBe(0)
    expect((await bring(clinicId, text)).body).toMatchObject({ added: 2, duplicates: [] })
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const found = await ask('POST', '/patients/search', { text: 'aisha' })
    expect(found.body.items).toMatchObject([{ zone: 'Asia/Dubai', phone: '+971501234567' }])
    const again = await bring(clinicId, text)
    expect(again.body).toMatchObject({ added: 0, duplicates: [{ line: 2 }, { line: 3 }] })
    expect(await count(clinicId)).toBe(2)
  })

  it('names every wrong line by its column and keeps nothing of the list', async () => {
    const clinicId = await newClinic(server)
    const text = 'name,email,zone\nAisha,nobody,\nZainab,z@example.org,Mars\n,x@example.org,\nA,b\n'
    const told = await bring(clinicId, text)
    expect(told.status).toBe(400)
    expect(told.body.issues.map((one: { expression: string }) => one.expression)).toEqual([
      'line 2, column email',
      'line 3, column zone',
      'line 4, column name',
      'line 5',
    ])
    expect(await count(clinicId)).toBe(0)
    expect((await bring(clinicId, 'name,colour\nA,red\n')).status).toBe(400)
    expect((await bring(clinicId, 'name\n"A\n')).status).toBe(400)
  })

  it('knows one person in two lines by number, or by name and address, and not by an address alone', async () => {
    const clinicId = await newClinic(server)
    const text =
      'name,email,reference\nAisha Rahman,f@example.org,1\nRahman Aisha,F@example.org,\nOmar Rahman,f@example.org,\nSomebody,,1\n'
    const { body } = await bring(clinicId, text)
    expect(body).toMatchObject({
      added: 2,
      duplicates: [
        { line: 3, sameAsLine: 2 },
        { line: 5, sameAsLine: 2 },
      ],
    })
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const pairs = await ask('GET', '/patients/duplicates')
    expect(pairs.body.items).toMatchObject([{ by: ['email'] }])
  })

  it('tells of every pair once, page by page, whatever they have in common', async () => {
    const clinicId = await newClinic(server)
    const lines = Array.from(
      { length: 450 },
      (_, k) => `Person${k} Surname${k},p${k}@example.org,,`,
    )
    const alike = [
      'Maria da Silva,,+971501111111,A1',
      'Silva Da María,,,B1',
      'Maria da Silva Souza,,,C1',
      'Wolodymyrowytschenko Iwan,,+441501111111,D1',
      'Wolodymyrowytschuk Iwan,,+971501111111,E1',
      'Somebody Else,P7@example.org,,F1',
    ]
    const brought = await bring(
      clinicId,
      ['name,email,phone,reference', ...lines, ...alike].join('\n'),
    )
    expect(brought.body).toMatchObject({ added: 456 })
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const told: string[] = []
    let cursor = ''
    do {
      const { body } = await ask('GET', `/patients/duplicates?limit=2${cursor}`)
      expect(body.items.length).toBeLessThanOrEqual(2)
      for (const { by, patients } of body.items) {
        const names = patients.map(({ name }: { name: string }) => name).toSorted()
        told.push(`${by}: ${names.join(' / ')}`)
      }
      cursor = body.next === null ? '' : `&cursor=${body.next}`
    } while (cursor !== '')
    expect(told.toSorted()).toEqual([
      'email: Person7 Surname7 / Somebody Else',
      'name: Maria da Silva / Silva Da María',
      'phone: Maria da Silva / Wolodymyrowytschuk Iwan',
    ])
    expect((await ask('GET', '/patients/duplicates?cursor=x')).status).toBe(400)
  })

  it('brings in ten thousand', async () => {
    const clinicId = await newClinic(server)
    const lines = Array.from(
      { length: 10_000 },
      (_, k) =>
        `Person${k} Surname${k % 700},p${k}@example.org,+97150${String(1_000_000 + k)},R${k}`,
    )
    const { body } = await bring(clinicId, ['name,email,phone,reference', ...lines].join('\n'))
    expect(body).toMatchObject({ added: 10_000 })
    const over = await bring(
      clinicId,
      ['name', ...Array.from({ length: 10_001 }, () => 'A')].join('\n'),
    )
    expect(over.status).toBe(413)
  })

  it('merges two records of one person: no check-in and no override is lost, the stricter facts stand', async () => {
    const clinicId = await newClinic(server)
    const from = await newPatientWithSession(server, clinicId, { name: 'Aisha R' })
    const into = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const path = `/patients/${from.patientId}`
    const urgent = await askingAs(server, patient(clinicId, from.patientId))(
      'POST',
      `${path}/check-ins`,
      {
        symptoms: [{ name: 'pus', severity: 'moderate' }],
        notes: 'yellow',
      },
    )
    expect(urgent.status).toBe(201)
    await ask('POST', `${path}/overrides`, {
      subject: 'makeup',
      window: 'P7D',
      reason: 'sensitive skin',
    })
    await ask('POST', `${path}/procedures/${from.procedureId}/corrections`, {
      endedAt: '2026-11-22T06:30:00Z',
    })
    await ask('PUT', `${path}/facts`, {
      fitzpatrickSkinType: 'V',
      medicines: ['apixaban'],
      history: [],
    })
    const before = (await ask('GET', `${path}/events`)).body.items
    const body = { into: into.patientId, revision: 1, intoRevision: 1 }
    const desk = askingAs(server, staff(clinicId, 'front-desk', 'owner'))
    expect((await desk('POST', `${path}/merge`, body)).status).toBe(403)
    expect((await ask('POST', `${path}/merge`, { ...body, intoRevision: 9 })).status).toBe(412)
    const merged = await ask('POST', `${path}/merge`, body)
    expect(merged.body).toMatchObject({ patientId: into.patientId, events: before.length })
    const after = (await ask('GET', `/patients/${into.patientId}/events`)).body.items
    const kinds = (items: { type: string }[]) => items.map(({ type }) => type)
    for (const type of ['check-in', 'override', 'corrected'])
      expect(kinds(after).filter((one) => one === type)).toEqual([type])
    expect(kinds(after).filter((one) => one === 'procedure')).toHaveLength(2)
    const corrected = after.find((one: { type: string }) => one.type === 'corrected')
    const procedures = after.filter((one: { type: string }) => one.type === 'procedure')
    expect(procedures.map((one: { eventId: string }) => one.eventId)).toContain(
      corrected.data.procedure,
    )
    expect(
      after.findLast((one: { type: string }) => one.type === 'patient-facts').data,
    ).toMatchObject({
      fitzpatrickSkinType: 'unknown',
      medicines: ['apixaban'],
    })
    const inbox = await ask('GET', '/alerts')
    expect(inbox.body.items).toMatchObject([{ patientId: into.patientId }])
    expect((await ask('GET', `/patients/${into.patientId}/plan`)).body.hash).toBe(
      merged.body.planHash,
    )
  })

  it('leaves no way into or out of a record that was merged', async () => {
    const clinicId = await newClinic(server)
    const from = await newPatientWithSession(server, clinicId, { email: 'old@example.org' })
    const into = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const path = `/patients/${from.patientId}`
    await ask('POST', `${path}/invitations`, { send: 'email' })
    const body = { into: into.patientId, revision: 1, intoRevision: 1 }
    const both = await Promise.all([
      ask('POST', `${path}/merge`, body),
      ask('POST', `/patients/${into.patientId}/merge`, { ...body, into: from.patientId }),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const gone = both[0]?.status === 200 ? from.patientId : into.patientId
    const told = await ask('POST', `/patients/${gone}/procedures`, {
      endedAt: '2026-11-22T07:00:00Z',
    })
    expect(told.status).toBe(404)
    const rows = await inScope(server.deps.db, { clinicId }, async (trx) => ({
      wakes: await trx
        .selectFrom('wake')
        .select('patientId')
        .where('clinicId', '=', clinicId)
        .execute(),
      open: await trx
        .selectFrom('invitation')
        .select('invitationId')
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', gone)
        .where('revokedAt', 'is', null)
        .execute(),
      queued: await trx
        .selectFrom('delivery')
        .select('deliveryId')
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', gone)
        .where('state', '=', 'queued')
        .execute(),
    }))
    expect(rows.wakes.map(({ patientId }) => patientId)).not.toContain(gone)
    expect(rows).toMatchObject({ open: [], queued: [] })
  })
})
