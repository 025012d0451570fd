import { describe, expect, it } from 'vitest'
import type { AdoptionChanges } from '../../api/adoptions.ts'
import {
  changeLines,
  isSame,
  issuesAfter,
  issuesAt,
  loosens,
  NO_CHANGES,
  ownCode,
  timeChangeOf,
  withTimeChange,
} from './draft.ts'

const LONGER: AdoptionChanges = {
  ...NO_CHANGES,
  lengthen: [{ subject: 'makeup', until: 'P4D' }],
}
const OWN = {
  subject: 'clinic-serum',
  names: { en: 'Serum' },
  positions: [{ stance: 'use' }],
} as const

describe('the time of a subject in a draft', () => {
  it('is longer or shorter, never both', () => {
    const shorter = { kind: 'shorter', until: 'PT24H', reason: 'as we do it' } as const
    const draft = withTimeChange(LONGER, 'makeup', shorter)
    expect(draft.lengthen).toEqual([])
    expect(draft.shorten).toEqual([{ subject: 'makeup', until: 'PT24H', reason: 'as we do it' }])
    expect(withTimeChange(draft, 'makeup', null)).toEqual(NO_CHANGES)
  })

  it('keeps its place, so that what the server says of it stays with it', () => {
    const two = withTimeChange(LONGER, 'retinol', { kind: 'longer', until: 'P20D' })
    const changed = withTimeChange(two, 'makeup', { kind: 'longer', until: 'P5D' })
    expect(changed.lengthen.map(({ subject }) => subject)).toEqual(['makeup', 'retinol'])
    expect(timeChangeOf(changed, 'makeup')).toMatchObject({ kind: 'longer', until: 'P5D' })
  })
})

describe('what differs between two versions', () => {
  it('is nothing where only the order of keys does', () => {
    const turned = { ...NO_CHANGES, lengthen: [{ until: 'P4D', subject: 'makeup' }] }
    expect(isSame(LONGER, turned)).toBe(true)
    expect(changeLines(LONGER, turned)).toEqual([])
  })

  it('is told for what came, went and changed', () => {
    const next = { ...NO_CHANGES, lengthen: [{ subject: 'makeup', until: 'P5D' }], subjects: [OWN] }
    expect(changeLines(LONGER, next)).toMatchObject([
      { part: 'lengthen', key: 'makeup', from: { until: 'P4D' }, to: { until: 'P5D' } },
      { part: 'subjects', key: 'clinic-serum', from: null },
    ])
    expect(changeLines(next, NO_CHANGES)).toMatchObject([{ to: null }, { to: null }])
  })
})

describe('a draft that may open something earlier', () => {
  it('cuts or leaves out what was longer, shortens, or says otherwise of an own subject', () => {
    const shortened = { ...LONGER, shorten: [{ subject: 'exercise', until: 'P4D', reason: 'why' }] }
    const cut = { ...NO_CHANGES, lengthen: [{ subject: 'makeup', until: 'P3D' }] }
    const own = { ...NO_CHANGES, subjects: [OWN] }
    const other = {
      ...NO_CHANGES,
      subjects: [{ ...OWN, positions: [{ stance: 'allow' as const }] }],
    }
    expect(loosens(LONGER, shortened)).toBe(true)
    expect(loosens(LONGER, cut)).toBe(true)
    expect(loosens(LONGER, NO_CHANGES)).toBe(true)
    expect(loosens(own, other)).toBe(true)
  })

  it('is not one that only waits longer, or takes an own subject out', () => {
    const longer = { ...NO_CHANGES, lengthen: [{ subject: 'makeup', until: 'P1W' }] }
    expect(loosens(LONGER, longer)).toBe(false)
    expect(loosens({ ...NO_CHANGES, subjects: [OWN] }, NO_CHANGES)).toBe(false)
  })
})

describe('issues', () => {
  const issue = (expression: string) =>
    ({ severity: 'error', code: 'value', diagnostics: 'wrong', expression }) as const

  it('are of the field and what is in it, and not of the tenth entry where the first is meant', () => {
    const all = ['changes.lengthen[1].until', 'changes.lengthen[10].until'].map(issue)
    expect(issuesAt(all, 'changes.lengthen[1]')).toEqual([all[0]])
  })

  it('stay with entries that are as they were, and go with those that changed or moved', () => {
    const two = withTimeChange(LONGER, 'retinol', { kind: 'longer', until: 'P20D' })
    const issues = [issue('changes.lengthen[0].until'), issue('changes.lengthen[1].until')]
    const changed = withTimeChange(two, 'retinol', { kind: 'longer', until: 'P30D' })
    expect(issuesAfter(issues, two, changed)).toEqual([issues[0]])
    expect(issuesAfter(issues, two, withTimeChange(two, 'makeup', null))).toEqual([])
  })
})

describe('a code of the clinic’s own', () => {
  it('is made from the name, without marks, and never twice the same', () => {
    expect(ownCode('Crème  Calmante!', [])).toBe('clinic-creme-calmante')
    expect(ownCode('Serum', ['clinic-serum', 'clinic-serum-2'])).toBe('clinic-serum-3')
    expect(ownCode('كريم', [])).toBe('clinic-1')
    expect(ownCode('x'.repeat(200), []).length).toBeLessThanOrEqual(80)
  })
})
