import { createPlanner } from '@afterglow/engine'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../words/format.ts'
import { createTexts } from '../../../words/texts.ts'
import type { Told } from '../../api/alerts.ts'
import { keptWords } from './kept-words.ts'

const app = {
  i18n: setupI18n({ locale: 'en', messages: { en: {} } }),
  format: createFormat({ locale: 'en', digits: 'latn', zone: 'UTC' }),
  texts: createTexts('en', { 'sign.chest-pain': 'Chest pain' }),
  planner: createPlanner([]),
}
const at = '2026-11-30T08:00:00Z'
const open = { alarms: null }

describe('keptWords', () => {
  it.each<[Told]>([
    [{ at, signs: [], notes: null }],
    [{ at, signs: [{ code: 'chest-pain', severity: 'none' }], notes: null }],
  ])('never says that there are no signs where answers are missing: %j', (told) => {
    expect(keptWords(app, told, null)).toBe('No signs')
    expect(keptWords(app, told, open)).toBe('Not everything was asked or answered.')
  })

  it('says what was told all the same', () => {
    const written: Told = { at, signs: [], notes: 'It itches' }
    expect(keptWords(app, written, open)).toBe(keptWords(app, written, null))
    const body: Told = { at, body: 'May I swim?' }
    expect(keptWords(app, body, open)).toContain('May I swim?')
    expect(keptWords(app, null, open)).toBe('')
  })
})
