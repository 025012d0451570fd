import { parseInstant } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { correctedSession } from './correction.ts'
import { latestEnd } from './latest-end.ts'
import { type Place, sessionOf, UNKNOWN } from './session-of.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const place = (now: string): Place => ({ zone: 'Asia/Dubai', now: at(now) })
const answers = { ended: ['2026-11-22', '10:45'], device: ['pen'] }
const before = sessionOf(answers, place('2026-11-22T11:45:00+04:00'), null)

it('corrects a wrong end by an event and keeps the end first told', () => {
  const now = place('2026-11-23T08:00:00+04:00')
  const right = { ...answers, ended: ['2026-11-22', '16:30'] }
  const after = correctedSession(before, { question: 'ended', answers: right }, now)
  expect(after.procedures).toEqual(before.procedures)
  expect(after.events).toEqual([
    {
      type: 'corrected',
      at: now.now,
      procedure: 'p1',
      endedAt: at('2026-11-22T16:30:00+04:00'),
    },
  ])
  expect(latestEnd(after, 'p1')).toBe(at('2026-11-22T16:30:00+04:00'))
})

it('adds no event where the end stays as it is', () => {
  const now = place('2026-11-23T08:00:00+04:00')
  expect(correctedSession(before, { question: 'ended', answers }, now).events).toEqual([])
})

it('does not move an end that was never known when another answer is corrected', () => {
  const unknown = { ...answers, ended: [UNKNOWN] }
  const first = sessionOf(unknown, place('2026-11-22T11:45:00+04:00'), null)
  const after = correctedSession(
    first,
    { question: 'device', answers: { ...unknown, device: ['rf'] } },
    place('2026-11-25T11:45:00+04:00'),
  )
  expect(after.events).toEqual([])
  expect(after.procedures[0]).toMatchObject({ endedAt: first.procedures[0]?.endedAt, device: 'rf' })
})

it('counts from now, and judges no sign, where a person no longer says when it was', () => {
  const now = place('2026-11-23T08:00:00+04:00')
  const corrected = correctedSession(
    before,
    { question: 'ended', answers: { ...answers, ended: ['2026-11-22', '16:30'] } },
    now,
  )
  const later = place('2026-11-24T08:00:00+04:00')
  const unsure = { ...answers, ended: [UNKNOWN] }
  const after = correctedSession(corrected, { question: 'ended', answers: unsure }, later)
  expect(after.events).toEqual([])
  expect(after.procedures[0]).toMatchObject({ endedAt: later.now, endedAtEstimated: true })
})

it('takes the word of somebody who now knows, even where it is what was guessed', () => {
  const now = place('2026-11-22T11:45:00+04:00')
  const first = sessionOf({ ...answers, ended: [UNKNOWN] }, now, null)
  const known = { ...answers, ended: ['2026-11-22', '11:45'] }
  const after = correctedSession(first, { question: 'ended', answers: known }, now)
  expect(after.events).toHaveLength(1)
})

it('counts from the last minute of the day, as a guess, where it was put off to a day without a time', () => {
  const now = place('2026-11-22T11:45:00+04:00')
  const planned = { ...answers, ended: ['2026-11-29', '', 'planned'] }
  const after = correctedSession(before, { question: 'ended', answers: planned }, now)
  expect(after.procedures[0]).toMatchObject({
    endedAt: at('2026-11-29T23:59:00+04:00'),
    endedAtEstimated: true,
  })
  const known = { ...answers, ended: ['2026-11-29', '15:00'] }
  const later = place('2026-11-29T18:00:00+04:00')
  const told = correctedSession(after, { question: 'ended', answers: known }, later)
  expect(latestEnd(told, 'p1')).toBe(at('2026-11-29T15:00:00+04:00'))
})
