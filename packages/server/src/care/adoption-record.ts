import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { actorOf, type Principal } from '../http/principal.ts'
import { jsonOf, timestampOf, type Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'
import type { AdoptionChanges } from './adoption-changes.ts'
import type { Shortening } from './session-of.ts'

/** How a clinic has fitted the published protocols to its own: one of a row of numbers, never changed. */
export interface Adoption {
  readonly adoptionId: string
  readonly number: number
  /** What plans are pinned to. */
  readonly protocols: readonly ProtocolPin[]
  readonly publishedAt: Instant
  readonly actorId: string | null
  readonly content: AdoptionContent
}

export interface AdoptionContent {
  /** The published versions that it was made from, and which of them it changes. */
  readonly base: readonly ProtocolPin[]
  readonly protocol: string
  readonly changes: AdoptionChanges
  /** The name of who published it: what is shortened is said by them. */
  readonly by: string
  readonly apply: Apply
  /** The number whose content it brings back. */
  readonly rollbackOf: number | null
}

/** Whether plans that run already get it too. */
export type Apply = 'new' | 'running'

export async function newestAdoption(trx: Trx, clinicId: string): Promise<Adoption | null> {
  const row = await adoptionRows(trx, clinicId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : adoptionOf(row)
}

export async function readAdoption(
  trx: Trx,
  { clinicId, number }: { readonly clinicId: string; readonly number: number },
): Promise<Adoption | null> {
  const row = await adoptionRows(trx, clinicId).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : adoptionOf(row)
}

/** The newest first; `before` is the number that the page before ended with. */
export async function listAdoptions(
  trx: Trx,
  clinicId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly Adoption[]> {
  const rows = await adoptionRows(trx, clinicId)
    .$if(before !== null, (all) => all.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(adoptionOf)
}

/** Adds it under a number that `takeNextNumber` gave in the same transaction. */
export async function addAdoption(
  trx: Trx,
  { createId, now }: Pick<Deps, 'createId' | 'now'>,
  {
    clinicId,
    principal,
    ...adoption
  }: Pick<Adoption, 'number' | 'protocols' | 'content'> & {
    readonly clinicId: string
    readonly principal: Principal
  },
): Promise<Adoption> {
  const row = {
    adoptionId: createId(),
    number: adoption.number,
    publishedAt: now(),
    actorId: actorOf(principal).id,
  }
  await trx
    .insertInto('adoption')
    .values({
      ...row,
      clinicId,
      protocols: jsonOf(adoption.protocols),
      changes: jsonOf(adoption.content),
      publishedAt: timestampOf(row.publishedAt),
    })
    .execute()
  return { ...row, protocols: adoption.protocols, content: adoption.content }
}

/** The number that comes next. The clinic's row is held until the end, so that two who publish at once get two. */
export async function takeNextNumber(trx: Trx, clinicId: string): Promise<number> {
  await trx
    .selectFrom('clinic')
    .select('clinicId')
    .where('clinicId', '=', clinicId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return ((await newestAdoption(trx, clinicId))?.number ?? 0) + 1
}

export async function readShortenings(
  trx: Trx,
  { clinicId, adoptionId }: { readonly clinicId: string; readonly adoptionId: string },
): Promise<readonly Shortening[]> {
  const row = await adoptionRows(trx, clinicId)
    .where('adoptionId', '=', adoptionId)
    .executeTakeFirstOrThrow()
  return shorteningsOf(adoptionOf(row).content)
}

export function shorteningsOf({
  changes,
  by,
}: Pick<AdoptionContent, 'changes' | 'by'>): readonly Shortening[] {
  return changes.shorten.map((one) => ({ ...one, by }))
}

function adoptionRows(trx: Trx, clinicId: string) {
  return trx
    .selectFrom('adoption')
    .select(['adoptionId', 'number', 'protocols', 'changes', 'publishedAt', 'actorId'])
    .where('clinicId', '=', clinicId)
}

type Row = Awaited<ReturnType<ReturnType<typeof adoptionRows>['execute']>>[number]

function adoptionOf({ changes, ...row }: Row): Adoption {
  // Written by `addAdoption`.
  return { ...row, content: changes as AdoptionContent }
}
