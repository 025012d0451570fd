import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EmergencyNumber } from '../../data/emergency-number.ts'
import { allCountries } from './countries.ts'

it('lists the 249 countries of ISO 3166-1 and Kosovo, and nothing that is none', () => {
  const countries = allCountries()
  expect(countries).toHaveLength(250)
  for (const code of ['AF', 'JM', 'RS', 'XK', 'SS', 'CW']) expect(countries).toContain(code)
  for (const code of ['EU', 'UN', 'UK', 'SU', 'AN', 'ZZ']) expect(countries).not.toContain(code)
})

it('lists every country that a number to call is known of', () => {
  const file = new URL('../../data/emergency-numbers.json', import.meta.url)
  // The build checks the file's form.
  const numbers = JSON.parse(readFileSync(file, 'utf8')) as readonly EmergencyNumber[]
  const countries = new Set(allCountries())
  expect(numbers.filter(({ country }) => !countries.has(country))).toEqual([])
})
