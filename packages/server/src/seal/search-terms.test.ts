import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clinicKey } from './clinic-key.ts'
import { createMasterKeys, rotatedMasterKeys } from './master-keys.ts'
import { searchTerm, searchTerms } from './search-terms.ts'
import { countedBytes } from './testing.ts'

const master = createMasterKeys(countedBytes('search'))
const key = clinicKey(master, 'c1', 'search')

interface Person {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** As the database does it: one term of every group, and no group finds nobody. */
function finds(typed: string, { name = '', email, phone }: Person, by = key, asked = by): boolean {
  const fields = { name, email: email ?? null, phone: phone ?? null }
  const has = new Set(searchTerms(by, fields).map((term) => Buffer.from(term).toString('hex')))
  const groups = searchTerm(asked, typed)
  const isHit = (term: Uint8Array) => has.has(Buffer.from(term).toString('hex'))
  return groups.length > 0 && groups.every((group) => group.some(isHit))
}

describe('a name is found', () => {
  it.each([
    ['amina', 'Amina Khan'],
    ['AM', 'Amina Khan'],
    ['khan amina', 'Amina Khan'],
    ['A. Khan', 'Amina Khan'],
    ['zoe', 'Zoë Müller'],
    ['muller', 'Zoë Müller'],
    ['obrien', "Sinéad O'Brien"],
    ['O’Brien', "Sinéad O'Brien"],
    ['strauss', 'Anna Strauß'],
    ['ozturk ilknur', 'İlknur Öztürk'],
    ['wolodymyrowytschenko', 'Wolodymyrowytsch'],
    ['احمد', 'أحمد الخالد'],
    ['فاطمه', 'فاطمة'],
    ['كريم', 'کریم'],
    ['الزهرا', 'فاطمة الزهراء'],
    ['محمـــد', 'مُحَمَّد'],
    ['王', '王 小明'],
    ['王 小', '王 小明'],
  ])('by %s: %s', (typed, name) => {
    expect(finds(typed, { name })).toBe(true)
  })

  it('by every beginning of every word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...Array.from('abcçdeéñاحم')), minLength: 2 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.nat(),
        (words, at) => {
          const word = words[at % words.length] ?? ''
          for (let length = 2; length <= word.length; length++)
            expect(finds(word.slice(0, length), { name: words.join(' ') })).toBe(true)
        },
      ),
    )
  })
})

describe('nobody is found', () => {
  it.each([
    ['mina', 'Amina Khan'],
    ['a', 'Amina Khan'],
    ['', 'Amina Khan'],
    ['  . - ', 'Amina Khan'],
    ['amina kahn', 'Amina Khan'],
    ['aminata', 'Amina Khan'],
  ])('by "%s": %s', (typed, name) => {
    expect(finds(typed, { name })).toBe(false)
  })

  it('by a name that is written like a number or an address of another', () => {
    expect(finds('4567', { name: '4567' })).toBe(false)
    expect(finds('name', { email: 'name' })).toBe(false)
  })

  it('with the terms of another clinic', () => {
    const other = clinicKey(master, 'c2', 'search')
    expect(finds('amina', { name: 'Amina' }, key, other)).toBe(false)
  })
})

describe('an address and a number are found', () => {
  const phone = '+971 50 123 4567'
  it.each([
    ['Amina@Example.org', { email: 'amina@example.org ' }, true],
    ['amina', { email: 'amina@example.org' }, false],
    ['4567', { phone }, true],
    ['٤٥٦٧', { phone }, true],
    ['3456', { phone }, false],
    ['567', { phone }, false],
    ['+971501234567', { phone }, true],
    ['00971 50 123-4567', { phone }, true],
    ['\u202a+971 50 123 4567\u202c', { phone }, true],
    ['+971 (0)50 123 4567', { phone }, true],
    ['050 123 4567', { phone }, true],
    ['+971 51 123 4567', { phone }, false],
    ['amina 4567', { name: 'Amina', phone }, true],
    ['bilal 4567', { name: 'Amina', phone }, false],
  ])('by %s', (typed, person, isFound) => {
    expect(finds(typed, person)).toBe(isFound)
  })
})

describe('terms', () => {
  const fields = { name: 'Amina Amina', email: null, phone: null }

  it('are of 16 bytes, each once, and not in the order of the letters', () => {
    const terms = searchTerms(key, fields)
    expect(terms.map((term) => term.length)).toEqual([16, 16, 16, 16])
    expect([...terms].sort((a, b) => Buffer.compare(a, b))).toEqual(terms)
  })

  it('written before a rotation are found after it, also before they are written anew', () => {
    const rotated = clinicKey(rotatedMasterKeys(master), 'c1', 'search')
    expect(finds('amina', { name: 'Amina' }, key, rotated)).toBe(true)
    expect(finds('amina', { name: 'Amina' }, rotated)).toBe(true)
  })
})
