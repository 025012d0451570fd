import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasePatient } from '../care/erase.ts'
import { inScope } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import {
  askingAs,
  DATABASES,
  type DatabaseKind,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { writeErasures } from './keys.ts'
import { statement } from './table-shape.ts'
import { allRows, type Copies, copiesOf, fileOf, restoreInto, textWritten } from './testing.ts'

/** What a restore changes on purpose, or what no backup holds. */
const LEFT_OUT = ['auth_session', 'auth_verification', 'idempotency', 'rate_limit', 'delivery']

const PAIRS = DATABASES.flatMap((from) => DATABASES.map((to) => [from, to] as const))

async function withEmpty(
  kind: DatabaseKind,
  work: (server: TestServer) => Promise<void>,
): Promise<void> {
  const server = await openTestServer(kind)
  try {
    await work(server)
  } finally {
    await server.close()
  }
}

/** A clinic with more patients than a page has rows, and one whose notes hold what splits lines. */
async function filled(server: TestServer): Promise<{ clinicId: string; patientIds: string[] }> {
  const clinicId = await newClinic(server, { name: 'Clínica \u2028 "Ñandú"\\' })
  const patientIds: string[] = []
  for (const name of ['Aisha Rahman', 'José Peña']) {
    const { patientId } = await newPatientWithSession(server, clinicId, { name })
    patientIds.push(patientId)
  }
  await statement(
    server.deps.db,
    `insert into audit (clinic_id, audit_id, at, actor_kind, action, outcome, detail)
     select $1::uuid, gen_random_uuid(), timestamptz '2026-11-22 08:00:00.123456Z' + n * interval '1 second',
       'system', 'test', 'done', jsonb_build_object('n', n) from generate_series(1, 700) n`,
    [clinicId],
  )
  return { clinicId, patientIds }
}

async function hashes(
  server: TestServer,
  { clinicId, patientIds }: { clinicId: string; patientIds: readonly string[] },
): Promise<readonly string[]> {
  const ask = askingAs(server, staff(clinicId, 'clinician'))
  const plans = patientIds.map((id) => ask('GET', `/patients/${id}/plan`))
  return (await Promise.all(plans)).map(({ body }) => body.hash as string)
}

describe.each(DATABASES)('a backup of %s', (kind) => {
  let server: TestServer
  let care: Awaited<ReturnType<typeof filled>>
  let copies: Copies
  let rows: Awaited<ReturnType<typeof allRows>>
  let plans: readonly string[]
  beforeAll(async () => {
    server = await openTestServer(kind)
    care = await filled(server)
    plans = await hashes(server, care)
    rows = await allRows(server.deps.db, LEFT_OUT)
    copies = await copiesOf(server)
  })
  afterAll(() => server.close())

  it.each(DATABASES)('gives the same rows and the same plans on %s', async (to) => {
    await withEmpty(to, async (empty) => {
      const restored = await restoreInto(empty, copies)
      expect(restored).toMatchObject({ ok: true })
      expect(await allRows(empty.deps.db, LEFT_OUT)).toEqual(rows)
      const { masterKeys, shelf } = server.deps
      const opened = { ...empty, deps: { ...empty.deps, masterKeys, shelf } }
      expect(await hashes(opened, care)).toEqual(plans)
    })
  })

  it('keeps the keys out of the data: nothing in the one file opens anything', () => {
    expect(copies.data).not.toContain('"patient_key"')
    expect(copies.data).not.toContain('"server_secret"')
    expect(copies.data).not.toContain('masterKeys')
    expect(copies.keys.split('\n')[0]).toMatch(/^\{"warning":"This file opens every patient record/)
  })

  it('keeps the text of a published protocol byte for byte: its hash is of that', async () => {
    const [row] = await statement<{ content: string }>(
      server.deps.db,
      'select content::text as content from protocol_version limit 1',
    )
    expect(copies.data).toContain(JSON.stringify(row?.content))
  })
})

describe.each(PAIRS)('a restore from %s to %s', (from, to) => {
  it('brings nobody back who was erased since, whichever list says so', async () => {
    const server = await openTestServer(from)
    try {
      const { clinicId, patientIds } = await filled(server)
      const [erased = '', kept = ''] = patientIds
      const before = await copiesOf(server)
      const { deps } = server
      await inScope(deps.db, { clinicId }, (trx) =>
        erasePatient(trx, { clinicId, patientId: erased, at: deps.now(), actorId: null }),
      )
      const after = await copiesOf(server)
      const list = await textWritten((write) =>
        writeErasures(deps.db, { write, at: deps.now(), id: 'x' }),
      )
      // Either list alone is enough: the one with the later keys, and one in a file of its own.
      const own = [fileOf('list', list)]
      const [copies, erasures] =
        from === to ? [{ data: before.data, keys: after.keys }, []] : [before, own]
      await withEmpty(to, async (empty) => {
        const restored = await restoreInto(empty, copies, { erasures })
        expect(restored).toMatchObject({ ok: true, value: { erased: 1 } })
        const { masterKeys } = deps
        const open = (patientId: string) =>
          inScope(empty.deps.db, { clinicId }, (trx) =>
            openPatient(trx, { ...empty.deps, masterKeys }, { clinicId, patientId }),
          )
        expect(await open(erased)).toBe(null)
        expect((await open(kept))?.identity.name).toBe('José Peña')
        const rows = await allRows(empty.deps.db)
        for (const table of ['patient_key', 'patient_term', 'event', 'care_plan', 'wake'])
          expect(JSON.stringify(rows[table])).not.toContain(erased)
        expect(JSON.stringify(rows['erasure'])).toContain(erased)
      })
    } finally {
      await server.close()
    }
  })
})

describe.each(DATABASES)('a restore into %s', (kind) => {
  let server: TestServer
  let empty: TestServer
  let clinicId: string
  let copies: Copies
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = (await filled(server)).clinicId
    copies = await copiesOf(server)
    empty = await openTestServer(kind)
  })
  afterAll(async () => {
    await server.close()
    await empty.close()
  })

  const lines = (text: string): string[] => text.split('\n')

  it.each<readonly [string, (copies: Copies) => Partial<Copies>]>([
    [
      'data cut short at a line',
      ({ data }) => ({ data: `${lines(data).slice(0, 40).join('\n')}\n` }),
    ],
    ['data cut short inside a line', ({ data }) => ({ data: data.slice(0, data.length >> 1) })],
    [
      'data without its footer',
      ({ data }) => ({ data: `${lines(data).slice(0, -2).join('\n')}\n` }),
    ],
    ['one changed letter', ({ data }) => ({ data: data.replace('Asia/Dubai', 'Asia/Dubaj') })],
    ['a row left out', ({ data }) => ({ data: lines(data).toSpliced(60, 1).join('\n') })],
    ['something after the end', ({ data }) => ({ data: `${data}["x"]\n` })],
    ['a foreign file', () => ({ data: '{"name":"afterglow"}\n' })],
    ['an empty file', () => ({ data: '' })],
    ['no keys', () => ({ keys: '' })],
    ['the data in place of the keys', ({ data }) => ({ keys: data })],
    ['keys cut short', ({ keys }) => ({ keys: keys.slice(0, -30) })],
  ])('refuses %s and writes nothing', async (_, change) => {
    const before = await allRows(empty.deps.db)
    const restored = await restoreInto(empty, { ...copies, ...change(copies) })
    expect(restored).toMatchObject({ ok: false, issues: [{ severity: 'error' }] })
    expect(await allRows(empty.deps.db)).toEqual(before)
  })

  it('refuses keys older than the data: who came between the two could not be read', async () => {
    server.clock.now += 60_000
    const later = await copiesOf(server)
    const restored = await restoreInto(empty, { data: later.data, keys: copies.keys })
    expect(restored).toMatchObject({ ok: false, issues: [{ expression: 'keys file' }] })
  })

  it('undoes everything where the key file cannot be put in its place', async () => {
    const before = await allRows(empty.deps.db)
    const restoring = restoreInto(empty, copies, {
      install: async () => {
        throw new Error('disk full')
      },
    })
    await expect(restoring).rejects.toThrow('disk full')
    expect(await allRows(empty.deps.db)).toEqual(before)
  })

  it('refuses a database with a clinic in it', async () => {
    const before = await allRows(server.deps.db)
    expect(await restoreInto(server, copies)).toMatchObject({
      ok: false,
      issues: [{ expression: 'database' }],
    })
    expect(await allRows(server.deps.db)).toEqual(before)
  })

  it('drops deliveries that waited for more than a day, and queues the others and open alarms again', async () => {
    const { db } = server.deps
    const add = (
      id: string,
      of: string,
      { hours, reminder }: { hours: number; reminder: object },
    ) =>
      statement(
        db,
        `insert into delivery (clinic_id, delivery_id, kind, channel, state, attempts, reminder, due_at, created_at)
         values ($1::uuid, $2::uuid, $5, 'email', 'queued', 0, $4::jsonb, $3::timestamptz, $3::timestamptz)`,
        [
          clinicId,
          id,
          new Date(server.clock.now - hours * 3_600_000).toISOString(),
          JSON.stringify(reminder),
          of,
        ],
      )
    const addAlert = (id: string, { told, seen }: { told: string | null; seen: string | null }) =>
      statement(
        db,
        `insert into alert (clinic_id, alert_id, patient_id, event_id, disposition, urgency, raised_at, escalated_at, acknowledged_at)
         values ($1::uuid, $2::uuid, $2::uuid, $2::uuid, 'urgent', 99, now(), $3::timestamptz, $4::timestamptz)`,
        [clinicId, id, told, seen],
      )
    const ids = (from: number) =>
      ['', '', '', ''].map((_, n) => `00000000-0000-4000-8000-00000000000${from + n}`)
    const [old = '', fresh = '', oldMail = '', oldMailOfSeen = ''] = ids(1)
    const [alert = '', told = '', seen = ''] = ids(5)
    const time = '2026-11-20T00:00:00Z'
    await addAlert(alert, { told: null, seen: null })
    await addAlert(told, { told: time, seen: null })
    await addAlert(seen, { told: time, seen: time })
    await add(old, 'test', { hours: 25, reminder: {} })
    await add(fresh, 'test', { hours: 23, reminder: {} })
    await add(oldMail, 'urgent-check-in', { hours: 25, reminder: { alertId: told } })
    await add(oldMailOfSeen, 'urgent-check-in', { hours: 25, reminder: { alertId: seen } })
    empty.clock.now = server.clock.now
    const restored = await restoreInto(empty, await copiesOf(server))
    const waiting = await statement<{ id: string }>(
      empty.deps.db,
      `select id::text as id from pgboss.job where name in ('deliver', 'escalate')
         and id::text like '00000000-0000-4000-8000-%' order by id`,
    )
    expect(waiting.map(({ id }) => id)).toEqual([fresh, oldMail, alert, told])
    expect(restored).toMatchObject({ ok: true, value: { dropped: 2 } })
  })
})
