import { expect, it } from 'vitest'
import { setupI18n } from '@lingui/core'
import { problemWords } from './problem-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
const failed = { status: 504, title: 'HTTP 504', detail: null, issues: [] }

it('never says that nothing was changed where only a proxy answered', () => {
  expect(problemWords(i18n, { ...failed, code: '' })).toMatch(/did not answer/)
  expect(problemWords(i18n, { ...failed, code: 'our-mistake' })).toMatch(/Nothing was changed/)
})
