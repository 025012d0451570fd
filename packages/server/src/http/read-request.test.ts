import { z } from '@hono/zod-openapi'
import { expect, it } from 'vitest'
import { readRequest } from './read-request.ts'

const TURNING = '\u202Ered\u202C'

it('takes what turns text out of all that is shown, and out of no password, whatever else its name says', async () => {
  const given = { name: TURNING, password: TURNING, newPassword: TURNING, currentPassword: TURNING }
  const request = new Request('https://care.example/api/v1/x', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })
  const read = await readRequest(request, {
    method: 'post',
    path: '/x',
    summary: '',
    tag: 'Clinic',
    access: ['anonymous'],
    action: 'clinic.set-up',
    body: z.record(z.string(), z.string()),
    replies: {},
  })
  expect('input' in read && read.input.body).toEqual({ ...given, name: 'red' })
})
