import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderBlobStore } from '../photo/index.ts'
import { photoFolder, photoLines } from './photos.ts'

it('makes the folder of copies also where there is no photo: a restore looks for it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'afterglow-copies-'))
  const from = folderBlobStore(join(root, 'photos'))
  const to = photoFolder(join(root, 'copies'))
  expect(await photoLines({ from, to, at: 0 }, async () => {})).toBe(0)
  expect(existsSync(join(root, 'copies'))).toBe(true)
  rmSync(root, { recursive: true })
})
