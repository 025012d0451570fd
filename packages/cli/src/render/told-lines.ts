import { unmappedHint } from '@afterglow/ledger'
import { HEADING } from '../copy.ts'
import { ESTIMATED, UNMAPPED } from '../copy-told.ts'
import { bullet, paragraph, section } from '../layout.ts'
import { clockText } from '../time-text.ts'
import { proceduresAt } from './now.ts'
import { whatWasDone } from './procedure-text.ts'
import type { View } from './view.ts'

/** What was given and not applied or not read, and the words in no list: with every answer, so that nobody misses it. */
export function toldLines(view: View): readonly string[] {
  return [...remarkLines(view), ...unmappedLines(view)]
}

/** What was given and not applied, or not read. */
export function remarkLines({ look, remarks }: View): readonly string[] {
  const texts = [...new Set(remarks.map(({ diagnostics }) => diagnostics))]
  return section(
    look,
    HEADING.notes,
    texts.flatMap((text) => bullet(look, text)),
  )
}

/** Words of the session that are in no list. */
export function unmappedLines({ look, plan, vocabulary }: View): readonly string[] {
  const known = new Map(plan.unmapped.map((one) => [one.word, one]))
  const lines = [...known.values()].flatMap(({ field, word }) => {
    const isSign = /\.(signs|settled)$/.test(field)
    const hint = unmappedHint(field, word, vocabulary)
    const kept = isSign ? UNMAPPED.sign(word) : UNMAPPED.kept(word)
    return bullet(look, hint === undefined ? kept : `${kept} ${UNMAPPED.didYouMean(hint)}`)
  })
  return section(look, HEADING.unmapped, lines)
}

/** That nobody knows when it ended, for pages that do not start with the day. */
export function estimatedLines(view: View): readonly string[] {
  const { plan, at, session, look } = view
  return proceduresAt(plan, at)
    .filter((one) => one.endedAtEstimated && one.endedAt <= at)
    .flatMap((one) =>
      paragraph(look, ESTIMATED.day(whatWasDone(session, one), clockText(one.endedAt, view)), 0),
    )
}
