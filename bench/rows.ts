import { median } from './measure.ts'
import type { Pool } from './pool.ts'
import { RIVALS, type RivalName, type RunnerName, type Work, WORKS } from './rival.ts'
import { type ProtocolName, PROTOCOLS } from './subject-matter.ts'

/** One line of the results. `ours` and `theirs` are operations per second of processor time. */
export interface Row {
  readonly work: Work
  readonly protocol: ProtocolName
  readonly against: RivalName
  /** The median of the rounds' ratios: ours to theirs. */
  readonly ratio: number
  readonly ours: number
  readonly theirs: number
}

export interface Effort {
  readonly rounds: number
  readonly warmUpMilliseconds: number
  readonly milliseconds: number
}

export const FULL: Effort = { rounds: 5, warmUpMilliseconds: 600, milliseconds: 300 }
export const QUICK: Effort = { rounds: 3, warmUpMilliseconds: 150, milliseconds: 80 }

export const RUNNERS: readonly RunnerName[] = ['ours', ...RIVALS]

/** Measures every work on both protocols: in each round all runners one after another, so that a slow spell meets all. */
export async function measureRows(
  pool: Pool,
  effort: Effort,
  tell: (done: string) => void,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const protocol of PROTOCOLS) {
    for (const work of WORKS) {
      rows.push(...(await rowsOf(pool, effort, { protocol, work })))
      tell(`${protocol} ${work}`)
    }
  }
  return rows
}

async function rowsOf(
  pool: Pool,
  { rounds, warmUpMilliseconds, milliseconds }: Effort,
  cell: Pick<Row, 'protocol' | 'work'>,
): Promise<readonly Row[]> {
  const order = { probe: cell.work, protocol: cell.protocol }
  for (const name of RUNNERS) await pool.rate(name, { ...order, milliseconds: warmUpMilliseconds })
  const found: Record<string, number>[] = []
  for (let round = 0; round < rounds; round++) {
    const rates: Record<string, number> = {}
    for (const name of RUNNERS) rates[name] = await pool.rate(name, { ...order, milliseconds })
    found.push(rates)
  }
  const medianOf = (read: (rates: Record<string, number>) => number) => median(found.map(read))
  return RIVALS.map((against) => ({
    work: cell.work,
    protocol: cell.protocol,
    against,
    ratio: medianOf((rates) => (rates['ours'] ?? 0) / (rates[against] ?? 0)),
    ours: medianOf((rates) => rates['ours'] ?? 0),
    theirs: medianOf((rates) => rates[against] ?? 0),
  }))
}
