import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type MasterKeys, masterKeysText } from '../seal/index.ts'

/** Puts a key file in the place of another, whole or not at all; the one before stays beside it. */
export function replaceKeyFile(path: string): {
  readonly put: (masterKeys: MasterKeys) => void
  readonly undo: () => void
} {
  const before = `${path}.before`
  let moved: 'nothing' | 'new' | 'replaced' = 'nothing'
  return {
    put: (masterKeys) => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      const aside = `${path}.${process.pid}`
      writeSynced(aside, masterKeysText(masterKeys))
      const isThere = existsSync(path)
      // A copy, so that at no instant there is no key file.
      if (isThere) writeSynced(before, readFileSync(path, 'utf8'))
      moved = isThere ? 'replaced' : 'new'
      renameSync(aside, path)
      syncFolder(dirname(path))
    },
    undo: () => {
      if (moved === 'replaced') renameSync(before, path)
      if (moved === 'new') rmSync(path)
      moved = 'nothing'
    },
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
