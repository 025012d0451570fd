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

/** What is certain with what to do about it; what is not known once, last, and only where something is to be done. */
function suitabilityLines({ suitability }: ComingProcedure, words: SheetWords): readonly string[] {
  const certain = suitability.filter(({ toConfirm }) => !toConfirm)
  const open = suitability.filter(({ toConfirm, action }) => toConfirm && action !== 'information')
  return [
    ...certain.map(
      ({ suitability: id, action }) =>
        `${words.action[action]}: ${words.text(`suitability.${id}`)}`,
    ),
    ...open.map(({ suitability: id }) => words.toConfirm(words.text(`suitability.${id}`))),
  ]
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
