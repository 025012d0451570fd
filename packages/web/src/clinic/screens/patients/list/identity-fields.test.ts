import { expect, it } from 'vitest'
import { identityOf, NO_IDENTITY } from './identity-fields.tsx'

it('sends a phone number without what people write between its digits, and nothing for what is empty', () => {
  const typed = { ...NO_IDENTITY, name: ' Amal Haddad ', phone: '+971 (50) 123-45.67' }
  expect(identityOf(typed)).toEqual({
    name: 'Amal Haddad',
    phone: '+971501234567',
    email: null,
    reference: null,
  })
})
