import { describe, expect, it } from 'vitest'
import { goingOf } from './going.ts'
import type { OutboxItem } from './outbox.ts'

const item: OutboxItem = {
  id: 'a',
  place: 1,
  madeAt: 0,
  patientId: 'b1',
  what: { kind: 'message', body: 'It bleeds', isQuestion: false },
  state: 'waiting',
  tries: 0,
  refusal: null,
}
const linkedWith = (items: readonly OutboxItem[], ...received: readonly string[]) => ({
  items,
  received: new Set(received),
})

describe('goingOf', () => {
  it('is sent once the clinic is known to have it', () => {
    expect(goingOf(linkedWith([item]), 'a')).toBe('waiting')
    expect(goingOf(linkedWith([], 'a'), 'a')).toBe('sent')
  })

  it('is never sent because it is gone from the outbox', () => {
    expect(goingOf(linkedWith([]), 'a')).toBe('waiting')
    expect(goingOf(linkedWith([], 'another'), 'a')).toBe('waiting')
    expect(goingOf(null, 'a')).toBe('waiting')
  })

  it('is lost where it could not be kept, and not while it is being kept', () => {
    expect(goingOf(linkedWith([]), null)).toBe('lost')
    expect(goingOf(linkedWith([]), undefined)).toBe('waiting')
  })

  it('is refused where it was', () => {
    expect(goingOf(linkedWith([{ ...item, state: 'refused' }]), 'a')).toBe('refused')
  })
})
