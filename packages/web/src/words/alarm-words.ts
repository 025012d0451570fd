import type { Alarm, AlarmSign } from '@afterglow/formats'
import type { I18n } from '@lingui/core'
import type { Format } from './format.ts'
import { lowerFirst, type Texts } from './texts.ts'

/** What a care card is written with, in one language. */
export interface CardWords {
  readonly i18n: I18n
  readonly texts: Texts
  readonly format: Pick<Format, 'number' | 'list'>
}

/** An alarm in words: `Severe pain`, `A temperature of 38 °C or more`. */
export function alarmText(words: CardWords, { any: signs, others: beside }: Alarm): string {
  const { i18n, texts, format } = words
  const [first = '', ...rest] = signs.map((one) => signText(words, one))
  const any = format.list([first, ...rest.map(lowerFirst)], 'or')
  if (beside.length === 0) return any
  const others = format.list(
    beside.map((sign) => lowerFirst(texts.sign(sign))),
    'or',
  )
  return i18n._({
    id: 'alarm.together',
    message: '{any}, together with {others}',
    values: { any, others },
  })
}

function signText({ i18n, texts, format }: CardWords, alarm: AlarmSign): string {
  const sign = texts.sign(alarm.sign)
  switch (alarm.strength) {
    case null: {
      // Kept together and from left to right, also in a sentence that runs from right to left.
      const degrees = `\u2066${format.number(alarm.celsius ?? Number.NaN)} °C\u2069`
      return i18n._({
        id: 'alarm.fever',
        message: 'A temperature of {degrees} or more',
        values: { degrees },
      })
    }
    case 'severe':
      return i18n._({ id: 'alarm.severe', message: '{sign}, when it is strong', values: { sign } })
    case 'moderate':
      return i18n._({
        id: 'alarm.moderate',
        message: '{sign}, when it is more than mild',
        values: { sign },
      })
    case 'any':
      return sign
    default:
      return alarm.strength
  }
}

/** How to know the sign on any skin; empty where the alarm says it all, or names several. */
export function alarmLooks({ texts }: CardWords, { any: [first, ...rest], others }: Alarm): string {
  const isAlone = rest.length === 0 && others.length === 0
  return first && isAlone && first.strength !== null ? texts.signLooks(first.sign) : ''
}
