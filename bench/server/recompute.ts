import type { Row } from './figures.ts'
import { askProcess } from './loading.ts'

export interface RecomputeSizes {
  readonly people: number
  readonly threads: number
}

/** What `recompute-worker.ts` is asked: both plans of each person, compared with one another or not. */
export interface Recompute extends RecomputeSizes {
  readonly compares: boolean
}

/** Of all threads together. */
export interface Recomputed {
  readonly people: number
  readonly changed: number
  /** By the clock, had every thread worked without a pause; the sessions were made outside of it. */
  readonly seconds: number
  readonly peakMb: number
}

/** A change of a protocol worked out for so many people, beside the engine making the same plans and comparing nothing. */
export async function recomputeRow(sizes: RecomputeSizes): Promise<Row> {
  const ours = await recomputed({ ...sizes, compares: true })
  const bare = await recomputed({ ...sizes, compares: false })
  const { people, changed, seconds, peakMb } = ours
  const [all, others] = [people, changed].map((count) => count.toLocaleString('en-US'))
  // As it was, and as it would be.
  const rate = (took: number) => (2 * people) / took
  return {
    work: 'work out a protocol change',
    unit: 'plans/s',
    ours: rate(seconds),
    bare: rate(bare.seconds),
    ratio: bare.seconds / seconds,
    goal: null,
    note: `${all} people, each with two plans: as it was and with one subject kept shut for longer. ${others} of them change. ${seconds.toFixed(1)} s on ${sizes.threads} threads,
  at most ${Math.round(peakMb)} MB resident (bare ${Math.round(bare.peakMb)} MB), the sessions of 10,000 people a thread among them. Bare is the engine making the same plans and comparing nothing.`,
  }
}

async function recomputed(recompute: Recompute): Promise<Recomputed> {
  // What `recompute-worker.ts` sends is a Recomputed.
  return (await askProcess('recompute-worker.ts', recompute)) as Recomputed
}
