import type { CareEvent, Session } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { generalWord, shorteningsIn } from './general-word.ts'

const ENDED = 1_000_000
const NOW = 9_000_000

function override(at: number, subject: string, until: string): CareEvent {
  return { type: 'override', at, subject, window: { until }, by: 'Dr A', reason: 'ours' }
}

function session(...events: readonly CareEvent[]): Session {
  const procedure = { id: 'p1', code: 'microneedling', endedAt: ENDED }
  return { zone: 'UTC', procedures: [procedure], patient: {}, events: [...events] }
}

it('says again for the next session what the clinic says for everybody', () => {
  const known = session(override(ENDED, 'makeup', 'PT24H'))
  const said = generalWord(shorteningsIn(known), known, NOW)
  expect(said).toEqual([override(NOW, 'makeup', 'PT24H')])
})

it('never takes what was said of one person for the word of the clinic', () => {
  const known = session(override(ENDED + 1, 'makeup', 'PT24H'))
  expect(shorteningsIn(known)).toEqual([])
})

it('is silent where a clinician has moved the subject for this person', () => {
  const known = session(
    override(ENDED, 'makeup', 'PT24H'),
    override(ENDED + 1, 'makeup', 'PT96H'),
    override(ENDED, 'gym', 'P3D'),
  )
  const said = generalWord(shorteningsIn(known), known, NOW)
  expect(said.map(({ subject }) => subject)).toEqual(['gym'])
})
