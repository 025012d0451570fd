import type { TriageReason } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { goneSigns, strongest, urgentFirst } from './told-signs.ts'

it('keeps the stronger of what was ticked and what was read in the words', () => {
  const ticked = { code: 'pain', severity: 'moderate' } as const
  const read = { code: 'pain', severity: 8 } as const
  expect(strongest([ticked, read])).toEqual([read])
  expect(strongest([read, ticked])).toEqual([read])
})

it('never says a sign to be gone that another word says to be there', () => {
  const gone = { code: 'pain', severity: 'none' } as const
  expect(goneSigns([gone, { code: 'pain', severity: 1 }])).toEqual([])
  expect(goneSigns([gone])).toEqual([gone])
})

it('puts first what triage found the most urgent, and leaves the rest as it was told', () => {
  const of = (code: string) => ({ code, severity: 'severe' }) as const
  const reasons = ['chest-pain', 'fever'].map((sign) => ({ sign }) as TriageReason)
  const told = ['erythema', 'fever', 'dryness', 'chest-pain'].map(of)
  expect(urgentFirst(told, reasons).map(({ code }) => code)).toEqual([
    'chest-pain',
    'fever',
    'erythema',
    'dryness',
  ])
})
