import { describe, expect, it } from 'vitest'
import { readMessage } from './message.ts'
import {
  headOf,
  INTERFACES,
  interfaceTexts,
  ledgerTexts,
  type Texts,
  TRANSLATIONS,
  translatedInterface,
} from './patient-texts.ts'

const ledger = ledgerTexts('en')

const ISOLATES = /[\u2066-\u2068]/gu
const END_OF_ISOLATE = /\u2069/gu
/** Embeddings and overrides: older, and able to turn what stands beside them around. */
const OTHER_CONTROLS = /[\u202A-\u202E]/u

function piecesOf(text: string): string {
  return readMessage(text).pieces.join(' ')
}

/** Every number of a text in Latin digits, without marks inside: `1,029`, `1.029` and `١٬٠٢٩` are one. */
function numbersIn(text: string): readonly string[] {
  const latin = text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
  return latin.replaceAll(/(?<=\d)[.,٫٬\u00A0\u202F](?=\d)/g, '').match(/\d+/g) ?? []
}

/** Numbers of the English text that its translation lacks, by key. */
function lostNumbers(english: Texts, translated: Texts): readonly string[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const there = numbersIn(piecesOf(translated[key] ?? ''))
    return numbersIn(piecesOf(text))
      .filter((number) => !there.includes(number))
      .map((number) => `${key}: ${number}`)
  })
}

/** Messages that fill in other names than the English one does. */
function otherNames(english: Texts, translated: Texts): readonly string[] {
  return Object.keys(english).filter((key) => {
    const names = readMessage(translated[key] ?? '').names
    return names.join() !== readMessage(english[key] ?? '').names.join()
  })
}

function unbalanced(texts: Texts): readonly string[] {
  return Object.keys(texts).filter((key) => {
    const text = texts[key] ?? ''
    const opened = text.match(ISOLATES)?.length ?? 0
    return opened !== (text.match(END_OF_ISOLATE)?.length ?? 0) || OTHER_CONTROLS.test(text)
  })
}

/** Texts that nobody translated, short names apart: `AHA` is `AHA` everywhere. */
function leftInEnglish(english: Texts, translated: Texts): readonly string[] {
  return Object.keys(english).filter((key) => {
    const text = english[key] ?? ''
    return translated[key] === text && text.split(/\s+/).length > 3
  })
}

it('reads numbers in any digits and with any marks', () => {
  expect(numbersIn('1,029 people, 37.5 °C')).toEqual(['1029', '375'])
  expect(numbersIn('١٬٠٢٩ و٣٧٫٥')).toEqual(['1029', '375'])
  expect(numbersIn('۲ سے ۳ دن')).toEqual(['2', '3'])
})

describe.each(TRANSLATIONS)('the ledger in %s', (locale) => {
  const translated = ledgerTexts(locale)

  it('has every key and no other', () => {
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(ledger).toSorted())
  })

  it('leaves nothing empty and nothing in English', () => {
    expect(Object.keys(translated).filter((key) => translated[key]?.trim() === '')).toEqual([])
    expect(leftInEnglish(ledger, translated)).toEqual([])
  })

  it('keeps every number', () => {
    expect(lostNumbers(ledger, translated)).toEqual([])
  })

  it('has its direction marks in pairs', () => {
    expect(unbalanced(translated)).toEqual([])
  })

  it('says at its head that it is a draft until a clinician has reviewed it', () => {
    expect(headOf(locale)).toMatch(/draft/i)
    expect(headOf(locale)).toMatch(/clinician/i)
  })
})

const READ = INTERFACES.flatMap((which) => TRANSLATIONS.map((locale) => [which, locale] as const))

describe.each(READ)('the %s in %s', (which, locale) => {
  const english = interfaceTexts(which)

  it('has every message and no other', async () => {
    const translated = await translatedInterface(locale, which)
    expect(Object.keys(english).length).toBeGreaterThan(100)
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(english).toSorted())
  })

  it('leaves nothing in English', async () => {
    expect(leftInEnglish(english, await translatedInterface(locale, which))).toEqual([])
  })

  it('fills in the same names', async () => {
    expect(otherNames(english, await translatedInterface(locale, which))).toEqual([])
  })

  it('keeps every number', async () => {
    expect(lostNumbers(english, await translatedInterface(locale, which))).toEqual([])
  })

  it('has its direction marks in pairs', async () => {
    expect(unbalanced(await translatedInterface(locale, which))).toEqual([])
  })
})

it('English has its direction marks in pairs too', () => {
  const texts = [ledger, ...INTERFACES.map((which) => interfaceTexts(which))]
  expect(texts.flatMap(unbalanced)).toEqual([])
})
