import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  createMasterKeys,
  masterKeysText,
  parseMasterKeys,
  rotatedMasterKeys,
} from './master-keys.ts'
import { countedBytes, valueOf } from './testing.ts'

const random = countedBytes('master')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const A = base64(random(32))
const B = base64(random(32))

function refused(file: unknown): readonly string[] {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const result = parseMasterKeys(text, random)
  if (result.ok) return []
  const said = JSON.stringify(result.issues)
  expect(said).not.toContain(A)
  expect(said).not.toContain(A.slice(0, 8))
  return result.issues.map(({ expression, code }) => `${expression} ${code}`)
}

describe('parseMasterKeys', () => {
  it('reads the file that it writes, every key of it', () => {
    const keys = rotatedMasterKeys(createMasterKeys(random))
    const read = valueOf(parseMasterKeys(masterKeysText(keys), random))
    expect(read.current).toBe('k2')
    expect(masterKeysText(read)).toBe(masterKeysText(keys))
  })

  it.each<readonly [string, unknown, readonly string[]]>([
    ['text that is no JSON, without repeating it', `{"keys": ${A}`, [' structure']],
    ['a list', [A], [' structure']],
    ['no keys', { current: 'k1' }, [' structure']],
    ['an unknown part', { current: 'k1', keys: { k1: A }, old: A }, [' structure']],
    ['no current key', { keys: { k1: A } }, ['current required']],
    ['a current key that is not there', { current: 'k2', keys: { k1: A } }, ['current not-found']],
    ['a current key by its value', { current: A, keys: { k1: A } }, ['current not-found']],
    [
      'a name and a key that changed places',
      { current: 'k1', keys: { [A]: 'k1' } },
      ['keys[0] value', 'current not-found'],
    ],
    [
      'a key of 31 bytes',
      { current: 'k1', keys: { k1: base64(random(31)) } },
      ['keys[0] value', 'current not-found'],
    ],
    [
      'base64 that Node would repair in silence',
      { current: 'k1', keys: { k1: A, k2: B.slice(0, -1) } },
      ['keys[1] value'],
    ],
    [
      'a placeholder',
      { current: 'k1', keys: { k1: base64(Buffer.alloc(32, 'secret')) } },
      ['keys[0] value'],
    ],
    ['a rotation to the same key', { current: 'k2', keys: { k1: A, k2: A } }, ['keys duplicate']],
  ])('refuses %s', (_, file, issues) => {
    expect(refused(file)).toEqual(issues)
  })
})

describe('master keys', () => {
  it('show nothing of themselves where somebody logs them', () => {
    const keys = createMasterKeys(random)
    const secret = [...keys.keys.values()].map((key) => key.export())
    for (const text of [inspect(keys, { depth: 9, showHidden: true }), JSON.stringify(keys)])
      for (const bytes of secret)
        for (const form of ['hex', 'base64'] as const)
          expect(text).not.toContain(bytes.toString(form).slice(0, 12))
  })

  it('are named on from the highest number, also when an older one was dropped', () => {
    const file = { current: 'k7', keys: { k7: A, spare: B } }
    const keys = valueOf(parseMasterKeys(JSON.stringify(file), random))
    expect([...rotatedMasterKeys(keys).keys.keys()]).toEqual(['k7', 'spare', 'k8'])
  })

  it('are not made of too few random bytes', () => {
    expect(() => createMasterKeys(() => new Uint8Array(16))).toThrow('another length')
  })
})
