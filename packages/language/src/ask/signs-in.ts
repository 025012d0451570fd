import type { SignReport } from '@afterglow/engine'
import { readTokens } from '../words/lexicon.ts'
import { findSigns, signReportsOf } from './find-signs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A sign that a text speaks of, and whether its words say that it is severe. */
export interface HeardSign {
  readonly report: SignReport
  readonly isSaidSevere: boolean
}

/** Every sign that a text speaks of; of one that it denies, nothing. */
export function signsIn(vocabulary: Vocabulary, text: string): readonly HeardSign[] {
  const { alarms, others } = findSigns(vocabulary.signs, readTokens(text, vocabulary.near), NONE)
  return [...alarms, ...others].flatMap((said) =>
    signReportsOf([said]).map((report) => ({ report, isSaidSevere: said.isSaidSevere })),
  )
}

/** The alarms alone: what is written beside a check-in only ever raises it. */
export function alarmsIn(vocabulary: Vocabulary, text: string): readonly SignReport[] {
  const { alarms } = findSigns(vocabulary.signs, readTokens(text, vocabulary.near), NONE)
  return signReportsOf(alarms)
}

const NONE: ReadonlySet<number> = new Set()
