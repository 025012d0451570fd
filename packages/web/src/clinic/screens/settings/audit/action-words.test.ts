import { setupI18n } from '@lingui/core'
import { expect, it } from 'vitest'
import { ACTIONS, actionsWithWords, actionWords } from './action-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

it('says no two actions in the same words, and none by its code', () => {
  const actions = actionsWithWords()
  const words = actions.map((action) => actionWords(i18n, action))
  expect(words.filter((one, k) => words.indexOf(one) < k)).toEqual([])
  expect(words.filter((one) => actions.includes(one))).toEqual([])
  expect(ACTIONS.filter((one) => !actions.includes(one))).toEqual([])
})

it('says one that it does not know by its code', () => {
  expect(actionWords(i18n, 'patient.teleport')).toBe('patient.teleport')
})
