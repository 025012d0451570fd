import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoFolder } from '../backup/photos.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { afterglow, filesIn, openForCommands, type Ran } from './testing.ts'

describe.each(DATABASES)('backup and restore as they are run, on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-commands-'))
  const place = (name: string) => join(folder, name)
  const [data, keys, copies] = [place('a.backup'), place('keys/a.keys'), place('copies')]
  const erased = place('erased.list')
  const photos = new Map<string, Uint8Array>()
  let server: TestServer
  let clinicId: string
  let patientId: string
  let erasedId: string
  let hash: string
  beforeAll(async () => {
    server = await openForCommands(kind)
    clinicId = await newClinic(server)
    patientId = (await newPatientWithSession(server, clinicId)).patientId
    erasedId = (await newPatientWithSession(server, clinicId)).patientId
    hash = await hashIn(server)
    for (const part of ['jpeg', 'thumbnail']) {
      const key = `${clinicId}/${patientId}/${server.deps.createId()}/1-${part}`
      photos.set(key, new Uint8Array(randomBytes(5_000)))
    }
    for (const [key, bytes] of photos) await server.deps.blobs.put(key, bytes)
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function hashIn(of: TestServer): Promise<string> {
    const ask = askingAs(of, staff(clinicId, 'clinician'))
    return (await ask('GET', `/patients/${patientId}/plan`)).body.hash
  }

  it('is refused beside a server where that would not be safe, and writes nothing', async () => {
    const ran =
      kind === 'embedded'
        ? await afterglow(server, 'backup', '--out', data, '--keys', keys)
        : await afterglow(server, 'rotate-keys')
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(/in use.*[Ss]top/)
    expect(filesIn(folder)).toEqual([])
    expect(filesIn(join(server.folder, 'keys'))).toEqual(['master-keys.json'])
  })

  it('refuses what it cannot do by the name of the flag, and leaves no half of a backup', async () => {
    await server.pause()
    const there = place('there')
    writeFileSync(there, 'an older backup')
    const wrong = [
      [['backup'], '--out', 'write --out FILE'],
      [['backup', '--out', data], '--keys', 'write --keys FILE'],
      [['backup', '--out', data, '--keys', data], '--keys', 'keep the two apart'],
      [['backup', '--out', there, '--keys', keys], '--out', 'exists already'],
      [['backup', '--out', data, '--keys', join(there, 'a.keys')], '--keys', 'cannot be written'],
      [['backup', data, '--out', data, '--keys', keys], data, 'takes no words'],
      [['erasures'], '--out', 'write --out FILE'],
      [['rotate-keys', '--force'], '--force', '--drop-old'],
    ] as const
    for (const [args, flag, said] of wrong) {
      const ran = await afterglow(server, ...args)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(flag)
      expect(ran.err).toContain(said)
    }
    expect(filesIn(folder)).toEqual(['there'])
    expect(readFileSync(there, 'utf8')).toBe('an older backup')
    rmSync(there)
  })

  it('refuses a database that is none of Afterglow’s, and makes none', async () => {
    const elsewhere = { ...server, folder: place('empty') }
    mkdirSync(elsewhere.folder)
    if (kind === 'embedded') {
      const ran = await afterglow(elsewhere, 'backup', '--out', data, '--keys', keys)
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('holds no database')])
      expect(filesIn(elsewhere.folder)).toEqual([])
    } else {
      // The database is there, and the keys that it was written with are not.
      const ran = await afterglow(elsewhere, 'backup', '--out', data, '--keys', keys)
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('AFTERGLOW_KEY_FILE')])
    }
    rmSync(elsewhere.folder, { recursive: true })
    expect(filesIn(folder)).toEqual([])
  })

  it('writes two whole files for their owner alone, copies of the photos, and the list of erasures', async () => {
    const args = ['backup', '--out', data, '--keys', keys, '--photos', copies]
    const ran = await afterglow(server, ...args)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toMatch(/a\.backup: \d+ rows, 2 photos copied\n.*a\.keys: opens every patient/)
    for (const file of [data, keys]) expect(statSync(file).mode & 0o777).toBe(0o600)
    const store = photoFolder(copies)
    for (const [key, bytes] of photos) expect(await store.get(key)).toEqual(Buffer.from(bytes))
    expect(filesIn(folder)).toEqual(['a.backup', 'copies', 'keys'])
    expect(filesIn(place('keys'))).toEqual(['a.keys'])
  })

  it('lists who was erased since', async () => {
    server = await server.reopen()
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const told = await owner('POST', `/patients/${erasedId}/erasure`, { reason: 'asked' })
    expect(told.status).toBe(200)
    await server.pause()
    const ran = await afterglow(server, 'erasures', '--out', erased)
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('1 erased. Give it to restore with --erasures.')
    const again = await afterglow(server, 'erasures', '--out', erased)
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('exists already')])
  })

  it('restores nothing of what is not whole, or into a database that holds a clinic', async () => {
    const text = readFileSync(data, 'utf8')
    writeFileSync(place('cut'), text.slice(0, text.length / 2))
    const keyFile = join(server.folder, 'keys', 'master-keys.json')
    const before = readFileSync(keyFile, 'utf8')
    const without = '--no-erasures'
    const wrong = [
      [['restore'], 'FILE', 'name one backup'],
      [['restore', data], '--keys', 'write --keys FILE'],
      [['restore', place('none'), '--keys', keys, without], place('none'), 'is not there'],
      [['restore', place('cut'), '--keys', keys, without], place('cut'), 'is no whole backup'],
      [['restore', keys, '--keys', data, without], keys, 'data'],
      [['restore', data, '--keys', keys], '--erasures', 'is then in it again'],
      [['restore', data, '--keys', keys, '--erasures', erased, without], without, 'leave it away'],
      [['restore', data, '--keys', keys, without], 'database', 'holds a clinic already'],
    ] as const
    for (const [args, where, said] of wrong) {
      const ran = await afterglow(server, ...args)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(where)
      expect(ran.err).toContain(said)
    }
    expect(readFileSync(keyFile, 'utf8')).toBe(before)
    expect(existsSync(`${keyFile}.before`)).toBe(false)
    server = await server.reopen()
    expect(await hashIn(server)).toBe(hash)
    await server.pause()
  })

  describe('into an empty database', () => {
    let empty: TestServer
    let keyFile: string
    const from = [data, '--keys', keys, '--photos', copies, '--erasures', erased]
    const restore = (): Promise<Ran> => afterglow(empty, 'restore', ...from)
    beforeAll(async () => {
      empty = await openForCommands(kind)
      await empty.pause()
      keyFile = join(empty.folder, 'keys', 'master-keys.json')
    })
    afterAll(() => empty.close())

    it('a restore with a damaged copy of a photo leaves database and keys as they were', async () => {
      const before = readFileSync(keyFile, 'utf8')
      const [key = '', bytes = new Uint8Array()] = [...photos].at(-1) ?? []
      const store = photoFolder(copies)
      await store.put(key, bytes.with(100, (bytes[100] ?? 0) ^ 1))
      const ran = await restore()
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain(`the copy of photo ${key} is damaged`)
      expect(readFileSync(keyFile, 'utf8')).toBe(before)
      empty = await empty.reopen()
      const { db } = empty.deps
      expect(await db.selectFrom('authOrganization').select('id').execute()).toEqual([])
      expect(await empty.deps.blobs.list('')).toEqual([])
      await empty.pause()
      await store.put(key, bytes)
    })

    it('gives the same plan and the same photos, and counts those that are in no folder', async () => {
      const [lost = ''] = photos.keys()
      await photoFolder(copies).remove(lost)
      const ran = await restore()
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('Erased again: 1.')
      expect(ran.out).not.toContain('No list of erasures')
      expect(ran.out).toContain('Photos put back: 1; 1 are not in the folder of copies.')
      expect(ran.out).toContain('Staff have to sign in again')
      empty = await empty.reopen()
      expect(await hashIn(empty)).toBe(hash)
      const ask = askingAs(empty, staff(clinicId, 'clinician'))
      expect((await ask('GET', `/patients/${erasedId}`)).status).toBe(404)
      for (const [key, bytes] of photos) {
        const restored = await empty.deps.blobs.get(key)
        expect(restored).toEqual(key === lost ? null : Buffer.from(bytes))
      }
      expect(statSync(keyFile).mode & 0o777).toBe(0o600)
      expect(filesIn(join(empty.folder, 'keys'))).toEqual([
        'master-keys.json',
        'master-keys.json.before',
      ])
    })

    it('without a list says who can be read again, and they can', async () => {
      const bare = await openForCommands(kind)
      await bare.pause()
      const ran = await afterglow(bare, 'restore', data, '--keys', keys, '--no-erasures')
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('No list of erasures was given: whoever was erased after')
      const open = await bare.reopen()
      const ask = askingAs(open, staff(clinicId, 'clinician'))
      expect((await ask('GET', `/patients/${erasedId}`)).status).toBe(200)
      await open.close()
    })
  })
})
