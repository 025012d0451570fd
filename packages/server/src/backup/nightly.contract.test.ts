import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

it('writes one backup at the first look and then one a day at two, whole and for its owner alone', async () => {
  const name = await nightlyBackup(deps)
  for (const path of [join(folder, `${name}.backup`), join(keysFolder, `${name}.keys`)])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  const checked = await checkFile(backupFile(join(folder, `${name}.backup`)), 'data')
  expect(checked).toMatchObject({ ok: true, value: { footer: { rows: { clinic: 1 } } } })
  for (const day of [23, 24, 25]) {
    server.clock.now = Date.parse(`2026-11-${day}T01:59:59Z`)
    expect(await nightlyBackup(deps)).toBe(null)
    server.clock.now += 1_000
    expect(await nightlyBackup(deps)).toBe(`afterglow-2026-11-${day}T02-00-00Z`)
    expect(await nightlyBackup(deps)).toBe(null)
  }
})

it('writes it when the server runs again where it was off at two', async () => {
  server.clock.now = Date.parse('2026-11-26T09:30:00Z')
  expect(await nightlyBackup(deps)).toBe('afterglow-2026-11-26T09-30-00Z')
  server.clock.now = Date.parse('2026-11-27T02:00:00Z')
  expect(await nightlyBackup(deps)).toBe('afterglow-2026-11-27T02-00-00Z')
})

it('takes data without its keys for no backup: it leaves none behind, and writes another', async () => {
  server.clock.now += DAY_MS
  const before = backups()
  const elsewhere = join(server.folder, 'no-folder')
  writeFileSync(elsewhere, '')
  const config = { ...deps.config, AFTERGLOW_BACKUP_KEYS: elsewhere }
  await expect(nightlyBackup({ ...deps, config })).rejects.toThrow('no-folder')
  expect(backups()).toEqual(before)
  const name = await nightlyBackup(deps)
  expect(backups()).toContain(`${name}.backup`)
  rmSync(join(keysFolder, `${name}.keys`))
  server.clock.now += 1_000
  expect(await nightlyBackup(deps)).not.toBe(null)
})

it('reads no photo again that it has a copy of, and each once in four weeks to mend the copy', async () => {
  const photos = ['first', 'second', 'third'].map((name) => `clinic/patient/${name}`)
  for (const photo of photos) await deps.blobs.put(photo, Buffer.from(`sealed ${photo}`))
  const read: string[] = []
  const blobs: typeof deps.blobs = {
    ...deps.blobs,
    get: (key) => {
      read.push(key)
      return deps.blobs.get(key)
    },
  }
  const nextDay = (): Promise<string | null> => {
    server.clock.now += DAY_MS
    return nightlyBackup({ ...deps, blobs })
  }
  await nextDay()
  expect(read.toSorted()).toEqual(photos.toSorted())
  read.length = 0
  const copy = join(folder, 'photos', 'clinic', 'patient', 'first.sealed')
  // As long as before, so that only whoever reads it can tell.
  writeFileSync(copy, 'SEALED clinic/patient/first')
  for (let day = 0; day < 28; day += 1) await nextDay()
  expect(read.toSorted()).toEqual(photos.toSorted())
  expect(readFileSync(copy, 'utf8')).toBe('sealed clinic/patient/first')
  rmSync(copy)
  const name = await nextDay()
  expect(readFileSync(copy, 'utf8')).toBe('sealed clinic/patient/first')
  const checked = await checkFile(backupFile(join(folder, `${name}.backup`)), 'data')
  expect(checked).toMatchObject({ ok: true, value: { footer: { photos: 3 } } })
  for (const photo of photos) await deps.blobs.remove(photo)
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
