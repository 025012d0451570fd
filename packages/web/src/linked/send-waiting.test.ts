import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ask, createAsk } from './ask.ts'
import { type OutboxItem, type Outgoing, sentAgain } from './outbox.ts'
import { sendWaiting } from './send-waiting.ts'

const PATIENT = 'b1'

/** An outbox in memory, as it is in the browser: each entry by itself. */
function outboxOf(...told: readonly Outgoing[]) {
  const items = new Map(told.map((what, k) => [`id-${k}`, itemOf(what, k)]))
  return {
    items,
    read: async () => [...items.values()],
    put: async (item: OutboxItem) => void items.set(item.id, item),
    states: () => [...items.values()].map(({ state }) => state),
  }
}

function itemOf(what: Outgoing, k: number): OutboxItem {
  const id = `id-${k}`
  const unsent = { state: 'waiting', tries: 0, refusal: null } as const
  return { id, place: k + 1, madeAt: k, patientId: PATIENT, what, ...unsent }
}

const message = (body: string): Outgoing => ({ kind: 'message', body, isQuestion: false })
const photo: Outgoing = { kind: 'photo', image: new Blob(['x']), purpose: 'care' }

/** A clinic that keeps what reaches it, once for each key, as the server does; `says` is how the next request fares. */
function clinicThat(says: (path: string) => number | 'unreached' | 'answer-lost') {
  const got = new Map<string, string>()
  const ask = createAsk(async (path, { headers }) => {
    const outcome = says(path)
    if (outcome === 'unreached') throw new TypeError('no network')
    const isTaken = outcome === 'answer-lost' || outcome < 300
    // Each request of the outbox has a key.
    const key = new Headers(headers).get('idempotency-key') ?? ''
    if (isTaken) got.set(key, path)
    if (outcome === 'answer-lost') throw new TypeError('no network')
    const told = { messageId: key.replace('afterglow-', '') }
    const trouble = { type: '/problems#refused', detail: 'because' }
    return Response.json(isTaken ? told : trouble, { status: outcome })
  })
  return { got, ask }
}

describe('sendWaiting', () => {
  it('sends in the order told, and pictures after all words', async () => {
    const store = outboxOf(photo, message('first'), message('second'))
    const { got, ask } = clinicThat(() => 201)
    const sent = await sendWaiting({ store, ask, patientId: PATIENT })
    expect(sent).toEqual({ end: 'done', count: 3, waitMs: 0 })
    expect([...got.keys()]).toEqual(['afterglow-id-1', 'afterglow-id-2', 'afterglow-id-0'])
  })

  it('stops where there is no network, and goes on where it stopped', async () => {
    const store = outboxOf(message('first'), message('second'))
    let isThere = true
    const { got, ask } = clinicThat(() => (isThere ? ((isThere = false), 201) : 'unreached'))
    expect((await sendWaiting({ store, ask, patientId: PATIENT })).end).toBe('unreached')
    expect(store.states()).toEqual(['sent', 'waiting'])
    isThere = true
    expect((await sendWaiting({ store, ask, patientId: PATIENT })).end).toBe('done')
    expect(got.size).toBe(2)
  })

  it('marks what is refused, says why, and holds nothing else up for it', async () => {
    const store = outboxOf(message('first'), message('second'))
    let status = 422
    const { ask } = clinicThat(() => status-- && (status === 421 ? 422 : 201))
    await sendWaiting({ store, ask, patientId: PATIENT })
    expect(store.states()).toEqual(['refused', 'sent'])
    expect(store.items.get('id-0')?.refusal).toBe('because')
  })

  it.each([500, 503, 408, 409, 429])(
    'lets a thing that the server cannot take now (%i) wait, however long, and not what comes after it',
    async (status) => {
      const store = outboxOf(message('first'), message('after'))
      let isFirst = true
      const { ask } = clinicThat(() => (isFirst ? ((isFirst = false), status) : 201))
      const first = await sendWaiting({ store, ask, patientId: PATIENT })
      expect([first.end, ...store.states()]).toEqual(['later', 'waiting', 'sent'])
      for (let k = 0; k < 30; k++) {
        isFirst = true
        await sendWaiting({ store, ask, patientId: PATIENT })
      }
      expect(store.states()).toEqual(['waiting', 'sent'])
      await sendWaiting({ store, ask, patientId: PATIENT })
      expect(store.states()).toEqual(['sent', 'sent'])
    },
  )

  it('sends what was refused once more where the person wishes it', async () => {
    const store = outboxOf(message('first'))
    let status = 422
    const { ask } = clinicThat(() => status)
    await sendWaiting({ store, ask, patientId: PATIENT })
    const [refused] = await store.read()
    if (refused) await store.put(sentAgain(refused))
    status = 201
    await sendWaiting({ store, ask, patientId: PATIENT })
    expect(store.states()).toEqual(['sent'])
  })

  it('takes no answer that is not about what was told for the clinic’s', async () => {
    const store = outboxOf(message('first'), message('after'))
    const ask = createAsk(async () => Response.json({ messageId: 'id-1' }))
    const sent = await sendWaiting({ store, ask, patientId: PATIENT })
    expect([sent.end, ...store.states()]).toEqual(['later', 'waiting', 'sent'])
    expect(store.items.get('id-0')?.tries).toBe(1)
  })

  it.each([401, 403, 404, 413, 429])(
    'lets no page of a proxy (%i) that turns one thing away hold up what comes after it',
    async (status) => {
      const store = outboxOf(message('first'), message('after'))
      const { ask: pass } = clinicThat(() => 201)
      const page = createAsk(async () => new Response('<h1>No</h1>', { status }))
      const ask: Ask = (request) => (request.key === 'afterglow-id-0' ? page : pass)(request)
      const sent = await sendWaiting({ store, ask, patientId: PATIENT })
      expect(sent).toEqual({ end: 'later', count: 1, waitMs: 0 })
      expect(store.states()).toEqual(['waiting', 'sent'])
      expect(store.items.get('id-0')).toMatchObject({ tries: 1, refusal: null })
    },
  )

  it('stops at a gateway that cannot reach the server, and counts no try', async () => {
    const store = outboxOf(message('first'), message('after'))
    const ask = createAsk(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const sent = await sendWaiting({ store, ask, patientId: PATIENT })
    expect([sent.end, ...store.states()]).toEqual(['unreached', 'waiting', 'waiting'])
    expect(store.items.get('id-0')?.tries).toBe(0)
  })

  it('keeps everything where the server no longer knows the device', async () => {
    const store = outboxOf(message('first'), message('second'))
    const { ask } = clinicThat(() => 401)
    expect((await sendWaiting({ store, ask, patientId: PATIENT })).end).toBe('signed-out')
    expect(store.states()).toEqual(['waiting', 'waiting'])
  })

  it('never sends what somebody else told on this device', async () => {
    const store = outboxOf(message('theirs'))
    const { got, ask } = clinicThat(() => 201)
    await sendWaiting({ store, ask, patientId: 'another' })
    expect([got.size, ...store.states()]).toEqual([0, 'waiting'])
  })

  it('brings each thing to the clinic once and in order, whatever the network does', async () => {
    const outcome = fc.constantFrom(201, 201, 503, 'unreached' as const, 'answer-lost' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 20 }), async (outcomes) => {
        const words = ['one', 'two', 'three', 'four']
        const store = outboxOf(...words.map(message))
        const { got, ask } = clinicThat(() => outcomes.shift() ?? 201)
        const isOpen = () => store.states().includes('waiting')
        for (let round = 0; isOpen() && round < 40; round++)
          await sendWaiting({ store, ask, patientId: PATIENT })
        expect(store.states()).toEqual(words.map(() => 'sent'))
        expect(new Set(got.keys())).toEqual(new Set(words.map((_, k) => `afterglow-id-${k}`)))
      }),
    )
  })
})
