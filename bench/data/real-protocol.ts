import { readLedgers } from '../../packages/ledger/src/index.ts'
import type { Protocol } from '../../packages/engine/src/protocol.ts'

/** The checkout's own microneedling protocol. */
export function realProtocol(): Protocol {
  const read = readLedgers(undefined, { cache: true })
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.diagnostics).join('\n'))
  const ledger = read.value.find(({ protocol }) => protocol.code === 'microneedling')
  if (!ledger) throw new Error('protocols/ holds no protocol "microneedling"')
  return ledger.protocol
}
