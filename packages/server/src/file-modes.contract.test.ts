import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoFolder } from './backup/photos.ts'
import { type ChildServer, startChildServer } from './testing/child-server.ts'

const CLI = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const PHOTO = 'clinic/patient/photo/1-jpeg'

let root: string
let data: string
let server: ChildServer

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'afterglow-modes-'))
  data = join(root, 'data')
  // As an earlier release may have left it.
  mkdirSync(data)
  chmodSync(data, 0o755)
})
afterAll(async () => {
  await server.kill()
  rmSync(root, { recursive: true })
})

/** Everything in a folder, itself included, that another account may do something with. */
function openToOthers(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = [folder, ...names.map((name) => join(folder, name))]
  return paths
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => relative(root, path))
}

it('keeps database, keys and photos for the account that the server runs under', async () => {
  server = await startChildServer({ AFTERGLOW_DATA: data })
  await photoFolder(join(data, 'photos')).put(PHOTO, new Uint8Array(10))
  expect(readdirSync(data).sort()).toEqual(['database', 'keys', 'photos'])
  expect(readdirSync(join(data, 'database', 'data')).length).toBeGreaterThan(10)
  expect(openToOthers(data)).toEqual([])
  await server.stop()
  expect(openToOthers(data)).toEqual([])
}, 120_000)

it('writes backups, keys and copies of photos for it alone', () => {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, AFTERGLOW_DATA: data }
  const out = join(root, 'backups', 'monday.backup')
  const keys = join(root, 'elsewhere', 'monday.keys')
  const given = ['backup', '--out', out, '--keys', keys, '--photos', join(root, 'copies')]
  const ran = spawnSync(process.execPath, [CLI, ...given], { env, encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  expect(ran.stdout).toContain('1 photos copied')
  for (const folder of ['backups', 'elsewhere', 'copies'])
    expect(openToOthers(join(root, folder)), folder).toEqual([])
}, 120_000)
