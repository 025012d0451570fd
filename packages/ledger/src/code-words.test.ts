import { describe, expect, it } from 'vitest'
import { codeIn, procedureCode } from './code-words.ts'

describe('codeIn', () => {
  it.each([
    ['RF', 'rf'],
    ['radiofrequency', 'rf'],
    ['Radio-Frequency needles', 'rf'],
    ['rf microneedling', 'rf'],
    ['Morpheus8', 'rf'],
    ['morpheus 8', 'rf'],
    ['Dermaroller', 'roller'],
    ['derma roller', 'roller'],
    ['dermapen', 'pen'],
    ['SkinPen', 'pen'],
    ['PEN', 'pen'],
    ['Derma-Stamp', 'stamp'],
    ["I don't know", 'unknown'],
  ])('reads the device %j as %s', (word, code) => expect(codeIn('device', word)).toBe(code))

  it.each(['dermarollr', 'surf board', 'perf'])('keeps %j, which is in no list', (word) =>
    expect(codeIn('device', word)).toBe(word),
  )

  it.each([
    ['bodySites', 'Face', 'face'],
    ['adjuncts', 'Hyaluronic Acid', 'hyaluronic-acid'],
    ['adjuncts', 'PRP', 'prp'],
    ['setting', 'At home', 'home'],
    ['indications', 'acne_scars', 'acne-scars'],
    ['history', 'Cold sores', 'herpes-simplex'],
    ['medicines', 'NSAID', 'nsaid'],
  ] as const)('folds case and spelling in %s: %j is %s', (list, word, code) =>
    expect(codeIn(list, word)).toBe(code),
  )
})

describe('procedureCode', () => {
  it.each(['Microneedling', 'micro-needling', 'MICRO NEEDLING'])('covers %j', (word) =>
    expect(procedureCode(word)).toBe('microneedling'),
  )

  it.each(['RF microneedling', 'Microneedling with RF', 'Morpheus8'])(
    'never takes %j for needles without heat',
    (word) => expect(procedureCode(word)).toBe(word),
  )
})
