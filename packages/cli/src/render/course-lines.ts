import { signName } from '@afterglow/ledger'
import { HEADING, PLAN } from '../copy.ts'
import { paragraph, row, section } from '../layout.ts'
import { dayText } from '../time-text.ts'
import type { View } from './view.ts'

/** How long each sign usually lasts and how long it may, what ends soonest first. */
export function courseLines(view: View): readonly string[] {
  const { dated, look, at } = view
  const latest = new Map<string, { readonly typicalEnd: number; readonly outerEnd: number }>()
  for (const one of dated.course) {
    const known = latest.get(one.sign)
    if (one.outerEnd > at && (!known || one.outerEnd > known.outerEnd)) latest.set(one.sign, one)
  }
  const signs = [...latest].sort(
    ([, a], [, b]) => a.typicalEnd - b.typicalEnd || a.outerEnd - b.outerEnd,
  )
  const width = Math.max(...signs.map(([sign]) => signName(view.texts, sign).length)) + 2
  const lines = signs.flatMap(([sign, { typicalEnd, outerEnd }]) => {
    const name = signName(view.texts, sign)
    const usual = `${PLAN.usuallyUntil} ${dayText(typicalEnd, view)}`
    const longer = outerEnd > typicalEnd ? `, ${PLAN.canLast} ${dayText(outerEnd, view)}` : ''
    return row(look, { text: name, width, tone: 'strong' }, usual + longer)
  })
  if (lines.length === 0) return []
  return section(look, HEADING.course, [...lines, ...paragraph(look, PLAN.afterThat)])
}
