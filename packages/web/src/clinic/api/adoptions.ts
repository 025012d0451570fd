import type { Issue, ProtocolDiff, Stance, Status } from '@afterglow/engine'
import { newKey, type PageOf, read, readItems, type Reply, send } from './request.ts'
import type { ProtocolPin } from './protocols.ts'

/** Words by language: one of `en`, `es`, `ar`, `ur` at least. */
export type Words = Readonly<Partial<Record<'en' | 'es' | 'ar' | 'ur', string>>>

/** The clinic waits longer than the protocol. `until` is one ISO 8601 unit: `PT48H`, `P7D`. */
export interface Lengthening {
  readonly subject: string
  readonly until: string
  readonly note?: string
  readonly source?: string
}

/** The clinic waits less, never below the floor: said by the clinician who publishes it. */
export interface Shortening {
  readonly subject: string
  readonly until: string
  readonly reason: string
}

export interface OwnPosition {
  readonly stance: Exclude<Stance, 'continue'>
  readonly until?: string
  readonly text?: Words
  readonly source?: string
}

/** A subject or product of the clinic's own. */
export interface OwnSubject {
  readonly subject: string
  readonly broader?: string
  readonly names: Words
  readonly positions: readonly OwnPosition[]
}

interface OwnText {
  readonly id: string
  readonly topic: string
  readonly text: Words
  readonly source?: string
}

interface OwnSource {
  readonly code: string
  readonly label: string
  readonly url?: string
}

/** What a clinic changes of a published protocol. */
export interface AdoptionChanges {
  readonly lengthen: readonly Lengthening[]
  readonly shorten: readonly Shortening[]
  readonly subjects: readonly OwnSubject[]
  readonly texts: readonly OwnText[]
  readonly sources: readonly OwnSource[]
}

/** Whether plans that run already get it too. */
export type Apply = 'new' | 'running'

/** One published number: never changed. */
export interface Adoption {
  readonly adoptionId: string
  readonly number: number
  readonly protocols: readonly ProtocolPin[]
  readonly publishedAt: string
  readonly base: readonly ProtocolPin[]
  readonly protocol: string
  readonly changes: AdoptionChanges
  readonly by: string
  readonly apply: Apply
  readonly rollbackOf: number | null
}

/** What new plans get: 0 and no changes where the clinic has published nothing of its own. */
export type AdoptionNow = { readonly older: number } & (
  | Adoption
  | { readonly number: 0; readonly protocols: readonly ProtocolPin[]; readonly changes: null }
)

export interface PublishedVersion extends ProtocolPin {
  readonly publishedAt: string
  readonly current: boolean
  /** Whether it is this clinic's. */
  readonly own: boolean
}

interface Answer {
  readonly status: Status
  readonly opensAt: string | null
}

export interface PlanEffect {
  readonly patientId: string
  readonly subjects: readonly {
    readonly subject: string
    readonly before: Answer | null
    readonly after: Answer | null
  }[]
}

/** What a draft would do. Where something is wrong with it there are issues, and nothing else. */
export interface Preview {
  readonly issues: readonly Issue[]
  readonly diff: (ProtocolDiff & { readonly shorten: readonly Shortening[] }) | null
  readonly plans: {
    readonly running: number
    readonly changed: number
    /** The first fifty of those that change. */
    readonly first: readonly PlanEffect[]
  } | null
}

export interface AdoptionDiff {
  readonly protocols: readonly ({ readonly code: string } & ProtocolDiff)[]
}

export interface Repinned {
  readonly repinned: number
  readonly changed: number
  readonly failed: number
}

export function readAdoptionNow(): Promise<AdoptionNow> {
  return read<AdoptionNow>('/v1/adoptions/current')
}

/** Every number, the newest first: a clinic has few. */
export async function readAdoptions(): Promise<readonly Adoption[]> {
  const all: Adoption[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: PageOf<Adoption> = await read<PageOf<Adoption>>(`/v1/adoptions?limit=50${from}`)
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

export function readVersions(): Promise<readonly PublishedVersion[]> {
  return readItems<PublishedVersion>('/v1/protocols')
}

export function readAdoptionDiff(from: number, to: number): Promise<AdoptionDiff> {
  return read<AdoptionDiff>(`/v1/adoptions/${from}/diff/${to}`)
}

/** Against the newest published versions, or those that `base` names by their hashes. */
export function previewAdoption(
  changes: AdoptionChanges,
  base?: readonly string[],
): Promise<Reply<Preview>> {
  const body = { changes, ...(base && { base }) }
  return send({ method: 'POST', path: '/v1/adoptions/preview', body })
}

/** How a number is published. */
export interface Publishing {
  readonly apply: Apply
  /** The newest number that was looked at: where somebody else published since, nothing is. */
  readonly after: number
}

export function publishAdoption(
  changes: AdoptionChanges,
  publishing: Publishing,
  key: string,
): Promise<Reply<Adoption>> {
  return send({ method: 'POST', path: '/v1/adoptions', body: { changes, ...publishing }, key })
}

export function rollBackTo(
  number: number,
  publishing: Publishing,
  key: string,
): Promise<Reply<Adoption>> {
  return send({ method: 'POST', path: `/v1/adoptions/${number}/rollback`, body: publishing, key })
}

/** Gives running plans of an older number this one; asked again, it goes on where it was. */
export function applyToRunning(number: number): Promise<Reply<Repinned>> {
  return send({ method: 'POST', path: `/v1/adoptions/${number}/apply`, key: newKey() })
}
