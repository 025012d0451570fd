import type { Expected, Planner } from '@afterglow/engine'
import type { OpeningGroup } from './opening-group.ts'
import type { SheetSource } from './sheet.ts'

/** The sources that the sheet's lines name, in the order of the ledgers. */
export function sourcesOf(
  planner: Planner,
  {
    groups,
    expected,
  }: { readonly groups: readonly OpeningGroup[]; readonly expected: readonly Expected[] },
): readonly SheetSource[] {
  const spans = groups.flatMap(({ lines }) => lines.flatMap((line) => line.spans))
  const governing = spans.flatMap(({ governedBy }) => governedBy)
  const cited = new Set([
    ...governing.filter(isOfLedger).map(({ source }) => source),
    ...expected.map(({ source }) => source),
  ])
  const all = planner.shelves.flatMap(({ compiled }) => Object.entries(compiled.protocol.sources))
  return [...new Map(all.filter(([code]) => cited.has(code)))].map(([code, source]) => ({
    code,
    ...source,
  }))
}

/** Of what was said or decided for one person the source is a name: no ledger has it, though one may have a code like it. */
export function isOfLedger({ kind }: { readonly kind: string }): boolean {
  return kind === 'position' || kind === 'preparation'
}
