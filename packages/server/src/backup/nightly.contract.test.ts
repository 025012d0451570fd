import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newClinic, openTestServer, type TestServer } from '../testing/harness.ts'
import { checkFile } from './read-backup.ts'
import { backupFile } from './file.ts'
import { nightlyBackup } from './nightly.ts'

const DAY_MS = 86_400_000

let server: TestServer
let folder: string
let keysFolder: string
let deps: TestServer['deps']
beforeAll(async () => {
  server = await openTestServer('embedded')
  folder = join(server.folder, 'copies', 'data')
  keysFolder = join(server.folder, 'copies', 'keys')
  const config = {
    ...server.deps.config,
    AFTERGLOW_BACKUP_FOLDER: folder,
    AFTERGLOW_BACKUP_KEYS: keysFolder,
  }
  deps = { ...server.deps, config }
  await newClinic(server)
})
afterAll(() => server.close())

const backups = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.backup'))

it('writes one backup a day while the server runs, whole and for its owner alone', async () => {
  const name = await nightlyBackup(deps)
  expect(await nightlyBackup(deps)).toBe(null)
  for (const path of [join(folder, `${name}.backup`), join(keysFolder, `${name}.keys`)])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  const checked = await checkFile(backupFile(join(folder, `${name}.backup`)), 'data')
  expect(checked).toMatchObject({ ok: true, value: { footer: { rows: { clinic: 1 } } } })
})

it('lets a photo go from the copies that somebody took back', async () => {
  await deps.blobs.put('clinic/patient/one', Buffer.from('sealed'))
  server.clock.now += DAY_MS
  await nightlyBackup(deps)
  const copy = join(folder, 'photos', 'clinic', 'patient', 'one.sealed')
  expect(readFileSync(copy, 'utf8')).toBe('sealed')
  await deps.blobs.remove('clinic/patient/one')
  server.clock.now += DAY_MS
  await nightlyBackup(deps)
  expect(readdirSync(join(folder, 'photos', 'clinic', 'patient'))).toEqual([])
})

it('keeps fourteen, the keys of the others gone with them', async () => {
  for (let day = 0; day < 15; day += 1) {
    server.clock.now += DAY_MS
    await nightlyBackup(deps)
  }
  expect(backups()).toHaveLength(14)
  const named = (names: string[]): string[] => names.map((name) => name.split('.')[0] ?? '').sort()
  expect(named(readdirSync(keysFolder))).toEqual(named(backups()))
})
