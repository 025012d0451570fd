import { CITATION_KINDS, type Citation, type CitationKind, citationsOf } from './citations.ts'
import type { Protocol } from './protocol.ts'

/** Whether every fact that the sources hold stands somewhere in the ledger, and as what. */
export interface Coverage {
  readonly total: number
  readonly accounted: number
  /** How many facts each kind of line carries first: a fact carried by several counts once, under the first kind. */
  readonly byKind: Readonly<Record<CitationKind, number>>
  readonly leftOut: number
  readonly missing: readonly string[]
  /** Fact ids that no source has. One cited under another source's name is `parseProtocol`'s to refuse. */
  readonly unknown: readonly string[]
  readonly facts: readonly FactLine[]
}

export interface FactLine {
  readonly fact: string
  /** Every line that carries it; empty where it is left out or missing. */
  readonly lines: readonly Citation[]
  readonly leftOut: Protocol['leftOut'][number] | null
}

/** Accounts for every fact: the sources say how many they have, the ledger's lines say which they carry. */
export function coverageOf(protocol: Protocol): Coverage {
  const carriers = new Map<string, Citation[]>()
  for (const line of citationsOf(protocol)) {
    for (const fact of line.facts) carriers.set(fact, [...(carriers.get(fact) ?? []), line])
  }
  const owners = factOwners(protocol)
  const facts = [...owners.keys()].map((fact) => ({
    fact,
    lines: carriers.get(fact) ?? [],
    leftOut: protocol.leftOut.find((one) => one.fact === fact) ?? null,
  }))
  const missing = facts
    .filter((one) => one.lines.length === 0 && !one.leftOut)
    .map((one) => one.fact)
  const leftOut = facts.filter((one) => one.lines.length === 0 && one.leftOut).length
  return {
    total: facts.length,
    accounted: facts.length - missing.length,
    byKind: countByKind(facts),
    leftOut,
    missing,
    unknown: unknownFacts(protocol, owners, carriers),
    facts,
  }
}

/** `S1-07` for the seventh fact of the source whose facts are numbered S1. */
function factOwners(protocol: Protocol): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const [code, source] of Object.entries(protocol.sources)) {
    for (let n = 1; n <= (source.facts?.count ?? 0); n++)
      owners.set(`${source.facts?.prefix}-${String(n).padStart(2, '0')}`, code)
  }
  return owners
}

function countByKind(facts: readonly FactLine[]): Record<CitationKind, number> {
  const counts = Object.fromEntries(CITATION_KINDS.map((kind) => [kind, 0])) as Record<
    CitationKind,
    number
  >
  for (const { lines } of facts) {
    const first = CITATION_KINDS.find((kind) => lines.some((line) => line.kind === kind))
    if (first) counts[first] += 1
  }
  return counts
}

function unknownFacts(
  protocol: Protocol,
  owners: ReadonlyMap<string, string>,
  carriers: ReadonlyMap<string, readonly Citation[]>,
): readonly string[] {
  const cited = [...carriers.keys()].filter((fact) => !owners.has(fact))
  const leftOut = protocol.leftOut.flatMap(({ fact, of }) => [
    fact,
    ...(of === undefined ? [] : [of]),
  ])
  return [...new Set([...cited, ...leftOut.filter((fact) => !owners.has(fact))])].sort()
}
