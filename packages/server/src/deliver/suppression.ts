import { createHmac } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { clinicKey } from '../seal/index.ts'
import { timestampOf, type Trx } from '../store/database.ts'

/** An address that a clinic does not write to any more: it bounced, or somebody complained. */
export interface Address {
  readonly clinicId: string
  readonly channel: string
  readonly address: string
}

type Keys = Pick<Deps, 'masterKeys'>

/** Nothing is sent there again. The table holds keyed hashes: nobody reads from it whose address it was. */
export async function suppress(
  trx: Trx,
  deps: Keys & Pick<Deps, 'now'>,
  { reason, ...address }: Address & { readonly reason: string },
): Promise<void> {
  // The first is of the key that is current.
  const { clinicId, channel } = address
  const [addressHash] = hashesBy(deps, clinicId)(address) as [Uint8Array]
  await trx
    .insertInto('suppression')
    .values({ clinicId, channel, addressHash, reason, createdAt: timestampOf(deps.now()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function isSuppressed(trx: Trx, deps: Keys, address: Address): Promise<boolean> {
  const found = await suppressedAmong(trx, deps, [address])
  return found(address)
}

/** Tells of several addresses of one clinic with one look at the table. */
export async function suppressedAmong(
  trx: Trx,
  deps: Keys,
  addresses: readonly Address[],
): Promise<(address: Address) => boolean> {
  const [first] = addresses
  if (first === undefined) return () => false
  const { clinicId } = first
  const hashesOf = hashesBy(deps, clinicId)
  const rows = await trx
    .selectFrom('suppression')
    .select(['channel', 'addressHash'])
    .where('clinicId', '=', clinicId)
    .where('addressHash', 'in', addresses.flatMap(hashesOf))
    .execute()
  const found = new Set(rows.map((row) => nameOf(row.channel, row.addressHash)))
  return (one) => hashesOf(one).some((hash) => found.has(nameOf(one.channel, hash)))
}

function nameOf(channel: string, hash: Uint8Array): string {
  return `${channel} ${Buffer.from(hash).toString('hex')}`
}

/** One for each master key, the current first: what was suppressed before a rotation stays so. */
function hashesBy(
  { masterKeys }: Keys,
  clinicId: string,
): (address: Omit<Address, 'clinicId'>) => readonly Uint8Array[] {
  const { current, keys } = clinicKey(masterKeys, clinicId, 'address')
  const inOrder = [...keys]
    .sort(([a], [b]) => Number(b === current) - Number(a === current))
    .map(([, key]) => key)
  return ({ channel, address }) => {
    const text = `suppression ${channel} ${address.trim().toLowerCase()}`
    return inOrder.map((key) => Uint8Array.from(createHmac('sha256', key).update(text).digest()))
  }
}
