import { unreachable } from '@afterglow/engine'
import type { Alarm, AlarmSign } from '../plan/care-card.ts'
import { listed, lowerFirst, signName, signWord, type Text } from './common-words.ts'

/** `Severe pain`, `A temperature of 38 °C or more`, `Hives, together with vomiting or confusion` */
export function alarmText(text: Text, { any, others }: Alarm): string {
  const [first = '', ...rest] = any.map((one) => strengthText(text, one))
  const signs = listed([first, ...rest.map(lowerFirst)], 'or')
  if (others.length === 0) return signs
  return `${signs}, together with ${listed(
    others.map((sign) => signWord(text, sign)),
    'or',
  )}`
}

function strengthText(text: Text, { sign, strength, celsius }: AlarmSign): string {
  switch (strength) {
    case null:
      return `A temperature of ${celsius} °C or more`
    case 'severe':
      return `Severe ${signWord(text, sign)}`
    case 'moderate':
      return `Moderate or severe ${signWord(text, sign)}`
    case 'any':
      return signName(text, sign)
    default:
      return unreachable(strength)
  }
}
