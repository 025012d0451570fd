import type { ComingProcedure } from './coming-procedure.ts'
import { clockIn } from './line-text.ts'
import type { Sheet } from './sheet.ts'
import type { SheetWords } from './sheet-words.ts'

/** An empty line, a heading and its lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines]
}

/** Each procedure still to come: what to tell and to ask, what to prepare and from when. */
export function comingSections(sheet: Sheet, words: SheetWords): readonly string[] {
  return sheet.coming.flatMap((one) => [
    ...section(words.coming(clockIn(sheet, one.endedAt, words)), suitabilityLines(one, words)),
    ...section(words.heading.prepare, preparationLines(sheet, one, words)),
  ])
}

function suitabilityLines({ suitability }: ComingProcedure, words: SheetWords): readonly string[] {
  return suitability.map((one) => {
    const text = `${words.action[one.action]}: ${words.text(`suitability.${one.suitability}`)}`
    return one.toConfirm ? words.toConfirm(text) : text
  })
}

function preparationLines(
  sheet: Sheet,
  { preparation, tasks }: ComingProcedure,
  words: SheetWords,
): readonly string[] {
  const timed = (text: string, from: number | null) =>
    from === null ? text : words.prepareFrom(text, clockIn(sheet, from, words))
  return [
    ...preparation.map(({ preparation: id, from, toConfirm }) => {
      const line = timed(words.text(`preparation.${id}`), from)
      return toConfirm ? words.toConfirm(line) : line
    }),
    ...tasks.map(({ task, from }) => timed(words.text(`task.${task}`), from)),
  ]
}
