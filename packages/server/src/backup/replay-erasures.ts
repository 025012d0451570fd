import { erasePatient, removeBlobsOf } from '../care/erase.ts'
import type { BlobStore } from '../photo/index.ts'
import { enterScope, isUuid, leaveScope, type Trx } from '../store/database.ts'
import { refuse } from './refused.ts'

/** Who has been erased, and when. */
export interface Erasure {
  readonly clinicId: string
  readonly patientId: string
  readonly erasedAt: string
  readonly actorId: string | null
}

/** One list of several: each may know of somebody the others do not. The earliest instant stays. */
export function unionOf(lists: readonly (readonly Erasure[])[]): readonly Erasure[] {
  const byPatient = new Map<string, Erasure>()
  for (const erasure of lists.flat()) {
    const key = `${erasure.clinicId} ${erasure.patientId}`
    const known = byPatient.get(key)
    if (known === undefined || erasure.erasedAt < known.erasedAt) byPatient.set(key, erasure)
  }
  return [...byPatient.values()]
}

/** Whether a photo's key names somebody who has been erased. */
export function isOfErased(erased: ReadonlySet<string>, photo: string): boolean {
  return photo.split('/').some((part) => erased.has(part))
}

/** Erases everybody on the list again: the backup may be older than their erasure. The tombstones stay. */
export async function replayErasures(
  trx: Trx,
  erasures: readonly Erasure[],
  blobs: BlobStore | null,
): Promise<void> {
  for (const { clinicId, patientId, erasedAt, actorId } of erasures) {
    if (!isUuid(clinicId) || !isUuid(patientId))
      refuse('erasures', 'value', 'name somebody by what is no id of ours')
    await enterScope(trx, { clinicId })
    const at = Date.parse(erasedAt)
    const { patientIds } = await erasePatient(trx, { clinicId, patientId, at, actorId })
    if (blobs !== null) await removeBlobsOf({ blobs }, { clinicId, patientIds })
  }
  await leaveScope(trx)
}
