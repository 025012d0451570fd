import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSecrets, openSecrets, sealSecrets } from '../deliver/webhook-secrets.ts'
import {
  type MasterKeys,
  parseMasterKeys,
  masterKeysText,
  rotatedMasterKeys,
} from '../seal/index.ts'
import { serverSecret } from '../store/server-secret.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { leftUnderOldKeys, resealAll } from './rotate-keys.ts'
import { OTHER_BYTES, SEALED_COLUMNS } from './sealed-columns.ts'
import { statement } from './table-shape.ts'

/** The ring with its current key alone, as after the old ones went. */
function currentOnly(masterKeys: MasterKeys): MasterKeys {
  const keys = new Map([...masterKeys.keys].filter(([name]) => name === masterKeys.current))
  const read = parseMasterKeys(masterKeysText({ ...masterKeys, keys }), (n) => randomBytes(n))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

describe.each(DATABASES)('a change of the master key on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  it('knows what every column of bytes is under: a new one would be lost with the old key', async () => {
    const found = await statement<{ name: string }>(
      server.deps.db,
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = current_schema() and data_type = 'bytea' order by 1`,
    )
    const known = [
      ...SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`),
      ...OTHER_BYTES,
    ]
    expect(found.map(({ name }) => name).sort()).toEqual(known.sort())
  })

  it('leaves nothing under the old key, and everybody readable and found by the new one alone', async () => {
    const { deps } = server
    const clinicId = await newClinic(server)
    const { patientId } = await newPatientWithSession(server, clinicId, { email: 'a@example.org' })
    const endpointId = deps.createId()
    const owner = { clinicId, field: 'webhook_endpoint.secret', rowId: endpointId } as const
    const secrets = newSecrets()
    await statement(
      deps.db,
      `insert into webhook_endpoint (clinic_id, endpoint_id, url, events, sealed_secret, created_at)
       values ($1::uuid, $2::uuid, 'https://example.org', '[]', $3::bytea, now())`,
      [clinicId, endpointId, sealSecrets(deps, owner, secrets)],
    )
    const vapid = await serverSecret(deps, 'vapid', () => null)
    const rotated = rotatedMasterKeys(deps.masterKeys)
    const left = await leftUnderOldKeys(deps.db, rotated)
    expect(left).toMatchObject({ patient_key: 1, webhook_endpoint: 1, server_secret: 2 })
    await resealAll(deps.db, { ...deps, masterKeys: rotated })
    const after = await leftUnderOldKeys(deps.db, rotated)
    expect(Object.values(after).every((count) => count === 0)).toBe(true)

    const masterKeys = currentOnly(rotated)
    const changed = { ...server, deps: { ...deps, masterKeys } }
    const ask = askingAs(changed, staff(clinicId, 'clinician'))
    expect((await ask('GET', `/patients/${patientId}`)).body).toMatchObject({
      name: 'Aisha Rahman',
    })
    for (const text of ['aisha', 'a@example.org']) {
      const { body } = await ask('POST', '/patients/search', { text })
      expect(JSON.stringify(body)).toContain(patientId)
    }
    const [row] = await statement<{ sealed: Uint8Array }>(
      deps.db,
      'select sealed_secret as sealed from webhook_endpoint',
    )
    expect(row && openSecrets({ masterKeys }, owner, row.sealed)).toEqual(secrets)
    expect(await serverSecret(changed.deps, 'vapid', () => null)).toEqual(vapid)
  })

  it('says what is done and what is not where a value does not open, and goes on when it is run again', async () => {
    const { deps } = server
    const clinicId = await newClinic(server)
    await newPatientWithSession(server, clinicId)
    const endpointId = deps.createId()
    const owner = { clinicId, field: 'webhook_endpoint.secret', rowId: endpointId } as const
    await statement(
      deps.db,
      `insert into webhook_endpoint (clinic_id, endpoint_id, url, events, sealed_secret, created_at)
       values ($1::uuid, $2::uuid, 'https://example.org', '[]', '\\x01016b00'::bytea, now())`,
      [clinicId, endpointId],
    )
    const rotated = rotatedMasterKeys(deps.masterKeys)
    const rotating = resealAll(deps.db, { ...deps, masterKeys: rotated })
    await expect(rotating).rejects.toThrow(
      'a value of webhook_endpoint does not open: it is left as it was',
    )
    const stopped = await leftUnderOldKeys(deps.db, rotated)
    expect(stopped).toMatchObject({ patient_key: 0 })
    expect(stopped['webhook_endpoint']).toBeGreaterThan(0)
    await statement(
      deps.db,
      'update webhook_endpoint set sealed_secret = $1::bytea where endpoint_id = $2::uuid',
      [sealSecrets(deps, owner, newSecrets()), endpointId],
    )
    await resealAll(deps.db, { ...deps, masterKeys: rotated })
    const after = await leftUnderOldKeys(deps.db, rotated)
    expect(Object.values(after).every((count) => count === 0)).toBe(true)
  })
})
