import type { PatientFacts, Procedure } from '../../packages/engine/src/index.ts'
import type { Applicability, Protocol } from '../../packages/engine/src/protocol.ts'
import { applicabilitiesOf } from '../../packages/engine/src/protocol.ts'
import {
  codedGate,
  type FactKey,
  factLocals,
  FACTS,
  readersCode,
  testOrder,
} from '../floor/fact-code.ts'
import { fromText } from '../from-text.ts'

/** A session's facts as bits, one word a fact: the form in which plain JavaScript tests them. */
export type BitFacts = Readonly<Record<FactKey, number>>

const KEYS: readonly FactKey[] = [
  ...(Object.keys(FACTS) as (keyof typeof FACTS)[]),
  'needleDepthMm',
]

export const bitFacts = fromText(`${readersCode()}
return (procedure, patient) => { ${factLocals(KEYS)}
return { ${KEYS.join(', ')} } }`) as (
  procedure: Partial<Procedure>,
  patient: PatientFacts,
) => BitFacts

/** One rule's test as functions of the facts, as the author of a rule's callback would write it. */
export interface GateFunctions {
  readonly certain: (facts: BitFacts) => boolean
  readonly possible: (facts: BitFacts) => boolean
}

export function gateFunctions(protocol: Protocol): (when: Applicability) => GateFunctions {
  const order = testOrder(applicabilitiesOf(protocol))
  const known = new Map<Applicability, GateFunctions>()
  return (when) => {
    const found = known.get(when)
    if (found) return found
    const { certain, possible } = codedGate(when, order)
    const made = { certain: toFunction(certain), possible: toFunction(possible) }
    known.set(when, made)
    return made
  }
}

function toFunction(expression: string): (facts: BitFacts) => boolean {
  return fromText(`return ({ ${KEYS.join(', ')} }) => ${expression}`) as (
    facts: BitFacts,
  ) => boolean
}
