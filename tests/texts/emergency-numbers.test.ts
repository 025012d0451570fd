import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FILE = join(import.meta.dirname, '../../packages/web/src/data/emergency-numbers.json')

/** Where the four languages of the app are mostly spoken: no number here would be a hole. */
const EXPECTED =
  'AE AR AU BH CA CL CO DE EG ES FR GB IE IN IQ JO KW LB MA MX NZ OM PE PK QA SA TN US ZA'.split(
    ' ',
  )

// Its shape is what the tests below look at.
const rows = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Readonly<Record<string, string>>[]
const countries = rows.map(({ country = '' }) => country)

function numberOf(country: string): string | undefined {
  return rows.find((row) => row['country'] === country)?.['emergency']
}

describe('emergency numbers', () => {
  it('has rows of one form', () => {
    expect(rows.length).toBeGreaterThan(150)
    for (const row of rows) {
      expect(Object.keys(row).filter((key) => key !== 'ambulance')).toEqual([
        'country',
        'emergency',
        'source',
        'confirmedBy',
      ])
    }
  })

  it('names countries by their code, each once, in the order of the alphabet', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(countries.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(countries.filter((code) => names.of(code) === undefined)).toEqual([])
    expect(countries).toEqual([...new Set(countries)].toSorted())
  })

  it('gives numbers that a telephone takes, the ambulance only where it differs', () => {
    for (const { country, emergency, ambulance } of rows) {
      expect(emergency, country).toMatch(/^\d{2,5}$/)
      expect(ambulance ?? '0000', country).toMatch(/^\d{2,5}$/)
      expect(ambulance, country).not.toBe(emergency)
    }
  })

  it('was read in two different places, each with its address', () => {
    for (const { country, source = '', confirmedBy = '' } of rows) {
      expect(URL.canParse(source), country).toBe(true)
      expect(URL.canParse(confirmedBy), country).toBe(true)
      expect(new URL(source).host, country).not.toBe(new URL(confirmedBy).host)
    }
  })

  it('covers the countries where most of our readers live', () => {
    expect(EXPECTED.filter((code) => !countries.includes(code))).toEqual([])
  })

  it('reaches an ambulance, not the police alone', () => {
    const ambulances = {
      AE: '998',
      NO: '113',
      SA: '997',
      PE: '106',
      LB: '140',
      PK: '1122',
      CN: '120',
    }
    expect(Object.keys(ambulances).map(numberOf)).toEqual(Object.values(ambulances))
  })
})
