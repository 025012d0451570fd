import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { ledgerTexts, type Locale, TRANSLATIONS } from './patient-texts.ts'

const texts = ledgerTexts('en')

const COLOUR = /\b(red|redness|redder|pink|purple|blue|yellow|green|white|gr[ea]y|pale|flushed)\b/i
/** How it feels, what shape it has, what it does: what a hand or a mirror in bad light still finds. */
const NOT_COLOUR =
  /\b(feels?|hot|heat|warm|warmer|hotter|cool|cold|damp|tight|sore|hurts?|pain|painful|itch|itchy|tingle|burn|smell|raised|rough|dry|flat|firm|thick|cloudy|wet|swollen|swelling|puffy|blood|grows?|spreads?|move|loose|pinhead|dots|bumps?|spots|lump|ridge|press|pus|fluid)\b/i
/** Shown by colour above all on white skin; how they look on darker skin has to be said. */
const SEEN_BY_REDNESS = /\b(red|redness|pink|purple|blue|pale|flushed)\b/i
const ON_DARKER_SKIN: Readonly<Record<Locale, RegExp>> = {
  en: /brown (or|and|to) black skin|brown skin|black skin/i,
  es: /piel(es)? (\S+ ){0,3}(negra|morena|marr[oó]n|oscura)/i,
  ar: /(البشرة|بشرة|الجلد)( \S+){0,3} (البنية|بنية|السمراء|سمراء|السوداء|سوداء|الداكنة|داكنة|البني|الأسود|الداكن)/,
  ur: /(سانولی|گندمی|بھوری|براؤن|کالی|سیاہ|گہری)( \S+){0,4} (جلد|رنگت)/,
}

/** A change of colour can only be told as one; it is measured against the person's own skin, not by a name. */
const IS_A_CHANGE_OF_COLOUR = ['sign.pigment-change']

function keysOf(kind: string): readonly string[] {
  return Object.keys(texts).filter((key) => key.startsWith(`${kind}.`))
}

function textOf(key: string): string {
  return texts[key] ?? ''
}

describe('signs on every skin', () => {
  it('knows how to tell every sign without its colour', () => {
    const told = keysOf('sign').filter((key) => !IS_A_CHANGE_OF_COLOUR.includes(key))
    expect(told.length).toBeGreaterThan(30)
    const byColour = told.filter((key) => COLOUR.test(textOf(key)))
    expect(byColour.length).toBeGreaterThan(5)
    expect(byColour.filter((key) => !NOT_COLOUR.test(textOf(key)))).toEqual([])
  })

  it('says how a flush looks on brown or black skin, wherever it is a sign', () => {
    const flushed = keysOf('sign').filter((key) => SEEN_BY_REDNESS.test(textOf(key)))
    expect(flushed).toContain('sign.erythema')
    expect(flushed.filter((key) => !ON_DARKER_SKIN.en.test(textOf(key)))).toEqual([])
  })

  it('compares a change of colour with the skin around it', () => {
    expect(textOf('sign.pigment-change')).toMatch(/than the skin around/)
  })

  it('tells nobody to look for a colour alone in a red flag or in the safety net', () => {
    const told = [...keysOf('red-flag'), ...keysOf('safety-net'), ...keysOf('care-card')]
    const coloured = told.filter((key) => COLOUR.test(textOf(key)))
    expect(coloured.filter((key) => !NOT_COLOUR.test(textOf(key)))).toEqual([])
  })

  it('describes every sign that a red flag waits for', () => {
    const read = readLedgers(undefined, { cache: false })
    const flags = read.ok ? read.value.flatMap(({ protocol }) => protocol.triage.redFlags) : []
    const signs = JSON.stringify(flags).match(/"sign":"[a-z-]+"/g) ?? []
    expect(signs.length).toBeGreaterThan(20)
    const codes = signs.map((one) => one.slice('"sign":"'.length, -1))
    expect(codes.filter((code) => textOf(`sign.${code}`) === '')).toEqual([])
  })

  it.each(TRANSLATIONS)('keeps the words about darker skin in %s', (locale) => {
    const translated = ledgerTexts(locale)
    const spoken = Object.keys(texts).filter((key) => ON_DARKER_SKIN.en.test(textOf(key)))
    expect(spoken.length).toBeGreaterThan(5)
    const lost = spoken.filter((key) => !ON_DARKER_SKIN[locale].test(translated[key] ?? ''))
    expect(lost).toEqual([])
  })
})
