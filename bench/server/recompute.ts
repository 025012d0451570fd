import type { Row } from './figures.ts'
import { askProcess } from './loading.ts'

export interface RecomputeSizes {
  readonly people: number
  readonly threads: number
}

/** Of all threads together. */
export interface Recomputed {
  readonly people: number
  readonly changed: number
  /** By the clock, had every thread worked without a pause; the sessions were made outside of it. */
  readonly seconds: number
  /** The same for the plans alone. */
  readonly plansOnlySeconds: number
  readonly peakMb: number
}

/** A change of a protocol worked out for so many people, beside the engine making the same plans and comparing nothing. */
export async function recomputeRow(sizes: RecomputeSizes): Promise<Row> {
  // What `recompute-worker.ts` sends is a Recomputed.
  const told = (await askProcess('recompute-worker.ts', sizes)) as Recomputed
  const { people, changed, seconds, plansOnlySeconds, peakMb } = told
  const [all, others] = [people, changed].map((count) => count.toLocaleString('en-US'))
  // A pair is two plans: as it was, and as it would be.
  const rate = (took: number) => (2 * people) / took
  return {
    work: 'work out a protocol change',
    unit: 'plans/s',
    ours: rate(seconds),
    bare: rate(plansOnlySeconds),
    ratio: plansOnlySeconds / seconds,
    goal: null,
    note: `${all} people, each with two plans: as it was and with one subject kept shut for longer. ${others} of them change. ${seconds.toFixed(1)} s on ${sizes.threads} threads,
  at most ${Math.round(peakMb)} MB resident, the sessions of 10,000 people a thread among them. Bare is the engine making the same plans in the same threads and comparing nothing.`,
  }
}
