import type { Issue } from '@afterglow/engine'
import type { Patient } from './patients.ts'
import { type PageOf, read, type Reply, send } from './request.ts'

/** What a list would bring in, or has brought in. */
export interface ImportReport {
  readonly read: number
  readonly new: number
  readonly added: number
  readonly issues: readonly Issue[]
  readonly moreIssues: number
  readonly duplicates: readonly {
    readonly line: number
    readonly patientId: string | null
    readonly sameAsLine: number | null
  }[]
}

/** Checks a list of patients, or brings it in: all of it or nothing. */
export function importPatients(
  list: Blob,
  mode: 'check' | 'commit',
  key: string,
): Promise<Reply<ImportReport>> {
  return send({ method: 'POST', path: `/v1/patients/import?mode=${mode}`, upload: list, key })
}

/** Two records that may be of one person, and by what. */
export interface DuplicatePair {
  readonly by: readonly string[]
  readonly patients: readonly [Patient, Patient]
}

export function readDuplicates(cursor: string | null): Promise<PageOf<DuplicatePair>> {
  return read(`/v1/patients/duplicates${cursor === null ? '' : `?cursor=${cursor}`}`)
}

export interface Merged {
  readonly patientId: string
  readonly events: number
  /** What was opened in one of the two alone: a clinician says it again. */
  readonly toConfirm: readonly { readonly type: string; readonly subject?: string }[]
  readonly issues: readonly Issue[]
}

/** Merges one record into another of the same person, both as they were looked at. */
export function mergePatients(from: Patient, into: Patient, key: string): Promise<Reply<Merged>> {
  const body = { into: into.patientId, revision: from.revision, intoRevision: into.revision }
  return send({ method: 'POST', path: `/v1/patients/${from.patientId}/merge`, body, key })
}
