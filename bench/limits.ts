import type { Pool } from './pool.ts'
import type { Probe } from './probes.ts'
import { PEERS, type RunnerName } from './rival.ts'
import type { Effort } from './rows.ts'
import { type ProtocolName, PROTOCOLS } from './subject-matter.ts'

/** Operations per second of a part that shows what limits a work. */
export interface Limit {
  readonly protocol: ProtocolName
  readonly runner: RunnerName
  readonly probe: Probe
  readonly rate: number
}

const OURS: readonly Probe[] = ['known-plan', 'first-plan', 'told-plan', 'dated-plan']

export async function measureLimits(pool: Pool, effort: Effort): Promise<readonly Limit[]> {
  const asked = PROTOCOLS.flatMap((protocol) => [
    ...OURS.map((probe) => ({ protocol, runner: 'ours' as const, probe })),
    ...PEERS.map((runner) => ({ protocol, runner, probe: 'rules' as const })),
  ])
  const limits: Limit[] = []
  for (const { protocol, runner, probe } of asked) {
    const order = { probe, protocol }
    await pool.rate(runner, { ...order, milliseconds: effort.warmUpMilliseconds / 2 })
    const rate = await pool.rate(runner, { ...order, milliseconds: effort.milliseconds })
    limits.push({ protocol, runner, probe, rate })
  }
  return limits
}
