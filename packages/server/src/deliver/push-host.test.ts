import { expect, it } from 'vitest'
import { isPushHost } from './push-host.ts'

it.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://db5p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com:443/abc',
])('takes %s', (url) => {
  expect(isPushHost(url)).toBe(true)
})

it.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/abc',
  'https://evilpush.apple.com/abc',
  'https://push.apple.com.evil.example/abc',
  'https://user@web.push.apple.com/abc',
  'https://fcm.googleapis.com@169.254.169.254/abc',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'https://notify.windows.com/abc',
  'file:///etc/passwd',
  'not a url',
])('refuses %s', (url) => {
  expect(isPushHost(url)).toBe(false)
})

it('takes what the configuration adds, and no literal address through a wildcard', () => {
  expect(isPushHost('https://push.example.org/a', ['push.example.org'])).toBe(true)
  expect(isPushHost('https://a.push.example.org/a', ['*.push.example.org'])).toBe(true)
  expect(isPushHost('https://push.example.org:8443/a', ['push.example.org'])).toBe(false)
  expect(isPushHost('https://push.example.org:8443/a', ['https://push.example.org:8443'])).toBe(
    true,
  )
  expect(isPushHost('https://10.0.0.1/a', ['*.0.0.1', '10.0.0.1'])).toBe(false)
})
