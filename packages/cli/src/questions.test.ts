import { describe, expect, it } from 'vitest'
import { ASK } from './copy-ask.ts'
import { QUESTIONS } from './questions.ts'

describe('QUESTIONS', () => {
  it('has no choice that reads like a way to another question', () => {
    const labels = QUESTIONS.flatMap((question) => question.choices.map((one) => one.label))
    expect(labels.length).toBeGreaterThan(30)
    expect(labels).not.toContain(ASK.back)
    expect(labels).not.toContain(ASK.unknown)
  })
})
