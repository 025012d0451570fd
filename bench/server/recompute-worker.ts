/** Shares people among threads and tells how long all of them took together. A process of its own: its memory is nobody else's. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { realProtocol } from '../data/real-protocol.ts'
import type { Recompute, Recomputed } from './recompute.ts'
import type { Counted, Share } from './recompute-thread.ts'

process.once('message', (recompute: Recompute) => {
  void run(recompute).then((told) => process.send?.(told, () => process.disconnect()))
})

const SEED = 7
const KIBIBYTES = 1_024

async function run({ people, threads, compares }: Recompute): Promise<Recomputed> {
  const protocol = realProtocol()
  const each = Math.floor(people / threads)
  const shares = Array.from({ length: threads }, (_, k) => ({
    protocol,
    seed: SEED + k * people,
    people: each,
    compares,
  }))
  const counted = await Promise.all(shares.map(inThread))
  const sum = (of: (one: Counted) => number) => counted.reduce((all, one) => all + of(one), 0)
  return {
    people: each * threads,
    changed: sum(({ changed }) => changed),
    seconds: sum(({ seconds }) => seconds) / threads,
    peakMb: process.resourceUsage().maxRSS / KIBIBYTES,
  }
}

function inThread(share: Share): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'recompute-thread.ts'), {
      workerData: share,
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
