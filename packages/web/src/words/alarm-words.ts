import type { I18n } from '@lingui/core'
import type { Alarm } from '../model/care-cards.ts'
import type { Format } from './format.ts'
import { lowerFirst, type Texts } from './texts.ts'

/** What a care card is written with, in one language. */
export interface CardWords {
  readonly i18n: I18n
  readonly texts: Texts
  readonly format: Pick<Format, 'number' | 'list'>
}

/** An alarm in words: `Severe pain`, `A temperature of 38 °C or more`. */
export function alarmText(words: CardWords, alarm: Alarm): string {
  const { i18n, texts, format } = words
  switch (alarm.kind) {
    case 'fever': {
      // Kept together and from left to right, also in a sentence that runs from right to left.
      const degrees = `\u2066${format.number(alarm.celsius)} °C\u2069`
      return i18n._({
        id: 'alarm.fever',
        message: 'A temperature of {degrees} or more',
        values: { degrees },
      })
    }
    case 'sign':
      return signText(words, alarm)
    case 'together': {
      const [first = '', ...rest] = alarm.any.map((one) => alarmText(words, one))
      const any = format.list([first, ...rest.map(lowerFirst)], 'or')
      const others = format.list(
        alarm.others.map((sign) => lowerFirst(texts.sign(sign))),
        'or',
      )
      return i18n._({
        id: 'alarm.together',
        message: '{any}, together with {others}',
        values: { any, others },
      })
    }
    default:
      return alarm
  }
}

function signText({ i18n, texts }: CardWords, alarm: Extract<Alarm, { kind: 'sign' }>): string {
  const sign = texts.sign(alarm.sign)
  switch (alarm.strength) {
    case 'severe':
      return i18n._({ id: 'alarm.severe', message: '{sign}, when it is strong', values: { sign } })
    case 'moderate':
      return i18n._({
        id: 'alarm.moderate',
        message: '{sign}, when it is more than mild',
        values: { sign },
      })
    default:
      return sign
  }
}

/** How to know the sign on any skin; empty where the alarm says it all. */
export function alarmLooks({ texts }: CardWords, alarm: Alarm): string {
  return alarm.kind === 'sign' ? texts.signLooks(alarm.sign) : ''
}
