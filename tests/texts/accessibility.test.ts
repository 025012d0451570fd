import { describe, expect, it } from 'vitest'
import { filesNamedIn, missingProofs, proofsIn, readDocument } from './proofs.ts'

const document = readDocument('docs/accessibility.md')

/** The criteria of levels A and AA in WCAG 2.2: 55 of them, 4.1.1 being gone. */
const LEVEL_A =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2'.split(
    ' ',
  )
const LEVEL_AA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'.split(
    ' ',
  )

interface Row {
  readonly number: string
  readonly level: string
  readonly how: string
  readonly what: string
}

function rows(): readonly Row[] {
  return [...document.matchAll(/^\| (\d\.\d\.\d+) [^|]+ \| (A+) \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, number = '', level = '', how = '', what = '']) => ({ number, level, how, what }),
  )
}

function numbersOf(level: string): readonly string[] {
  return rows()
    .filter((row) => row.level === level)
    .map(({ number }) => number)
}

describe('the table of criteria', () => {
  it('has each of the 55 once, at its level', () => {
    expect(rows()).toHaveLength(55)
    expect(numbersOf('A').toSorted()).toEqual(LEVEL_A.toSorted())
    expect(numbersOf('AA').toSorted()).toEqual(LEVEL_AA.toSorted())
  })

  it('says of each how it was checked, and what was seen', () => {
    for (const { number, how, what } of rows()) {
      expect(['test', 'looked', 'none'], number).toContain(how)
      expect(what.length, number).toBeGreaterThan(7)
    }
  })

  it('names a test wherever it says test: one of ours, or axe', () => {
    const claimed = rows().filter(({ how }) => how === 'test')
    expect(claimed.length).toBeGreaterThan(25)
    const empty = claimed.filter(
      ({ what }) => proofsIn(what).length === 0 && !/axe|the same test/.test(what),
    )
    expect(empty).toEqual([])
  })

  it('names tests that exist, by file and by name', () => {
    expect(proofsIn(document).length).toBeGreaterThan(30)
    expect(missingProofs(proofsIn(document))).toEqual([])
    expect(filesNamedIn(document)).toBe(proofsIn(document).length)
  })
})
