import type { Figure, Length } from '../model/figure.ts'
import type { AnswerWords } from './answer-words.ts'
import { lowerFirst } from './texts.ts'

/** A source's figure in its own unit: `for 24 to 74 hours`, `no time given`. */
export function figureText(words: AnswerWords, figure: Figure): string {
  const { i18n, format } = words
  const parts = [
    ...(figure.from
      ? [
          i18n._({
            id: 'figure.from',
            message: 'from {length} after',
            values: { length: lengthText(words, figure.from) },
          }),
        ]
      : []),
    ...lastingText(words, figure),
    ...untilText(words, figure),
  ]
  return parts.length === 0
    ? i18n._({ id: 'figure.none', message: 'no time given' })
    : format.list(parts)
}

function lastingText(words: AnswerWords, { atLeast, atMost, maybe }: Figure): readonly string[] {
  const { i18n, format } = words
  const perhaps = maybe
    ? [
        i18n._({
          id: 'figure.maybe',
          message: 'perhaps for {length}',
          values: { length: lengthText(words, maybe) },
        }),
      ]
    : []
  if (!atLeast || !atMost) return perhaps
  const isOne = atLeast.count === atMost.count && atLeast.unit === atMost.unit
  if (isOne) {
    const length = lengthText(words, atMost)
    return [i18n._({ id: 'figure.for', message: 'for {length}', values: { length } }), ...perhaps]
  }
  const least =
    atLeast.unit === atMost.unit ? format.number(atLeast.count) : lengthText(words, atLeast)
  const values = { least, most: lengthText(words, atMost) }
  return [i18n._({ id: 'figure.for-range', message: 'for {least} to {most}', values }), ...perhaps]
}

function untilText(words: AnswerWords, { settled, isUntilCleared }: Figure): readonly string[] {
  const { i18n, texts, format } = words
  const cleared = isUntilCleared
    ? [i18n._({ id: 'figure.cleared', message: 'until a clinician says so' })]
    : []
  if (settled === null) return cleared
  if (settled === 'all')
    return [i18n._({ id: 'figure.settled', message: 'until the skin has settled' }), ...cleared]
  const signs = format.list(settled.map((sign) => lowerFirst(texts.sign(sign))))
  return [
    i18n._({ id: 'figure.gone', message: 'until these are gone: {signs}', values: { signs } }),
    ...cleared,
  ]
}

/** `2 days`; a vague word of the source says that it was read. */
function lengthText({ i18n, format }: AnswerWords, { count, unit, reading }: Length): string {
  const length = format.unit(count, unit)
  if (reading === null) return length
  return i18n._({
    id: 'figure.read-as',
    message: '{length} (our reading of its words)',
    values: { length },
  })
}
