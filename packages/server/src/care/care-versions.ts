import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import type { Trx } from '../store/database.ts'
import { type Adoption, listAdoptions, shorteningsOf } from './adoption-record.ts'
import type { PatientCare } from './patient-care.ts'

/** The version of the protocols that a plan had from an instant on. */
export interface CareVersion
  extends Pick<PatientCare, 'pins' | 'adoptionId' | 'shortenings' | 'library'> {
  readonly from: Instant
  /** Of the adoption; 0 where it is what is published for everybody. */
  readonly number: number
}

const MOST = 1_000

/**
 * The versions that a patient's plan has had, the first first, as far as adoptions tell: the newest one when the patient
 * was added, then each that was given to running plans, then the one that the plan has. None where it has no adoption.
 */
export async function versionsOf(
  trx: Trx,
  { shelf }: Pick<Deps, 'shelf'>,
  { record: { clinicId, createdAt }, adoptionId }: PatientCare,
): Promise<readonly CareVersion[]> {
  if (adoptionId === null) return []
  const newest = await listAdoptions(trx, clinicId, { before: null, limit: MOST })
  const all = newest.toReversed()
  const had = all.slice(0, all.findIndex((one) => one.adoptionId === adoptionId) + 1)
  const atFirst = had.findLast(({ publishedAt }) => publishedAt <= createdAt)
  const later = had.filter((one) => one.publishedAt > createdAt && isGiven(one, adoptionId))
  const [oldest] = later
  const first = atFirst ? [atFirst] : []
  const versions = [...first, ...later].map((one) => versionOf(one, one.publishedAt))
  // Before a clinic's first adoption its plans had what that one was made from.
  const before = first.length > 0 || oldest === undefined ? [] : [publishedFor(oldest, createdAt)]
  return Promise.all(
    [...before, ...versions].map(async (one) => ({
      ...one,
      library: await shelf.libraryOf(trx, one.pins),
    })),
  )
}

function isGiven({ adoptionId, content }: Adoption, current: string): boolean {
  return content.apply === 'running' || adoptionId === current
}

function versionOf({ adoptionId, number, protocols: pins, content }: Adoption, from: Instant) {
  return { from, number, adoptionId, pins, shortenings: shorteningsOf(content) }
}

function publishedFor({ content: { base } }: Adoption, from: Instant) {
  return { from, number: 0, adoptionId: null, pins: base, shortenings: [] }
}
