import { describe, expect, it } from 'vitest'
import { englishCalendarWords } from '../english/english-calendar.ts'
import { changeDescription, changeSummary } from './change-text.ts'
import type { ChangeEntry, PlanChange } from './plan-change.ts'

const words = englishCalendarWords((key) => key.replace(/^\w+\./, ''))

function change(...entries: readonly Partial<ChangeEntry>[]): PlanChange {
  const plain = { standsFor: [], becomes: 'open', note: null, except: [], medicine: false } as const
  return {
    at: 0,
    id: 'x',
    entries: entries.map((entry, k) => ({ subject: `s${k}`, ...plain, ...entry })),
  }
}

describe('changeSummary', () => {
  it('says what opens and how, in order of care, and how many more there are', () => {
    const summary = changeSummary(
      change(
        { becomes: 'ask-clinic' },
        { becomes: 'caution' },
        ...Array.from({ length: 6 }, () => ({})),
        { becomes: 'avoid' },
      ),
      words,
    )
    expect(summary).toBe(
      'Fine from now: s2, s3, s4, s5, and 2 more · With care from now: s1 · Ask your clinic first: s0 · Not now: s8',
    )
  })

  it('names what is not meant', () => {
    expect(changeSummary(change({ subject: 'swimming', except: ['sea'] }), words)).toBe(
      'Fine from now: swimming (but not: sea)',
    )
  })

  it('isolates each name where writing runs from right to left', () => {
    const rtl = { ...words, direction: 'rtl' } as const
    expect(changeSummary(change({ subject: 'SPF' }, { subject: 'NSAID' }), rtl)).toBe(
      'Fine from now: \u2068SPF\u2069, \u2068NSAID\u2069',
    )
  })
})

describe('changeDescription', () => {
  it('names all, what they stand for, what they depend on, and that medicines go on', () => {
    const text = changeDescription(
      change(
        {
          subject: 'makeup',
          standsFor: ['lipstick'],
          becomes: 'caution',
          note: { kind: 'settled', signs: ['erythema', 'itch'] },
        },
        { subject: 'nsaids', becomes: 'ask-clinic', medicine: true },
      ),
      words,
    )
    expect(text.split('\n')).toEqual([
      'With care from now: makeup (lipstick)',
      'makeup: only if these are gone: erythema and itch',
      'Ask your clinic first: nsaids',
      'Do not stop or change a prescribed medicine on your own.',
    ])
  })
})
