import { setupI18n } from '@lingui/core'
import { expect, it } from 'vitest'
import type { Role } from '../api/account.ts'
import { placesMatching } from './places.ts'

const i18n = setupI18n({ messages: { en: {} } })
i18n.activate('en')

function screens(typed: string, ...has: readonly Role[]): readonly string[] {
  const may = (...roles: readonly Role[]) => roles.some((role) => has.includes(role))
  return placesMatching(i18n, { may }, typed).map(({ screen }) => screen)
}

it('offers nobody a screen that they may not open', () => {
  expect(screens('', 'read-only')).not.toContain('new-session')
  expect(screens('', 'front-desk')).not.toContain('insight')
  expect(screens('', 'owner')).toContain('insight')
})

it('finds a screen by parts of its words in any case', () => {
  expect(screens('SES new', 'clinician')).toEqual(['new-session'])
  expect(screens('zzz', 'owner')).toEqual([])
})
