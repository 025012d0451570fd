import { errorAt } from '@afterglow/engine'
import { setupI18n } from '@lingui/core'
import { expect, it } from 'vitest'
import { phoneOf } from './chosen.ts'
import { formErrors } from './form-errors.ts'

const i18n = setupI18n({ messages: { en: {} } })
i18n.activate('en')

it('stands at the field that the server names, and over the form where it has none', () => {
  const errors = formErrors(
    i18n,
    [{ field: 'depth', code: 'depth' }],
    [
      errorAt('patient.history', 'business-rule', 'takes back what was told'),
      errorAt('product.products[0].name', 'value', 'is too long'),
      errorAt('phone', 'value', 'must be a number with its country'),
      errorAt('zone', 'value', 'is no zone'),
    ],
  )
  expect(errors.draft.history).toBe('takes back what was told')
  expect(errors.draft.products).toBe('is too long')
  expect(errors.draft.depth).toContain('0.1 to 5')
  expect(errors.person).toEqual({ phone: 'must be a number with its country' })
  expect(errors.form).toEqual(['is no zone'])
})

it('keeps a number as the server does, however it was written', () => {
  expect(phoneOf(' +971 (50) 123-4567 ')).toBe('+971501234567')
  expect(phoneOf('00971 50 123 4567')).toBe('+971501234567')
  expect(phoneOf('+٩٧١٥٠١٢٣٤٥٦٧')).toBe('+971501234567')
})
