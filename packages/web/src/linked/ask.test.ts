import { describe, expect, it } from 'vitest'
import { createAsk } from './ask.ts'
import type { OutboxItem } from './outbox.ts'
import { sendWaiting } from './send-waiting.ts'

const PAGE = '<!doctype html><title>Log in to this network</title>'

describe('createAsk', () => {
  it('does not take the page of a network or a proxy for the server’s answer', async () => {
    const ask = createAsk(async () => new Response(PAGE, { status: 200 }))
    expect(await ask({ method: 'GET', path: '/session' })).toEqual({ kind: 'unreached' })
  })

  it('takes neither an empty page nor an error without a name for the server’s word', async () => {
    for (const status of [200, 201, 401, 404, 422, 502]) {
      const ask = createAsk(async () => new Response(status < 300 ? '' : PAGE, { status }))
      const refused = status < 300 ? {} : { status }
      const unreached = { kind: 'unreached', ...refused }
      expect(await ask({ method: 'POST', path: '/session' })).toEqual(unreached)
    }
  })

  it('knows by how much the clock of this device is ahead of the server’s', async () => {
    const date = new Date(Date.now() - 3_600_000).toUTCString()
    const ask = createAsk(async () => Response.json({}, { headers: { date } }))
    const answer = await ask({ method: 'GET', path: '/session' })
    expect(answer).toMatchObject({ kind: 'answered', time: { at: Date.parse(date) } })
    const aheadMs = answer.kind === 'answered' ? answer.time?.aheadMs : undefined
    expect(Math.abs((aheadMs ?? 0) - 3_600_000)).toBeLessThan(2000)
  })

  it('takes an answer that says nothing', async () => {
    const ask = createAsk(async () => new Response(null, { status: 204 }))
    const answer = await ask({ method: 'DELETE', path: '/session' })
    expect(answer).toMatchObject({ kind: 'answered', status: 204, body: {} })
  })

  it('keeps what was told where such a page came back: it is not with the clinic', async () => {
    const items: OutboxItem[] = []
    const told = { kind: 'message', body: 'It bleeds', isQuestion: false } as const
    const unsent = { state: 'waiting', tries: 0, refusal: null } as const
    items.push({ id: 'a', place: 1, madeAt: 0, patientId: 'b1', what: told, ...unsent })
    const store = {
      read: async () => items,
      put: async (item: OutboxItem) => void (items[0] = item),
    }
    const ask = createAsk(async () => new Response(PAGE, { status: 200 }))
    expect((await sendWaiting({ store, ask, patientId: 'b1' })).end).toBe('unreached')
    expect(items[0]?.state).toBe('waiting')
  })

  it('does not wait for ever: a request that hangs has a signal that ends it', async () => {
    let signal: AbortSignal | null | undefined
    const ask = createAsk(async (_, options) => {
      signal = options.signal
      return Response.json({})
    })
    await ask({ method: 'GET', path: '/session' })
    expect(signal).toBeInstanceOf(AbortSignal)
  })
})
