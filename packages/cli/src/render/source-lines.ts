import type { ProtocolSource, Reason } from '@afterglow/engine'
import { HEADING, SOURCE } from '../copy.ts'
import { bullet, section } from '../layout.ts'
import type { View } from './view.ts'

/** Every source that has a say in this plan. */
export function sourceLines(view: View): readonly string[] {
  if (!view.sources) return []
  const cited = new Set(
    view.plan.windows.flatMap(({ reasons }) => reasons.map((one) => one.source)),
  )
  const known = view.protocols.flatMap((protocol) => Object.entries(protocol.sources))
  const lines = known
    .filter(([code]) => cited.has(code))
    .flatMap(([code, source]) => bullet(view.look, `${code}: ${sourceText(source)}`))
  return section(view.look, HEADING.sources, lines)
}

/** `Don Mehrabi, MD, FAAD, BHSkin Dermatology: "Title" (dermatologist, 2021-06-28, not graded)` */
export function sourceText({
  author,
  publisher,
  title,
  kind,
  date,
  certainty,
}: ProtocolSource): string {
  const who = author === undefined ? publisher : `${author}, ${publisher}`
  return `${who}: "${title}" (${[kind, date ?? 'no date', certainty.replace('-', ' ')].join(', ')})`
}

/** Who says it: a source by its author or publisher, a clinician by name, the person's own doctor. */
export function reasonSource({ protocols }: View, { kind, source }: Reason): string {
  if (kind === 'override') return SOURCE.override(source)
  if (kind === 'advice') return SOURCE.advice
  if (kind === 'not-covered') return SOURCE.notCovered
  const found = protocols.flatMap((protocol) => protocol.sources[source] ?? [])[0]
  return found ? shortSource(found) : source
}

/** `Don Mehrabi, MD, FAAD (dermatologist, 2021)` */
function shortSource({ author, publisher, kind, date }: ProtocolSource): string {
  const year = date === undefined ? SOURCE.undated : date.slice(0, 4)
  return `${author ?? publisher} (${SOURCE.kind[kind]}, ${year})`
}
