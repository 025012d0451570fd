import { describe, expect, it } from 'vitest'
import { filesNamedIn, missingProofs, proofsIn, readDocument } from './proofs.ts'

const safety = readDocument('docs/safety.md')

function hazards(): readonly { readonly name: string; readonly text: string }[] {
  return safety
    .split(/^### /m)
    .slice(1)
    .map((text) => ({
      name: text.slice(0, text.indexOf('\n')),
      text: text.split(/^## /m)[0] ?? '',
    }))
}

const RISKS: Readonly<Record<string, readonly number[]>> = {
  'very high': [3, 4, 4, 5, 5],
  high: [2, 3, 3, 4, 5],
  medium: [2, 2, 3, 3, 4],
  low: [1, 2, 2, 3, 4],
  'very low': [1, 1, 2, 2, 3],
}
const SEVERITIES = ['minor', 'significant', 'considerable', 'major', 'catastrophic']

describe('the safety case', () => {
  it('names tests that exist, by file and by name', () => {
    const proofs = proofsIn(safety)
    expect(proofs.length).toBeGreaterThan(40)
    expect(missingProofs(proofs)).toEqual([])
  })

  it('misses no line that looks like a proof and is written otherwise', () => {
    expect(filesNamedIn(safety)).toBe(proofsIn(safety).length)
  })

  it('has a cause, an effect, both risks and at least one proof for every hazard', () => {
    expect(hazards().length).toBeGreaterThanOrEqual(16)
    for (const { name, text } of hazards()) {
      for (const part of ['Cause', 'Effect', 'Initial risk', 'Residual risk'])
        expect(text, `${name}: ${part}`).toContain(`**${part}:**`)
      expect(proofsIn(text).length, name).toBeGreaterThan(0)
    }
  })

  it('reads every risk from its table, and none is left above 3', () => {
    const rated = [...safety.matchAll(/(Initial|Residual) risk:\*\* (\w+), ([a-z ]+): (\d)/g)]
    expect(rated.length).toBe(hazards().length * 2)
    for (const [whole, when, severity = '', likelihood = '', risk] of rated) {
      expect(RISKS[likelihood]?.[SEVERITIES.indexOf(severity)], whole).toBe(Number(risk))
      if (when === 'Residual') expect(Number(risk), whole).toBeLessThanOrEqual(3)
    }
  })

  it('shows the table that it reads from', () => {
    for (const [likelihood, risks] of Object.entries(RISKS))
      expect(safety).toContain(`| ${likelihood} | ${risks.join(' | ')} |`)
  })
})
