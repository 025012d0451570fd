import { expect, it } from 'vitest'
import { browserOf } from './browser-of.ts'

it('tells browsers apart that name each other', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
  expect(browserOf(chrome)).toBe('Chrome, Windows')
  expect(browserOf(`${chrome} Edg/142.0.0.0`)).toBe('Edge, Windows')
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'
  expect(browserOf(phone)).toBe('Safari, iPhone')
  expect(browserOf('curl/8')).toBeNull()
})
