import { createPlanner } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../words/format.ts'
import { createTexts } from '../../../words/texts.ts'
import { ALERT } from './alert-testing.ts'
import { escalationWords, signWords } from './inbox-words.ts'

const app = {
  i18n: setupI18n({ locale: 'en', messages: { en: {} } }),
  format: createFormat({ locale: 'en', digits: 'latn', zone: 'UTC' }),
  at: Date.parse('2026-11-30T08:40:00Z'),
}

describe('escalationWords', () => {
  it('does not say that more people were told because it was time to', () => {
    expect(escalationWords(app, ALERT)).toBe('')
  })

  it('says it once they were', () => {
    const told = { ...ALERT, escalatesAt: null, escalatedAt: '2026-11-30T08:31:00Z' }
    expect(escalationWords(app, told)).toBe('More people were told of it')
  })

  it('says that nobody could be told, whatever is to come', () => {
    const later = { ...ALERT, escalatesAt: '2026-11-30T09:00:00Z', nobodyTold: true }
    expect(escalationWords(app, later)).toBe('Nobody could be told of it by e-mail')
  })
})

describe('signWords', () => {
  const ledgers = readLedgers(undefined, { cache: false })
  if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
  const protocols = ledgers.value.map(({ protocol }) => protocol)
  const texts = createTexts('en', ...protocols.map((one) => one.texts['en'] ?? {}))
  const words = { ...app, planner: createPlanner(protocols), texts }

  it.each([
    [{ code: 'chest-pain', severity: 'severe' }, 'Chest pain'],
    [{ code: 'fever', severity: 'mild' }, 'Fever'],
    [{ code: 'fever', severity: 38.4 }, 'Fever, \u206638.4 °C\u2069'],
    [{ code: 'chest-pain', severity: 'severe', trend: 'worsening' }, 'Chest pain, getting worse'],
    [{ code: 'erythema', severity: 'severe' }, 'Redness, severe'],
  ] as const)('gives no strength to a sign that is asked with yes or no: %j', (report, said) => {
    expect(signWords(words, report)).toBe(said)
  })
})
