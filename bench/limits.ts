import { median } from './measure.ts'
import type { Pool } from './pool.ts'
import { FIRST, type Probe } from './probes.ts'
import { PEERS, type RivalName } from './rival.ts'
import type { Effort } from './rows.ts'
import { type ProtocolName, PROTOCOLS } from './subject-matter.ts'

/** What limits the plans of one protocol. */
export interface Limits {
  readonly protocol: ProtocolName
  /** Our plans per second in cases of their own. */
  readonly ours: Readonly<Record<OurProbe, number>>
  /** The part of a plan's time that each rules engine takes to decide which rules apply. */
  readonly shares: readonly { readonly name: RivalName; readonly share: number }[]
}

const OUR_PROBES = ['known-plan', 'first-plans', 'told-plan', 'dated-plan'] as const
type OurProbe = (typeof OUR_PROBES)[number]

export async function measureLimits(pool: Pool, effort: Effort): Promise<readonly Limits[]> {
  const limits: Limits[] = []
  for (const protocol of PROTOCOLS) {
    const ours: [OurProbe, number][] = []
    for (const probe of OUR_PROBES)
      ours.push([probe, await ourRate(pool, effort, { protocol, probe })])
    const shares: Limits['shares'][number][] = []
    for (const name of PEERS)
      shares.push({ name, share: await shareOf(pool, effort, { protocol, name }) })
    // One entry for each of OUR_PROBES.
    limits.push({ protocol, ours: Object.fromEntries(ours) as Limits['ours'], shares })
  }
  return limits
}

/** The median of the rounds, after a warm-up: one measurement alone swings too much to be told. */
async function ourRate(
  pool: Pool,
  { rounds, warmUpMilliseconds, milliseconds }: Effort,
  order: { readonly protocol: ProtocolName; readonly probe: Probe },
): Promise<number> {
  await pool.rate('ours', { ...order, milliseconds: warmUpMilliseconds })
  const rates: number[] = []
  for (let round = 0; round < rounds; round++)
    rates.push(await pool.rate('ours', { ...order, milliseconds }))
  return order.probe === 'first-plans' ? median(rates) * FIRST : median(rates)
}

async function shareOf(
  pool: Pool,
  { rounds, milliseconds }: Effort,
  { protocol, name }: { readonly protocol: ProtocolName; readonly name: RivalName },
): Promise<number> {
  const shares: number[] = []
  for (let round = 0; round < rounds; round++) {
    const whole = await pool.rate(name, { protocol, probe: 'plan', milliseconds })
    const rules = await pool.rate(name, { protocol, probe: 'rules', milliseconds })
    shares.push(whole / rules)
  }
  return median(shares)
}
