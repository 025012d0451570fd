import { createPlanner, type Protocol } from '@afterglow/engine'
import { withOwnSubjects } from '@afterglow/language'
import { type LedgerLibrary, textsOf } from '@afterglow/ledger'
import { type Database, jsonOf, timestampOf, type Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'
import { readShortenings } from './adoption-record.ts'
import type { Shortening } from './session-of.ts'

/** Every version of the protocols that a plan may be pinned to, each made ready to plan with once. */
export interface ProtocolShelf {
  /** What new plans get where the clinic has adopted nothing of its own. */
  readonly current: readonly ProtocolPin[]
  /** The protocols that a plan is pinned to. Throws where one was never published: then nothing may be answered. */
  readonly libraryOf: (trx: Trx | Database, pins: readonly ProtocolPin[]) => Promise<LedgerLibrary>
  /** What an adoption shortens; none without one. */
  readonly shorteningsOf: (
    trx: Trx,
    adoption: { readonly clinicId: string; readonly adoptionId: string | null },
  ) => Promise<readonly Shortening[]>
}

/** Versions and adoptions never change, so each is read once; of clinics not seen for long they are let go. */
const MOST_KEPT = 64
const MOST_SHORTENINGS_KEPT = 10_000

/** Publishes the ledger's protocols where they are new, and keeps the libraries that were asked for. */
export async function openProtocolShelf(
  db: Database,
  ledger: LedgerLibrary,
  at: number,
): Promise<ProtocolShelf> {
  const current = pinsOf(ledger)
  for (const [k, protocol] of ledger.protocols.entries()) {
    // One version for each protocol, in their order.
    await publish(db, { protocol, pin: current[k] as ProtocolPin, at })
  }
  const libraries = createKept<LedgerLibrary>(MOST_KEPT)
  const shortenings = createKept<readonly Shortening[]>(MOST_SHORTENINGS_KEPT)
  const own = keyOf(current)
  return {
    current,
    libraryOf: async (trx, pins) => {
      const key = keyOf(pins)
      return key === own ? ledger : libraries(key, () => readLibrary(trx, pins, ledger))
    },
    shorteningsOf: async (trx, { clinicId, adoptionId }) =>
      adoptionId === null
        ? []
        : shortenings(`${clinicId} ${adoptionId}`, () =>
            readShortenings(trx, { clinicId, adoptionId }),
          ),
  }
}

/** Keeps what was made for a key, the most recently used so many; what fails is not kept. */
function createKept<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, T>()
  return async (key, make) => {
    const found = kept.get(key) ?? (await make())
    kept.delete(key)
    kept.set(key, found)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

export function pinsOf({ planner }: Pick<LedgerLibrary, 'planner'>): readonly ProtocolPin[] {
  return planner.versions.map(({ code, version, hash }) => ({ code, version, hash }))
}

export async function publish(
  db: Database | Trx,
  {
    protocol,
    pin,
    at,
  }: { readonly protocol: Protocol; readonly pin: ProtocolPin; readonly at: number },
): Promise<void> {
  await db
    .insertInto('protocolVersion')
    .values({ ...pin, content: jsonOf(protocol), publishedAt: timestampOf(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function keyOf(pins: readonly ProtocolPin[]): string {
  return pins.map(({ hash }) => hash).join(' ')
}

async function readLibrary(
  trx: Trx | Database,
  pins: readonly ProtocolPin[],
  ledger: LedgerLibrary,
): Promise<LedgerLibrary> {
  const rows = await trx
    .selectFrom('protocolVersion')
    .select(['hash', 'content'])
    .where(
      'hash',
      'in',
      pins.map(({ hash }) => hash),
    )
    .execute()
  const protocols = pins.map(({ hash }) => {
    const row = rows.find((one) => one.hash === hash)
    if (!row) throw new Error(`protocol ${hash} was never published here`)
    // Written by `publish` from a checked protocol, under the hash of its content.
    return row.content as Protocol
  })
  return libraryWith(protocols, ledger)
}

/**
 * Other protocols read with the same words, as what people call things is no part of a version, and with the names of the
 * subjects that only these protocols have, such as a clinic's own.
 */
export function libraryWith(
  protocols: readonly Protocol[],
  { vocabulary, asking: words }: LedgerLibrary,
): LedgerLibrary {
  const planner = createPlanner(protocols)
  const others = Object.keys(planner.subjects).filter(
    (code) => !Object.hasOwn(vocabulary.subjects, code),
  )
  const asking = withOwnSubjects(
    words,
    Object.fromEntries(others.map((code) => [code, namesOf(protocols, code)])),
  )
  const texts = textsOf(protocols)
  const { synonyms } = vocabulary
  return {
    protocols,
    planner,
    texts,
    asking,
    vocabulary: { subjects: planner.subjects, texts, synonyms },
  }
}

/** What a subject is called, in every language. */
function namesOf(protocols: readonly Protocol[], code: string): readonly string[] {
  const names = protocols.flatMap(({ texts }) =>
    Object.values(texts).flatMap((one) => one[`subject.${code}`] ?? []),
  )
  return [...new Set(names)]
}
