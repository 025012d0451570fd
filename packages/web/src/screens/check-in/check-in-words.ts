import type { I18n } from '@lingui/core'
import type { Part, Question } from '../../model/check-in.ts'

export function partTitle(i18n: I18n, part: Part): string {
  switch (part) {
    case 'emergency':
      return i18n._({ id: 'check-in.emergency', message: 'First, any of these right now?' })
    case 'urgent':
      return i18n._({ id: 'check-in.urgent', message: 'And any of these?' })
    case 'temperature':
      return i18n._({ id: 'check-in.temperature', message: 'Is there a fever?' })
    case 'skin':
      return i18n._({ id: 'check-in.skin', message: 'How is your skin today?' })
    case 'rest':
      return i18n._({ id: 'check-in.rest', message: 'Anything else?' })
    default:
      return part satisfies never
  }
}

export function partLead(i18n: I18n, part: Part): string | undefined {
  switch (part) {
    case 'emergency':
      return i18n._({
        id: 'check-in.emergency.lead',
        message: 'These cannot wait. If one is there, we stop asking and tell you who to call.',
      })
    case 'urgent':
      return i18n._({
        id: 'check-in.urgent.lead',
        message:
          'Look and feel, in good light. On brown and black skin, heat and swelling say more than colour.',
      })
    case 'skin':
      return i18n._({
        id: 'check-in.skin.lead',
        message: 'Say what you see and feel. There is no wrong answer.',
      })
    case 'temperature':
    case 'rest':
      return undefined
    default:
      return part satisfies never
  }
}

/** On the one button that goes on: what pressing it says about the questions without an answer. */
export function goOnWord(
  i18n: I18n,
  { hasSign, isAllAnswered, isLast }: Readonly<Record<GoOn, boolean>>,
): string {
  if (isAllAnswered)
    return isLast
      ? i18n._({ id: 'check-in.show', message: 'Show the advice' })
      : i18n._({ id: 'check-in.on', message: 'Go on' })
  if (hasSign)
    return isLast
      ? i18n._({ id: 'check-in.none-other.show', message: 'None of the others. Show the advice' })
      : i18n._({ id: 'check-in.none-other', message: 'None of the others' })
  return isLast
    ? i18n._({ id: 'check-in.none.show', message: 'None of these. Show the advice' })
    : i18n._({ id: 'check-in.none', message: 'None of these' })
}

type GoOn = 'hasSign' | 'isAllAnswered' | 'isLast'

type Word<T> = { readonly value: T; readonly label: string }

export function severityWords(
  i18n: I18n,
  scale: Question['scale'],
): readonly Word<'none' | 'mild' | 'moderate' | 'severe'>[] {
  if (scale === 'presence')
    return [
      { value: 'none', label: i18n._({ id: 'check-in.no', message: 'No' }) },
      { value: 'severe', label: i18n._({ id: 'check-in.yes', message: 'Yes' }) },
    ]
  return [
    { value: 'none', label: i18n._({ id: 'check-in.strength.none', message: 'None' }) },
    { value: 'mild', label: i18n._({ id: 'check-in.strength.mild', message: 'Mild' }) },
    { value: 'moderate', label: i18n._({ id: 'check-in.strength.moderate', message: 'Medium' }) },
    { value: 'severe', label: i18n._({ id: 'check-in.strength.severe', message: 'Strong' }) },
  ]
}

export function trendWords(i18n: I18n): readonly Word<'fading' | 'steady' | 'worsening'>[] {
  return [
    { value: 'fading', label: i18n._({ id: 'check-in.trend.fading', message: 'Better' }) },
    { value: 'steady', label: i18n._({ id: 'check-in.trend.steady', message: 'The same' }) },
    { value: 'worsening', label: i18n._({ id: 'check-in.trend.worsening', message: 'Worse' }) },
  ]
}

export type FeverTold = 'no' | 'felt' | 'measured'

export function feverOptions(i18n: I18n): readonly Word<FeverTold>[] {
  return [
    {
      value: 'no',
      label: i18n._({ id: 'check-in.fever.no', message: 'No, I do not feel hot or shivery' }),
    },
    {
      value: 'felt',
      label: i18n._({
        id: 'check-in.fever.felt',
        message: 'I feel hot or shivery. I have not measured',
      }),
    },
    {
      value: 'measured',
      label: i18n._({ id: 'check-in.fever.measured', message: 'I have measured' }),
    },
  ]
}
