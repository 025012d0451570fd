import { median } from '../measure.ts'
import type { Loaded } from './loading.ts'

/** Of several turns at one work. */
export interface Figures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** The rate is the turns' median, the percentiles are of all of them together. */
export function figuresOf(turns: readonly Loaded[]): Figures {
  const rates = turns.map(rateOf)
  const sorted = turns.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b)
  const percentile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { perSecond: median(rates), p50Ms: percentile(0.5), p99Ms: percentile(0.99) }
}

/** One line of the table. */
export interface Row {
  readonly work: string
  readonly unit: string
  readonly ours: number
  readonly bare: number
  readonly ratio: number
  /** Null: shown only. */
  readonly goal: number | null
  readonly note: string
}

/** The ratio is the median of the turns' own, so that what else the machine does meets both alike. */
export function ratioOf(ours: readonly Loaded[], bare: readonly Loaded[]): number {
  return median(ours.flatMap((turn, k) => (bare[k] ? [rateOf(turn) / rateOf(bare[k])] : [])))
}

export function rateOf({ latenciesMs, seconds }: Loaded): number {
  return latenciesMs.length / seconds
}
