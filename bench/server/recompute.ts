/**
 * How fast a change of a protocol is worked out for a million plans: `node bench/server/recompute.ts [plans] [threads]`.
 * Each thread makes its share of the sessions from a seed, some at a time, and works each out as it was and as it would be.
 */
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { createPlanner, type Protocol } from '../../packages/engine/src/index.ts'
import { createCompare } from '../../packages/server/src/care/plan-change.ts'
import { generatedSessions } from '../data/generated-sessions.ts'
import { realProtocol } from '../data/real-protocol.ts'

interface Share {
  readonly protocol: Protocol
  readonly seed: number
  readonly plans: number
}

interface Counted {
  readonly changed: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly heapBytes: number
}

const AT_ONCE = 10_000
const SEED = 7
const MEBIBYTE = 1_048_576
/** One subject kept shut for longer. */
const LONGER = {
  id: 'clinic-makeup',
  source: 'gordon',
  stance: 'avoid' as const,
  window: { until: 'P10D' },
}

if (isMainThread) await main(process.argv.slice(2).map(Number))
// A share is what `counted` starts this file with.
else parentPort?.postMessage(recomputed(workerData as Share))

async function main([plans = 1_000_000, threads = 2]: readonly number[]): Promise<void> {
  const protocol = realProtocol()
  const shares = Array.from({ length: threads }, (_, k) => ({
    protocol,
    seed: SEED + k * plans,
    plans: Math.floor(plans / threads),
  }))
  const counted = await Promise.all(shares.map(inThread))
  const sum = (of: (one: Counted) => number) => counted.reduce((all, one) => all + of(one), 0)
  const done = shares.reduce((all, one) => all + one.plans, 0)
  // A pair is two plans: as it was, and as it would be.
  const perSecond = (2 * done * threads) / sum(({ seconds }) => seconds)
  const perCpuSecond = (2 * done * threads) / sum(({ cpuSeconds }) => cpuSeconds)
  const lines = [
    `${done} people, ${2 * done} plans, ${threads} threads; ${sum(({ changed }) => changed)} change`,
    `${Math.round(perSecond)} plans/s by the clock, ${Math.round(perCpuSecond)} by processor time`,
    `peak memory of the process ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
    `largest heap of a thread ${Math.round(Math.max(...counted.map(({ heapBytes }) => heapBytes)) / MEBIBYTE)} MiB`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function inThread(share: Share): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function recomputed({ protocol, seed, plans }: Share): Counted {
  const longer = lengthened(protocol)
  const compare = createCompare([createPlanner([protocol])], createPlanner([longer]), 0)
  let [changed, seconds, cpuSeconds, heapBytes] = [0, 0, 0, 0]
  for (let done = 0; done < plans; done += AT_ONCE) {
    const sessions = generatedSessions(seed + done, Math.min(AT_ONCE, plans - done))
    const [start, cpu] = [performance.now(), process.threadCpuUsage()]
    for (const session of sessions) {
      if (compare({ from: 0, before: session, after: session }).length > 0) changed += 1
    }
    const { user, system } = process.threadCpuUsage(cpu)
    seconds += (performance.now() - start) / 1_000
    cpuSeconds += (user + system) / 1_000_000
    heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed)
  }
  return { changed, seconds, cpuSeconds, heapBytes }
}

/** The protocol with that. */
function lengthened(protocol: Protocol): Protocol {
  return {
    ...protocol,
    subjects: protocol.subjects.map((subject) =>
      subject.subject === 'makeup'
        ? { ...subject, positions: [...subject.positions, LONGER] }
        : subject,
    ),
  }
}
