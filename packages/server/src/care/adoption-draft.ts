import { fail, type Issue, type Protocol, type Result, succeed } from '@afterglow/engine'
import type { LedgerLibrary } from '@afterglow/ledger'
import type { Deps } from '../deps.ts'
import { enterScope, leaveScope, type Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'
import { type AdoptingClinic, derivedProtocol, shortIdOf } from './adoption.ts'
import type { AdoptionChanges } from './adoption-changes.ts'
import { adoptionIssues, checkIssues } from './adoption-proof.ts'
import { libraryWith, pinsOf, publish } from './protocol-shelf.ts'
import type { Shortening } from './session-of.ts'

/** An adoption worked out and not published. */
export interface AdoptionDraft {
  readonly base: readonly ProtocolPin[]
  /** As published, and as the clinic would have them; in one order. */
  readonly published: LedgerLibrary
  readonly library: LedgerLibrary
  readonly changed: { readonly base: Protocol; readonly derived: Protocol }
  readonly shortenings: readonly Shortening[]
}

export interface AdoptionRequest {
  readonly clinic: AdoptingClinic
  readonly base: readonly ProtocolPin[]
  /** The code of the protocol that is changed; the first, where none is named. */
  readonly protocol?: string | undefined
  readonly changes: AdoptionChanges
  readonly by: string
}

/** Works an adoption out. What is wrong with it is said by the field of the change, and then there is none. */
export async function draftAdoption(
  trx: Trx,
  { shelf }: Pick<Deps, 'shelf'>,
  { clinic, base, protocol, changes, by }: AdoptionRequest,
): Promise<Result<AdoptionDraft>> {
  const published = await shelf.libraryOf(trx, base)
  const code = protocol ?? base[0]?.code
  const own = published.protocols.find((one) => one.code === code)
  if (own === undefined) return fail([noProtocol(base)])
  const derived = derivedProtocol(own, changes, clinic)
  if (!derived.ok) return derived
  const shortenings = changes.shorten.map((one) => ({ ...one, by }))
  const changed = { base: own, derived: derived.value }
  const issues = adoptionIssues({ ...changed, shortenings })
  if (issues.length > 0) return fail(issues)
  const protocols = published.protocols.map((one) => (one === own ? derived.value : one))
  const library = own === derived.value ? published : libraryWith(protocols, published)
  return succeed({ base, published, library, changed, shortenings })
}

function noProtocol(base: readonly ProtocolPin[]): Issue {
  return {
    severity: 'error',
    code: 'not-found',
    diagnostics: `is none of the base's protocols: ${base.map(({ code }) => code).join(', ')}`,
    expression: 'protocol',
  }
}

/**
 * Publishes the protocols of a draft: what is new gets a version that names the base, the clinic and the number; what was
 * published before with the same content keeps the version it was given then.
 */
export async function publishDraft(
  trx: Trx,
  { now }: Pick<Deps, 'now'>,
  {
    draft,
    clinic,
    number,
  }: { readonly draft: AdoptionDraft; readonly clinic: AdoptingClinic; readonly number: number },
): Promise<Result<readonly ProtocolPin[]>> {
  const { base, derived } = draft.changed
  const issues = checkIssues({ base, derived, shortenings: [] })
  if (issues.length > 0) return fail(issues)
  if (base === derived) return succeed(draft.base)
  const version = `${base.version}+${shortIdOf(clinic)}.${number}`
  const pins = pinsOf(draft.library).map((pin) =>
    pin.code === base.code ? { ...pin, version } : pin,
  )
  const own = pins.find(({ code }) => code === base.code)
  if (own === undefined) throw new Error('a draft holds the protocol that it changes')
  // Versions are no clinic's rows: a clinic's role reads them and writes none.
  await leaveScope(trx)
  await publish(trx, { protocol: { ...derived, version }, pin: own, at: now() })
  await enterScope(trx, clinic)
  return succeed(await Promise.all(pins.map((pin) => asStored(trx, pin))))
}

async function asStored(trx: Trx, pin: ProtocolPin): Promise<ProtocolPin> {
  return trx
    .selectFrom('protocolVersion')
    .select(['code', 'version', 'hash'])
    .where('hash', '=', pin.hash)
    .executeTakeFirstOrThrow()
}
