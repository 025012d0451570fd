import type { Counts, Scored, Tally } from '../eval/tally.ts'
import { bullet, type Look, page, paint, section } from '../layout.ts'

/** The counts of each file, then by expected answer and language, what was mistaken for what, and each line missed. */
export function evalPage(look: Look, tallies: readonly Tally[]): string {
  return page(tallies.flatMap((tally, k) => [...(k === 0 ? [] : ['']), ...tallyLines(look, tally)]))
}

function tallyLines(look: Look, tally: Tally): readonly string[] {
  const { ingredients } = tally
  const listed = (title: string, texts: readonly string[]) =>
    section(
      look,
      title,
      texts.flatMap((text) => bullet(look, text)),
    )
  return [
    paint(look, tally.unsafe > 0 ? 'alarm' : 'strong', countsText(tally)),
    ...(ingredients === null ? [] : [ingredientsText(ingredients)]),
    ...listed('By expected answer', tally.byExpected.map(countsText)),
    ...listed('By language', tally.byLanguage.map(countsText)),
    ...listed('By class', tally.byClass.map(countsText)),
    ...listed('Taken for something else', tally.confusion.map(confusionText)),
    ...listed('Missed', tally.misses.map(missText)),
  ]
}

function confusionText({ expected, got, count }: Tally['confusion'][number]): string {
  return `${expected} as ${got}: ${count}`
}

function missText({ unsafe, id, said, expected, got }: Scored): string {
  return `${unsafe ? 'UNSAFE ' : ''}${id} "${said}": ${expected}, got ${got}`
}

function countsText({ name, count, strict, lenient, unsafe }: Counts): string {
  return `${name}: ${count} lines, strict ${share(strict, count)}, lenient ${share(lenient, count)}, unsafe ${unsafe}`
}

function ingredientsText({ precision, recall }: NonNullable<Tally['ingredients']>): string {
  return `Ingredients: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
}

function share(part: number, whole: number): string {
  return `${part} (${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %)`
}
