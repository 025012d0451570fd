import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { withoutReasons } from './without-reasons.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

describe('withoutReasons', () => {
  it('never says of an urgent message that no alarm was read in it', () => {
    for (const urgency of [3, 4])
      expect(withoutReasons(i18n, { kind: 'message', urgency })).toMatch(/An alarm was read/)
    expect(withoutReasons(i18n, { kind: 'message', urgency: 2 })).toMatch(/No alarm/)
  })

  it('says nothing calm of what is no longer kept', () => {
    expect(withoutReasons(i18n, { kind: null, urgency: 4 })).toMatch(/no longer on record/)
  })
})
