import { expect, it } from 'vitest'
import type { Undelivered } from '../../api/deliveries.ts'
import { undeliveredGroups } from './undelivered-groups.ts'

const MAIL: Undelivered = {
  deliveryId: 'one',
  patientId: 'p',
  name: 'Leila Haddad',
  kind: 'reminder',
  channel: 'email',
  state: 'dead',
  reason: 'this server is not set up to send e-mail',
  createdAt: '2026-11-30T08:00:00Z',
  expiresAt: null,
  alertId: null,
}

it('keeps a wrong address by itself among messages that wait for the server to be set up', () => {
  const gone = { ...MAIL, deliveryId: 'gone', state: 'gone', reason: 'bounce' }
  const { notSetUp, rest } = undeliveredGroups([MAIL, gone, { ...MAIL, deliveryId: 'two' }])
  expect(notSetUp.map(({ channel, messages }) => [channel, messages.length])).toEqual([
    ['email', 2],
  ])
  expect(rest).toEqual([gone])
})
