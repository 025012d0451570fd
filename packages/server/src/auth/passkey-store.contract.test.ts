import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, openTestServer, type TestServer } from '../testing/harness.ts'
import { addPasskey, passkeysOf, removePasskey } from './passkey-store.ts'
import { PASSWORD } from './staff-testing.ts'
import { staffDatabase, type StaffDeps } from './staff-tables.ts'

describe.each(DATABASES)('a passkey on %s', (kind) => {
  let server: TestServer
  let deps: StaffDeps
  beforeAll(async () => {
    server = await openTestServer(kind)
    deps = { db: staffDatabase(server.deps.db), now: server.deps.now }
  })
  afterAll(() => server.close())

  /** Somebody with so many passkeys and no other second factor. */
  async function withPasskeys(count: number): Promise<{ userId: string; ids: readonly string[] }> {
    const created = await server.deps.staffAuth.createOwner({
      clinicId: randomUUID(),
      clinicName: 'Riverside',
      name: 'Iman Okafor',
      email: `owner-${randomUUID().slice(0, 8)}@example.org`,
      password: PASSWORD,
    })
    if (!created.ok) throw new Error(JSON.stringify(created.issues))
    const { userId } = created.value
    for (let k = 0; k < count; k++) {
      const credential = { id: randomUUID(), publicKey: new Uint8Array([1]), counter: 0 }
      await addPasskey(deps, { userId, name: `Key ${k}`, credential })
    }
    const ids = (await passkeysOf(deps, userId)).map(({ passkeyId }) => passkeyId)
    return { userId, ids }
  }

  it('that is the last second factor stays, however many are removed at one time', async () => {
    const { userId, ids } = await withPasskeys(3)
    const told = await Promise.all(
      ids.map((passkeyId) => removePasskey(deps, { userId, passkeyId })),
    )
    expect(told.toSorted()).toEqual(['last-factor', 'removed', 'removed'])
    expect(await passkeysOf(deps, userId)).toHaveLength(1)
  })

  it('of somebody else is not there', async () => {
    const [own, other] = [await withPasskeys(2), await withPasskeys(2)]
    const [passkeyId = ''] = other.ids
    expect(await removePasskey(deps, { userId: own.userId, passkeyId })).toBe('not-found')
    expect(await passkeysOf(deps, other.userId)).toHaveLength(2)
  })
})
