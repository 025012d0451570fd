import { expect, it } from 'vitest'
import { hashPassword, passwordFault, verifyPassword } from './staff-password.ts'

const owner = { email: 'iman.okafor@river.example', names: ['Iman Okafor', 'Riverside Skin'] }

it.each([
  ['eleven char', 'too-short'],
  ['twelve chars', null],
  ['🔑'.repeat(11), 'too-short'],
  ['b q '.repeat(32), 'too-common'],
  ['x'.repeat(129), 'too-long'],
  ['heron lantern 48 quarry', null],
  ['OKAFOR heron 48 quarry', 'holds-own-name'],
  ['my riverside desk 4', 'holds-own-name'],
  ['password1234', 'too-common'],
  ['P@ssw0rd!2026', 'too-common'],
  ['Welcome2026!!', 'too-common'],
  ['qwertyuiop123', 'too-common'],
  ['correcthorsebatterystaple', 'too-common'],
  ['ILoveYou-ILoveYou', 'too-common'],
  ['123456789012', 'too-common'],
  ['abcdefghijklm', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['Summer2025Clinic', 'too-common'],
])('of %s says %s', (password, fault) => {
  expect(passwordFault(password, owner)).toBe(fault)
})

it('does not take the short parts of a name, which are in half of all words', () => {
  expect(passwordFault('lantern 48 quarry', { email: 'a@b.example', names: ['Al Ant'] })).toBeNull()
})

it('verifies its own hash, which differs each time, however the letters were composed', async () => {
  const [composed, decomposed] = ['café lantern 48', 'cafe\u0301 lantern 48']
  const [one, other] = [await hashPassword(composed), await hashPassword(composed)]
  expect(one).not.toBe(other)
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/)
  expect(await verifyPassword(one, decomposed)).toBe(true)
  expect(await verifyPassword(one, 'café lantern 49')).toBe(false)
})

it('takes no hash of another kind for a match', async () => {
  expect(await verifyPassword('', '')).toBe(false)
  expect(await verifyPassword('scrypt$32768$8$3$$', 'anything at all')).toBe(false)
})
