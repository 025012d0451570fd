import type { ProtocolSource } from '@afterglow/engine'
import { HEADING } from '../copy.ts'
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
