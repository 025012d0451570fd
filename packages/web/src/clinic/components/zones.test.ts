import { describe, expect, it } from 'vitest'
import { namedZone, zoneName, zoneOptions } from './zones.ts'

const labels = (chosen?: string) => zoneOptions(chosen).map(({ label }) => label)

describe('zones to choose from', () => {
  it('are called by the names that their cities have today', () => {
    expect(labels()).toContain('Asia/Kolkata')
    expect(labels()).toContain('Europe/Kyiv')
    expect(labels()).toContain('America/Argentina/Buenos Aires')
    expect(labels().filter((label) => /Calcutta|Kiev|Saigon|Rangoon/.test(label))).toEqual([])
  })

  it.each(['Asia/Calcutta', 'Asia/Kolkata'])('hold %s once, as it was chosen', (chosen) => {
    const kolkata = zoneOptions(chosen).filter(({ label }) => label === 'Asia/Kolkata')
    expect(kolkata).toEqual([{ value: chosen, label: 'Asia/Kolkata' }])
  })

  it('hold each place once, and what no list has once it is chosen', () => {
    expect(new Set(labels('UTC')).size).toBe(labels('UTC').length)
    expect(labels('UTC')).toContain('UTC')
  })

  it('are every one a zone that this runtime reads under either name', () => {
    for (const { value, label } of zoneOptions()) {
      const read = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone })
      expect(() => [read(value), read(label.replaceAll(' ', '_'))]).not.toThrow()
    }
  })
})

it('takes no zone from a browser that names no place', () => {
  expect(['UTC', 'Etc/GMT+3', 'Asia/Dubai'].map(namedZone)).toEqual(['', '', 'Asia/Dubai'])
  expect(zoneName('Europe/Kiev')).toBe('Europe/Kyiv')
})
