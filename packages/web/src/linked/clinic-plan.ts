import { applyPlan, type ProtocolToPlan, sealPlan, type Session } from '@afterglow/engine'
import { loadParseSession } from '../store/load-record-file.ts'
import type { Ask, Json } from './ask.ts'
import { hashesOf, type Ledger, ledgerOf } from './ledger.ts'

/** The clinic's session, ready to be shown, and whether this device makes the same plan of it as the server. */
export interface ClinicPlan {
  /** Null before the first procedure, and where this version of the app cannot read it. */
  readonly session: Session | null
  /** As it came, to be kept. */
  readonly wire: unknown
  readonly pins: readonly string[]
  /** What the screens plan with. */
  readonly ledger: Ledger
  /** Whether that is not the app's own. */
  readonly hasOwnLedger: boolean
  /** The protocols whole, to be kept: the next plan is held against the server's with them. */
  readonly protocols: readonly ProtocolToPlan[]
  readonly isUnsure: boolean
}

interface Place {
  readonly ask: Ask
  readonly patientId: string
  readonly builtIn: Ledger
  /** The protocols that were fetched before. */
  readonly kept: readonly ProtocolToPlan[]
}

/**
 * Reads what the server answered, works the plan out with the protocols that it is pinned to, and holds its hash against
 * the server's: where they differ, nothing may count as open. Undefined where a protocol cannot be had now; then what was
 * here stays, and it is tried again.
 */
export async function readClinicPlan(place: Place, body: Json): Promise<ClinicPlan | undefined> {
  const { builtIn } = place
  const told = await toldIn(body)
  if (told === null) return unread(body, builtIn)
  const protocols = await protocolsOf(place, told.pins)
  if (protocols === undefined) return undefined
  const whole = ledgerOf(protocols)
  const { planHash, ...shown } = told
  const isUnsure = !isSame(hashesOf(whole), told.pins) || hashOf(whole, told) !== planHash
  // The app's own say the same of every subject, and leave out what only authors read.
  const hasOwnLedger = !isSame(hashesOf(builtIn), told.pins)
  return { ...shown, ledger: hasOwnLedger ? whole : builtIn, hasOwnLedger, protocols, isUnsure }
}

interface Told extends Pick<ClinicPlan, 'session' | 'wire' | 'pins'> {
  readonly planHash: unknown
}

/** Null for what this version of the app does not understand. */
async function toldIn({ session: wire, protocols, planHash }: Json): Promise<Told | null> {
  if (!Array.isArray(protocols)) return null
  const pins = protocols.map((one: unknown) => String(hashIn(one)))
  if (wire === null) return { session: null, wire, pins, planHash }
  const parsed = (await loadParseSession())(wire)
  return parsed.ok ? { session: parsed.value, wire, pins, planHash } : null
}

function hashIn(pin: unknown): unknown {
  return typeof pin === 'object' && pin !== null ? Reflect.get(pin, 'hash') : undefined
}

/** What cannot be read is kept as it is, for a newer version of the app. */
function unread({ session: wire }: Json, ledger: Ledger): ClinicPlan {
  const none = { session: null, wire, pins: [], protocols: [] }
  return { ...none, ledger, hasOwnLedger: false, isUnsure: true }
}

/** Before the first procedure there is no plan, here as there. */
function hashOf(ledger: Ledger, { session }: Told): string | null {
  return session && sealPlan(applyPlan(ledger.planner(), session)).hash
}

async function protocolsOf(
  { ask, patientId, kept }: Place,
  pins: readonly string[],
): Promise<readonly ProtocolToPlan[] | undefined> {
  const protocols: ProtocolToPlan[] = []
  for (const hash of pins) {
    const here = kept.find((one) => one.hash === hash)
    const one = here ?? (await fetchProtocol(ask, `/patients/${patientId}/protocols/${hash}`))
    if (one === undefined) return undefined
    protocols.push({ ...one, hash })
  }
  return protocols
}

async function fetchProtocol(ask: Ask, path: string): Promise<ProtocolToPlan | undefined> {
  const answer = await ask({ method: 'GET', path })
  const protocol = answer.kind === 'answered' ? answer.body['protocol'] : null
  if (typeof protocol !== 'object' || protocol === null) return undefined
  // Published by the server from a checked protocol, under this hash.
  return protocol as ProtocolToPlan
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, k) => one === b[k])
}
