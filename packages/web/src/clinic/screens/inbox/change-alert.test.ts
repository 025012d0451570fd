import { expect, it } from 'vitest'
import type { Alert } from '../../api/alerts.ts'
import type { Reply } from '../../api/request.ts'
import { ALERT } from './alert-testing.ts'
import { changeAlert } from './change-alert.ts'

const DONE: Reply<unknown> = { ok: true, value: {}, etag: null }

/** A server that has the alert as it is now, and refuses a revision that is older. */
function serverOf(now: Alert) {
  const sent: number[] = []
  const send = async ({ revision }: Alert): Promise<Reply<unknown>> => {
    sent.push(revision)
    if (revision === now.revision) return DONE
    const problem = {
      status: 412,
      code: 'precondition-failed',
      title: '',
      detail: null,
      issues: [],
    }
    return { ok: false, problem }
  }
  return { sent, change: () => changeAlert({ seen: ALERT, send, readNow: async () => now }) }
}

it('says who took it first, and takes nothing from them', async () => {
  const taken = { ...ALERT, ownerId: 'sol', acknowledgedAt: '2026-11-30T08:01:00Z', revision: 2 }
  const { sent, change } = serverOf(taken)
  expect(await change()).toEqual({ kind: 'meanwhile', alert: taken })
  expect(sent).toEqual([1])
})

it('takes what only escalated since it was seen', async () => {
  const { sent, change } = serverOf({ ...ALERT, escalatedAt: '2026-11-30T08:30:00Z', revision: 2 })
  expect(await change()).toEqual({ kind: 'answered', reply: DONE })
  expect(sent).toEqual([1, 2])
})

it.each([
  { urgency: 4, raisedAt: '2026-11-30T09:00:00Z' },
  { resolvedAt: '2026-11-30T09:00:00Z' },
  { undone: true },
])('does nothing about what is no longer as it was seen: %o', async (part) => {
  const { sent, change } = serverOf({ ...ALERT, ...part, revision: 2 })
  expect((await change()).kind).toBe('meanwhile')
  expect(sent).toEqual([1])
})
