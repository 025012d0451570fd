import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clinicKey } from './clinic-key.ts'
import { createMasterKeys, rotatedMasterKeys } from './master-keys.ts'
import { createPatientKey, isUnderCurrent, openPatientKey, rewrapped } from './patient-key.ts'
import { type SealContext, seal, sealJson, unseal, unsealJson, unsealText } from './seal.ts'
import { countedBytes, valueOf } from './testing.ts'

const random = countedBytes('seal')
const master = createMasterKeys(random)
const patient = { clinicId: 'c1', patientId: 'p1' }
const context: SealContext = { ...patient, field: 'check_in.notes', rowId: 'r1' }
const { key, wrapped } = createPatientKey(master, patient)
const bytes = fc.uint8Array({ maxLength: 300 })

/** Changes one byte, at a place that is counted round. */
function changed(whole: Uint8Array, place: number, difference: number): Uint8Array {
  return whole.map((byte, k) => (k === place % whole.length ? byte ^ difference : byte))
}

const aChange = [fc.nat(), fc.integer({ min: 1, max: 255 })] as const

describe('seal', () => {
  it('opens to what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(bytes, (plain) => {
        expect(valueOf(unseal(key, seal(key, plain, context), context))).toEqual(plain)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(valueOf(unsealText(key, seal(key, text, context), context))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const opened = valueOf(unsealJson(key, sealJson(key, value, context), context))
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value))
      }),
    )
  })

  it('never opens with a byte changed, wherever it stands', () => {
    const sealed = seal(key, 'my chin stings', context)
    for (let k = 0; k < sealed.length; k++)
      expect(unseal(key, changed(sealed, k, 1), context).ok, `byte ${k}`).toBe(false)
    fc.assert(
      fc.property(bytes, ...aChange, (plain, place, difference) => {
        const damaged = changed(seal(key, plain, context), place, difference)
        expect(unseal(key, damaged, context).ok).toBe(false)
      }),
    )
  })

  it('never opens cut short or with something behind it, and never throws', () => {
    const sealed = seal(key, 'my chin stings', context)
    for (let length = 0; length < sealed.length; length++)
      expect(unseal(key, sealed.subarray(0, length), context).ok).toBe(false)
    expect(unseal(key, Buffer.concat([sealed, Buffer.from([0])]), context).ok).toBe(false)
    fc.assert(
      fc.property(bytes, (noise) => {
        expect(unseal(key, noise, context).ok).toBe(false)
      }),
    )
  })

  it.each<readonly [string, SealContext]>([
    ['clinic', { ...context, clinicId: 'c2' }],
    ['patient', { ...context, patientId: 'p2' }],
    ['patient that is none', { ...context, patientId: null }],
    ['patient without a name', { ...context, patientId: '' }],
    ['field', { ...context, field: 'patient.name' }],
    ['row', { ...context, rowId: 'r2' }],
    ['row that is none', { ...patient, field: 'check_in.notes' }],
    ['place with the same letters in a row', { ...context, field: 'check_in.notesr', rowId: '1' }],
  ])('never opens for another %s', (_, other) => {
    expect(unseal(key, seal(key, 'x', context), other).ok).toBe(false)
    expect(unseal(key, seal(key, 'x', other), context).ok).toBe(false)
  })

  it('never opens for any other place', () => {
    const name = fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', '"', ',', 'é') })
    const place = fc.record({ clinicId: name, patientId: name, field: name, rowId: name })
    fc.assert(
      fc.property(place, place, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(unseal(key, seal(key, 'x', one), other).ok).toBe(isSame)
      }),
    )
  })

  it('never opens with another key: of another patient, of the clinic', () => {
    const sealed = seal(key, 'x', context)
    const other = createPatientKey(master, patient).key
    expect(unseal(other, sealed, context).ok).toBe(false)
    expect(unseal(clinicKey(master, 'c1', 'search'), sealed, context).ok).toBe(false)
  })

  it('looks different each time: else equal answers would show', () => {
    expect(seal(key, 'yes', context)).not.toEqual(seal(key, 'yes', context))
  })

  it('does not seal what would be lost in JSON', () => {
    expect(() => sealJson(key, undefined, context)).toThrow('check_in.notes')
  })

  it('says nothing about why a value does not open', () => {
    const sealed = seal(key, 'my chin stings', context)
    const moved = unseal(key, sealed, { ...context, rowId: 'r2' })
    expect(unseal(key, changed(sealed, 20, 1), context)).toEqual(moved)
    expect(unseal(key, new Uint8Array(), context)).toEqual(moved)
  })
})

describe('a patient key', () => {
  it('opens from its wrapped form what was sealed before', () => {
    const sealed = seal(key, 'x', context)
    const again = valueOf(openPatientKey(master, wrapped, patient))
    expect(valueOf(unsealText(again, sealed, context))).toBe('x')
  })

  it('never opens for another patient or clinic, under another master key, or changed', () => {
    const others = [
      { ...patient, clinicId: 'c2' },
      { ...patient, patientId: 'p2' },
    ]
    for (const other of others) expect(openPatientKey(master, wrapped, other).ok).toBe(false)
    expect(openPatientKey(createMasterKeys(random), wrapped, patient).ok).toBe(false)
    fc.assert(
      fc.property(...aChange, (place, difference) => {
        expect(openPatientKey(master, changed(wrapped, place, difference), patient).ok).toBe(false)
      }),
    )
  })

  it('is not to be had by storing a sealed value in its place', () => {
    const posing = seal(clinicKey(master, 'c1', 'webhook-secret'), random(32), context)
    expect(openPatientKey(master, posing, patient).ok).toBe(false)
  })

  it('stays the same through a rotation, and outlives the old master key', () => {
    const sealed = seal(key, 'x', context)
    const rotated = rotatedMasterKeys(master)
    expect(isUnderCurrent(rotated, wrapped)).toBe(false)
    const anew = valueOf(rewrapped(rotated, wrapped, patient))
    expect(isUnderCurrent(rotated, anew)).toBe(true)
    const onlyNew = { ...rotated, keys: new Map([...rotated.keys].slice(1)) }
    const opened = valueOf(openPatientKey(onlyNew, anew, patient))
    expect(valueOf(unsealText(opened, sealed, context))).toBe('x')
    expect(openPatientKey(onlyNew, wrapped, patient).ok).toBe(false)
    expect(rewrapped(onlyNew, wrapped, patient).ok).toBe(false)
  })
})

describe('a clinic key', () => {
  const secret: SealContext = { clinicId: 'c1', patientId: null, field: 'webhook.secret' }

  it('is another for each clinic and each purpose', () => {
    const sealed = seal(clinicKey(master, 'c1', 'webhook-secret'), 's', secret)
    expect(unseal(clinicKey(master, 'c1', 'webhook-secret'), sealed, secret).ok).toBe(true)
    expect(unseal(clinicKey(master, 'c2', 'webhook-secret'), sealed, secret).ok).toBe(false)
    expect(unseal(clinicKey(master, 'c1', 'push-key'), sealed, secret).ok).toBe(false)
  })

  it('opens after a rotation what was sealed before, and seals under the new master key', () => {
    const rotated = rotatedMasterKeys(master)
    const before = seal(clinicKey(master, 'c1', 'push-key'), 's', secret)
    const after = clinicKey(rotated, 'c1', 'push-key')
    expect(valueOf(unsealText(after, before, secret))).toBe('s')
    expect(isUnderCurrent(rotated, before)).toBe(false)
    expect(isUnderCurrent(rotated, seal(after, 's', secret))).toBe(true)
  })
})
