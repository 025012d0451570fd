import { createPlanner, type Protocol } from '@afterglow/engine'
import { type LedgerLibrary, textsOf } from '@afterglow/ledger'
import { type Database, jsonOf, timestampOf, type Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'

/** Every version of the protocols that a plan may be pinned to, each made ready to plan with once. */
export interface ProtocolShelf {
  /** What new plans get where the clinic has adopted nothing of its own. */
  readonly current: readonly ProtocolPin[]
  /** The protocols that a plan is pinned to. Throws where one was never published: then nothing may be answered. */
  readonly libraryOf: (trx: Trx | Database, pins: readonly ProtocolPin[]) => Promise<LedgerLibrary>
}

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
  const kept = new Map<string, Promise<LedgerLibrary>>([[keyOf(current), Promise.resolve(ledger)]])
  return {
    current,
    libraryOf: (trx, pins) => {
      const key = keyOf(pins)
      const found = kept.get(key)
      if (found) return found
      const made = readLibrary(trx, pins, ledger)
      made.then(
        () => kept.set(key, made),
        () => {},
      )
      return made
    },
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

/** Other protocols read with the same words: what people call things is no part of a version. */
export function libraryWith(
  protocols: readonly Protocol[],
  { vocabulary, asking }: LedgerLibrary,
): LedgerLibrary {
  const planner = createPlanner(protocols)
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
