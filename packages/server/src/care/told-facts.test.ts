import type { PatientFacts } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../store/event-log.ts'
import { takenBack, withTold } from './told-facts.ts'

function told(...facts: readonly PatientFacts[]): readonly StoredEvent[] {
  const actor = { kind: 'staff', id: 'a' }
  return facts.map((data, k) => ({
    eventId: `facts-${k}`,
    type: 'patient-facts',
    at: k,
    recordedAt: k,
    actor,
    data: { ...data },
  }))
}

describe('what new facts take back', () => {
  it('is nothing where nothing was told before, or where more is told', () => {
    expect(takenBack([], { history: [], medicines: [] })).toEqual([])
    const before = told({ history: ['keloid'], fitzpatrickSkinType: 'V' })
    const more: PatientFacts = {
      history: ['keloid', 'smoker'],
      medicines: [],
      fitzpatrickSkinType: 'V',
    }
    expect(takenBack(before, more)).toEqual([])
  })

  it('is each word that is no longer named, and another skin type', () => {
    const before = told({
      history: ['keloid', 'smoker'],
      medicines: ['apixaban'],
      fitzpatrickSkinType: 'V',
    })
    const facts: PatientFacts = { history: ['smoker'], medicines: [], fitzpatrickSkinType: 'III' }
    expect(takenBack(before, facts)).toEqual(['fitzpatrickSkinType', 'medicines', 'history'])
  })

  it('is a medicine or a part of the history where the field is left out, or said to be unknown: a hold would end', () => {
    const before = told({ history: ['keloid'], medicines: ['isotretinoin'] })
    expect(takenBack(before, {})).toEqual(['medicines', 'history'])
    expect(takenBack(before, { medicines: ['unknown'] })).toEqual(['medicines', 'history'])
    const beside: PatientFacts = { medicines: ['isotretinoin', 'unknown'], history: ['keloid'] }
    expect(takenBack(before, beside)).toEqual([])
    expect(takenBack(told({ history: [], medicines: ['unknown'] }), {})).toEqual([])
  })

  it('is no skin type where it is left out, or said to be unknown: that is the stricter reading', () => {
    const before = told({ fitzpatrickSkinType: 'V' })
    expect(takenBack(before, {})).toEqual([])
    expect(takenBack(before, { fitzpatrickSkinType: 'unknown' })).toEqual([])
  })

  it('is still what was told last where it was left out in between', () => {
    const before = told({ history: ['keloid'] }, { fitzpatrickSkinType: 'V' })
    expect(takenBack(before, { history: [] })).toEqual(['history'])
  })
})

describe('facts of a system that nobody can be asked about', () => {
  it('add to what was told, and take nothing of it away', () => {
    const before = told({
      history: ['keloid'],
      medicines: ['apixaban'],
      fitzpatrickSkinType: 'V',
    })
    const facts: PatientFacts = { history: ['smoker'], fitzpatrickSkinType: 'III' }
    expect(withTold(before, facts)).toEqual({
      history: ['keloid', 'smoker'],
      medicines: ['apixaban', 'unknown'],
      fitzpatrickSkinType: 'unknown',
    })
    expect(withTold([], facts)).toEqual(facts)
  })
})
