import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import type { PatientProcedure } from '../../api/procedures.ts'
import {
  areSameFacts,
  draftIssues,
  factsOf,
  firstDraft,
  givenOf,
  lastingDraft,
  sessionWith,
} from './draft.ts'

const NOW = parseInstant('2026-11-22T10:45:31+04:00') ?? 0
const PLACE = { zone: 'Asia/Dubai', now: NOW }
const LAST: PatientProcedure = {
  procedureId: 'p1',
  recordedAt: '2026-10-20T10:00:00+04:00',
  code: 'microneedling',
  endedAt: '2026-10-20T09:50:00+04:00',
  device: 'pen',
  needleDepthMm: 1.5,
  bodySites: ['face'],
  adjuncts: [],
  indications: ['acne-scars'],
  sessionNumber: 2,
  product: { needleLot: 'N7', products: [{ name: 'HA serum', lot: 'A1' }, { name: 'cream' }] },
}

describe('firstDraft', () => {
  it('is as the last time, one session on, and never with its end', () => {
    const given = givenOf(firstDraft(LAST, {}), PLACE)
    const { procedureId: _, recordedAt: __, ...last } = LAST
    expect(given).toEqual({
      ...last,
      endedAt: '2026-11-22T10:45:00+04:00',
      sessionNumber: 3,
      setting: 'clinic',
    })
  })

  it('tells nothing of somebody new: no facts, no device, no places, no add-ons', () => {
    const draft = firstDraft(null, {})
    expect(factsOf(draft)).toEqual({})
    expect(givenOf(draft, PLACE)).toEqual({
      code: 'microneedling',
      endedAt: '2026-11-22T10:45:00+04:00',
      setting: 'clinic',
      sessionNumber: 1,
    })
  })

  it('keeps a device of another treatment apart from needles', () => {
    const peel = firstDraft({ ...LAST, code: 'chemical-peel', device: 'unknown' }, {})
    const given = givenOf(peel, PLACE)
    expect(given?.code).toBe('chemical-peel')
    expect(given).not.toHaveProperty('device')
    expect(given).not.toHaveProperty('needleDepthMm')
  })
})

describe('factsOf', () => {
  it('knows a medicine of the list that was typed by name, as the server does', () => {
    const draft = {
      ...firstDraft(null, {}),
      medicineNames: 'Isotretinoin; herbal supplement، roaccutane',
    }
    expect(factsOf(draft).medicines).toEqual(['isotretinoin', 'herbal-supplement', 'roaccutane'])
  })

  it('gives back what was on record, names in no list included', () => {
    const facts = {
      fitzpatrickSkinType: 'IV',
      medicines: ['nsaid', 'apixaban'],
      history: [],
    } as const
    const told = { ...facts, medicines: [...facts.medicines], history: [...facts.history] }
    expect(areSameFacts(factsOf(firstDraft(null, told)), told)).toBe(true)
  })

  it('never reads what was not asked as none', () => {
    const asked = {
      ...firstDraft(null, {}),
      history: ['none'],
      medicineNames: 'warfarin, fish oil',
    }
    expect(factsOf(asked)).toEqual({ history: [], medicines: ['warfarin', 'fish oil'] })
    expect(areSameFacts({}, { history: [] })).toBe(false)
  })

  it('hears a medicine that was typed beside "none"', () => {
    const draft = { ...firstDraft(null, {}), medicines: ['none'], medicineNames: 'warfarin' }
    expect(factsOf(draft).medicines).toEqual(['warfarin'])
  })
})

describe('draftIssues', () => {
  it('names each field that cannot be read, and takes a comma for a point', () => {
    const draft = { ...firstDraft(LAST, {}), depth: '1,75' }
    expect(draftIssues(draft, PLACE)).toEqual([])
    expect(givenOf(draft, PLACE)?.needleDepthMm).toBe(1.75)
    const wrong = { ...draft, depth: '15', ended: 'noon', sessionNumber: '0' }
    expect(draftIssues(wrong, PLACE).map(({ field }) => field)).toEqual([
      'ended',
      'depth',
      'sessionNumber',
    ])
  })
})

describe('lastingDraft', () => {
  const LATER = { ...PLACE, now: NOW + 26 * 3_600_000 }

  it.each(['-20', '1020', 'yesterday 1730'])('means the same end of %s the day after', (ended) => {
    const draft = { ...firstDraft(LAST, {}), ended }
    const held = lastingDraft(draft, PLACE)
    expect(givenOf(held, LATER)).toEqual(givenOf(draft, PLACE))
    expect(givenOf(draft, LATER)).not.toEqual(givenOf(draft, PLACE))
  })

  it.each(['', 'noon'])('leaves an end of “%s” as it was typed', (ended) => {
    const draft = { ...firstDraft(LAST, {}), ended }
    expect(lastingDraft(draft, PLACE)).toEqual(draft)
  })
})

describe('sessionWith', () => {
  it('keeps what is on record and has no plan for an end that cannot be read', () => {
    const draft = firstDraft(LAST, {})
    const nobody = { session: null, zone: 'UTC', shortenings: [] }
    expect(sessionWith({ ...draft, ended: 'x' }, PLACE, nobody)).toBeNull()
    expect(sessionWith(draft, PLACE, nobody)?.zone).toBe('UTC')
    const procedures = [{ id: 'p1', code: 'microneedling', endedAt: 0 }]
    const known = { zone: 'Asia/Dubai', procedures, patient: {}, events: [] }
    const session = sessionWith(draft, PLACE, { ...nobody, session: known })
    expect(session?.procedures.map(({ id }) => id)).toEqual(['p1', 'draft'])
    expect(session?.zone).toBe('Asia/Dubai')
  })
})
