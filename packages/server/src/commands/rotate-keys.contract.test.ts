import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSecrets, sealSecrets } from '../deliver/webhook-secrets.ts'
import { statement } from '../backup/table-shape.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { afterglow, openForCommands, started } from './testing.ts'

describe.each(DATABASES)('the master key, changed as it is run, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let patientId: string
  beforeAll(async () => {
    server = await openForCommands(kind)
    clinicId = await newClinic(server)
    patientId = (await newPatientWithSession(server, clinicId)).patientId
  })
  afterAll(() => server.close())

  const keyFile = () => join(server.folder, 'keys', 'master-keys.json')
  const ring = (): { readonly current: string; readonly keys: Readonly<Record<string, string>> } =>
    JSON.parse(readFileSync(keyFile(), 'utf8'))

  async function expectReadable(): Promise<void> {
    server = await server.reopen()
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const { body } = await ask('GET', `/patients/${patientId}`)
    expect(body).toMatchObject({ name: 'Aisha Rahman' })
    const found = await ask('POST', '/patients/search', { text: 'aisha' })
    expect(found.body.items).toHaveLength(1)
  }

  it('goes on with the new key where it was killed, and drops no key before it is done', async () => {
    const first = ring().current
    await server.pause()
    const { child, ended } = started(server, ['rotate-keys'])
    // The new key is in the file before anything is sealed with it.
    while (ring().current === first && child.exitCode === null) await moment()
    child.kill('SIGKILL')
    await ended
    const made = ring().current
    expect(made).not.toBe(first)
    expect(Object.keys(ring().keys).sort()).toEqual([first, made].sort())
    await expectReadable()
    await server.pause()
    const ran = await afterglow(server, 'rotate-keys', '--json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    await expectReadable()
  })

  it('is stopped by a value that does not open, keeps both keys, and is done when it is run again', async () => {
    const { deps } = server
    const endpointId = deps.createId()
    const owner = { clinicId, field: 'webhook_endpoint.secret', rowId: endpointId } as const
    const sealed = sealSecrets(deps, owner, newSecrets())
    const last = sealed.length - 1
    await statement(
      deps.db,
      `insert into webhook_endpoint (clinic_id, endpoint_id, url, events, sealed_secret, created_at)
       values ($1::uuid, $2::uuid, 'https://example.org', '[]', $3::bytea, now())`,
      [clinicId, endpointId, sealed.with(last, (sealed[last] ?? 0) ^ 1)],
    )
    await server.pause()
    const first = ring().current
    const stopped = await afterglow(server, 'rotate-keys')
    expect([stopped.code, stopped.out]).toEqual([1, ''])
    expect(stopped.err).toContain('a value of webhook_endpoint does not open')
    const made = ring().current
    const dropped = await afterglow(server, 'rotate-keys', '--drop-old')
    expect([dropped.code, dropped.out]).toEqual([2, ''])
    expect(dropped.err).toMatch(/--drop-old: \d+ values are still under an older key/)
    expect(Object.keys(ring().keys)).toEqual(expect.arrayContaining([first, made]))
    // Put back as somebody with a database client would.
    await expectReadable()
    await statement(server.deps.db, 'update webhook_endpoint set sealed_secret = $1::bytea', [
      sealed,
    ])
    await server.pause()
    const again = await afterglow(server, 'rotate-keys', '--json')
    expect([again.code, again.err]).toEqual([0, ''])
    expect(JSON.parse(again.out).current).toBe(made)
    await expectReadable()
  })

  it('takes the old keys out once nothing is under them, and keeps the file before beside it', async () => {
    await server.pause()
    const before = readFileSync(keyFile(), 'utf8')
    const { current } = ring()
    const ran = await afterglow(server, 'rotate-keys', '--drop-old')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain(`holds ${current} alone`)
    expect(Object.keys(ring().keys)).toEqual([current])
    expect(readFileSync(`${keyFile()}.before`, 'utf8')).toBe(before)
    await expectReadable()
  })

  it('refuses without its key file, and makes none in its place', async () => {
    await server.pause()
    renameSync(keyFile(), `${keyFile()}.away`)
    const ran = await afterglow(server, 'rotate-keys')
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('AFTERGLOW_KEY_FILE')
    expect(existsSync(keyFile())).toBe(false)
    renameSync(`${keyFile()}.away`, keyFile())
    await expectReadable()
  })
})

function moment(): Promise<void> {
  return new Promise((next) => setTimeout(next, 5))
}
