import { expect, it } from 'vitest'
import { reachedHereOnly } from './reached-here-only.ts'

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.20', false],
  ['care.example.org', false],
  ['localhost.example.org', false],
])('says of %s whether only this computer reaches it', (host, isSo) => {
  expect(reachedHereOnly(host)).toBe(isSo)
})
