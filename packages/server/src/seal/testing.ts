import { createHash } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import type { RandomBytes } from './key-ring.ts'

/** Bytes that look random and are the same in every run: the hash of a count. */
export function countedBytes(seed: string): RandomBytes {
  let count = 0
  return (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256').update(`${seed} ${count++}`).digest(),
    )
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, size))
  }
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map((one) => one.diagnostics).join('\n'))
  return result.value
}
