import { expect, it } from 'vitest'
import { parseEndpointUrl } from './endpoint-url.ts'

it.each([
  'https://hooks.example.org/a?b=c',
  'https://hooks.example.org:8443/',
  'https://1.1.1.1/a',
])('takes %s', (text) => {
  expect(parseEndpointUrl(text)).toEqual({ ok: true, value: new URL(text) })
})

it.each([
  'http://hooks.example.org/',
  'ftp://hooks.example.org/',
  'https://user:pass@hooks.example.org/',
  'https://hooks.example.org/#part',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://a.localhost/',
  'https://printer/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://127.1/',
  'https://１２７.0.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[fd00::1]/',
  'https:///',
  'hooks.example.org',
  `https://hooks.example.org/${'a'.repeat(2048)}`,
])('refuses %s', (text) => {
  const parsed = parseEndpointUrl(text)
  expect(parsed.ok).toBe(false)
})

it('takes this machine, by http too, only when configured, and then nothing else by http', () => {
  const rules = { allowLocal: true }
  const local = [
    'http://127.0.0.1:9000/',
    'http://localhost:9000/',
    'https://[::1]/',
    'http://a.localhost/',
  ]
  expect(local.every((text) => parseEndpointUrl(text, rules).ok)).toBe(true)
  const other = [
    'http://hooks.example.org/',
    'http://10.0.0.1/',
    'https://10.0.0.1/',
    'https://printer.local/',
  ]
  expect(other.some((text) => parseEndpointUrl(text, rules).ok)).toBe(false)
})
