import { describe, expect, it } from 'vitest'
import { session } from '../../../tests/support/protocol.ts'
import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
  SIGNS,
} from './codes.ts'
import { unmappedWords } from './unmapped.ts'

const AT = '2026-01-11T10:00:00Z'

describe('unmappedWords', () => {
  it('finds nothing where every word is in its list', () => {
    const given = session(
      {
        patient: { medicines: [...MEDICINES], history: [...HISTORY] },
        events: [
          {
            type: 'check-in',
            at: AT,
            signs: SIGNS.map((code) => ({ code, severity: 1 })),
            settled: [...SIGNS],
          },
        ],
      },
      {
        device: DEVICES[0],
        setting: SETTINGS[0],
        bodySites: [...BODY_SITES],
        adjuncts: [...ADJUNCTS],
        indications: [...INDICATIONS],
      },
    )
    expect(unmappedWords(given)).toEqual([])
  })

  it('finds each word that is in no list, with its field, in the order of the session', () => {
    const procedure = { code: 'microneedling', endedAt: AT }
    const given = session({
      procedures: [
        { ...procedure, id: 'p1', device: 'wand', setting: 'spa' },
        {
          ...procedure,
          id: 'p2',
          bodySites: ['face', 'ears'],
          adjuncts: ['prp', 'salmon'],
          indications: ['glow'],
        },
      ],
      patient: { medicines: ['apixaban', 'nsaid', 'fish oil'], history: ['hay fever'] },
      events: [
        { type: 'done', at: AT, subject: 'not a subject' },
        {
          type: 'check-in',
          at: AT,
          signs: [
            { code: 'erythema', severity: 1 },
            { code: 'glow', severity: 1 },
          ],
          settled: ['puffiness'],
        },
      ],
    })
    expect(unmappedWords(given)).toEqual([
      { field: 'procedures[0].device', word: 'wand' },
      { field: 'procedures[0].setting', word: 'spa' },
      { field: 'procedures[1].bodySites', word: 'ears' },
      { field: 'procedures[1].adjuncts', word: 'salmon' },
      { field: 'procedures[1].indications', word: 'glow' },
      { field: 'patient.medicines', word: 'apixaban' },
      { field: 'patient.medicines', word: 'fish oil' },
      { field: 'patient.history', word: 'hay fever' },
      { field: 'events[1].signs', word: 'glow' },
      { field: 'events[1].settled', word: 'puffiness' },
    ])
  })

  it('tells words by their letters: another case is another word', () => {
    expect(unmappedWords(session({}, { device: 'Pen' }))).toEqual([
      { field: 'procedures[0].device', word: 'Pen' },
    ])
  })
})
