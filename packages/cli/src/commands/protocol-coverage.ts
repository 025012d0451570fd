import { type Coverage, coverageOf, type FactLine } from '@afterglow/engine'
import { done, type Ledger, type Outcome, readLedgers } from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import type { Request } from '../care.ts'
import { COVERAGE } from '../copy.ts'
import { noWords } from '../flags.ts'
import { bullet, type Look, page, paint, section } from '../layout.ts'

interface Covered {
  readonly ledger: Ledger
  readonly coverage: Coverage
}

/** `afterglow protocol coverage`: every fact of the sources, and where in the ledger it stands. */
export async function protocolCoverage(request: Request): Promise<Outcome<Answer>> {
  const { flags } = request
  const stray = noWords(request, () => '--facts lists every fact, --protocol DIR names a ledger')
  if (!stray.ok) return stray
  const read = readLedgers(flags.protocol?.[0], { cache: false })
  if (!read.ok) return read
  const covered = read.value.map((ledger) => ({ ledger, coverage: coverageOf(ledger.protocol) }))
  const isWhole = covered.every(
    ({ coverage }) => coverage.missing.length + coverage.unknown.length === 0,
  )
  const withFacts = flags.facts !== undefined
  return done({
    text: (look) => page(covered.flatMap((one) => coveredLines(look, one, withFacts))),
    json: () => covered.map((one) => coveredJson(one, withFacts)),
    exitCode: isWhole ? 0 : 2,
  })
}

function coveredLines(look: Look, one: Covered, withFacts: boolean): readonly string[] {
  const { total, accounted, byKind, leftOut, missing, unknown, facts } = one.coverage
  const title = COVERAGE.title(one.ledger.protocol.code, accounted, total)
  const kinds = Object.entries(byKind).filter(([, count]) => count > 0)
  const rows = [...kinds, [COVERAGE.leftOut, leftOut] as const]
  const bullets = (ids: readonly string[]) => ids.flatMap((id) => bullet(look, id))
  const places = () => facts.flatMap((fact) => factLines(one.ledger, fact))
  return [
    paint(look, accounted === total ? 'go' : 'stop', title),
    ...rows.map(([kind, count]) => `  ${String(count).padStart(4)}  ${kind}`),
    ...section(look, COVERAGE.missing, bullets(missing)),
    ...section(look, COVERAGE.unknown, bullets(unknown)),
    ...(withFacts ? section(look, COVERAGE.facts, places()) : ['', COVERAGE.hint]),
  ]
}

/** A fact's every line of the ledger, by file and line. */
function factLines(ledger: Ledger, fact: FactLine): readonly string[] {
  const places = placesOf(ledger, fact)
  return places.map(
    ({ what, at }, k) => `  ${(k === 0 ? fact.fact : '').padEnd(8)}${what.padEnd(44)} ${at}`,
  )
}

function placesOf(
  ledger: Ledger,
  { fact, lines, leftOut }: FactLine,
): readonly { readonly what: string; readonly at: string }[] {
  const place = (expression: string) => {
    const { file, line } = ledger.place(expression)
    return line === undefined ? file : `${file}:${line}`
  }
  if (lines.length === 0 && !leftOut) return [{ what: COVERAGE.nowhere, at: '' }]
  const out = leftOut
    ? [{ what: COVERAGE.out(leftOut.because, leftOut.of), at: place(`leftOut.${fact}`) }]
    : []
  return [
    ...lines.map(({ kind, id, expression }) => ({ what: `${kind} ${id}`, at: place(expression) })),
    ...out,
  ]
}

function coveredJson({ ledger, coverage }: Covered, withFacts: boolean): unknown {
  const { facts, ...counts } = coverage
  const { code, version } = ledger.protocol
  if (!withFacts) return { code, version, ...counts }
  return {
    code,
    version,
    ...counts,
    facts: facts.map((one) => ({ fact: one.fact, lines: placesOf(ledger, one) })),
  }
}
