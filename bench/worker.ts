/** One process for each runner: measures what the parent asks for, one thing at a time. */
import { type Measured, measure } from './measure.ts'
import { operationOf, type Probe } from './probes.ts'
import type { Rival, RunnerName } from './rival.ts'
import { createRunner } from './runners.ts'
import {
  type ProtocolName,
  type SubjectMatter,
  subjectMatterOf,
  measuredSessions,
} from './subject-matter.ts'

export interface Order {
  readonly probe: Probe
  readonly protocol: ProtocolName
  readonly milliseconds: number
}

export type Report = Measured | { readonly error: string }

interface Ready {
  readonly rival: Rival
  readonly matter: SubjectMatter
}

const name = process.argv[2] as RunnerName
const sessions = measuredSessions()
const ready = new Map<ProtocolName, Ready>()

function readyFor(protocol: ProtocolName): Ready {
  const known = ready.get(protocol)
  if (known) return known
  const matter = subjectMatterOf(protocol, sessions)
  const made = { matter, rival: createRunner(name, matter.protocol) }
  ready.set(protocol, made)
  return made
}

async function carryOut(order: Order): Promise<Report> {
  try {
    const { rival, matter } = readyFor(order.protocol)
    return await measure(operationOf(order.probe, rival, matter), order.milliseconds)
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (order: Order) => {
  void carryOut(order).then((report) => process.send?.(report))
})
