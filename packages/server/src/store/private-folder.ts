import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'

const OTHERS = 0o077
const STICKY = 0o1000

/** From now on every file and folder that this process makes is for its own account alone. A thread cannot say so. */
export function keepNewFilesPrivate(): void {
  if (isMainThread) process.umask(OTHERS)
}

/**
 * Makes the folder of a server's data where there is none, and takes what others may do with its parts from them. The
 * folder itself is narrowed only where nothing else lies in it: it may be somebody's home.
 */
export function makePrivateFolder(folder: string, parts: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = readdirSync(folder)
  if (names.every((name) => parts.includes(name))) narrow(folder)
  for (const name of names.filter((one) => parts.includes(one))) narrowTree(join(folder, name))
}

/** Of everything under it too. What belongs to another account is left as it is, and so is what a link leads to. */
function narrowTree(path: string): void {
  const found = narrow(path)
  if (found?.isDirectory() !== true) return
  for (const name of readdirSync(path)) narrowTree(join(path, name))
}

function narrow(path: string): Stats | null {
  // Another process of this account may take a file away meanwhile.
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.uid !== process.getuid?.() || !found || found.isSymbolicLink()) return null
  const isWide = (found.mode & OTHERS) !== 0 && (found.mode & STICKY) === 0
  if (isWide) chmodSync(path, found.mode & 0o700)
  return found
}
