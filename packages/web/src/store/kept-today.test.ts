import { describe, expect, it } from 'vitest'
import { type KeptToday, pictureOf, type Present } from './kept-today.ts'
import { packed } from './packed.ts'

const RECORD = { version: 1, session: { zone: 'Asia/Dubai', events: [] }, ticked: {} }
const KEPT: KeptToday = {
  build: 'https://example.org/assets/first-1.js',
  record: JSON.stringify(RECORD),
  languages: 'en-GB,ar',
  zone: 'Asia/Dubai',
  title: 'Today',
  lang: 'en',
  dir: 'ltr',
  pictures: packed([{ from: 1000, until: 2000, markup: '<div></div>' }]),
}

const NOW: Present = {
  build: KEPT.build,
  record: RECORD,
  languages: KEPT.languages,
  zone: KEPT.zone,
  at: 1500,
}

function isShown(now: Partial<Present>, kept: Partial<KeptToday> = {}): boolean {
  return pictureOf({ ...KEPT, ...kept }, { ...NOW, ...now }) !== null
}

describe('pictureOf', () => {
  it('holds where nothing has changed', () => {
    expect(isShown({})).toBe(true)
  })

  it('holds from the instant it was drawn until the next change, and not at that', () => {
    const holdsAt = (at: number) => isShown({ at })
    expect([1000, 1999].map(holdsAt)).toEqual([true, true])
    expect([2000, 1_000_000].map(holdsAt)).toEqual([false, false])
  })

  it('shows nothing where the clock was set back before it was drawn, or has no time', () => {
    expect(isShown({ at: 999 })).toBe(false)
    expect(isShown({ at: Number.NaN })).toBe(false)
  })

  it('shows nothing once anything in the record is another', () => {
    const event = { type: 'check-in', at: 1200, signs: [] }
    const others: readonly unknown[] = [
      { ...RECORD, session: { ...RECORD.session, events: [event] } },
      { ...RECORD, ticked: { '2026-11-22': ['cleanse'] } },
      { ...RECORD, locale: 'ar' },
      { ...RECORD, session: null },
      null,
      undefined,
    ]
    for (const record of others) expect(isShown({ record })).toBe(false)
  })

  it('shows nothing of another version of the app, in another language or zone', () => {
    const others: readonly Partial<Present>[] = [
      { build: 'https://example.org/assets/first-2.js' },
      { languages: 'ar' },
      { zone: 'Europe/London' },
    ]
    for (const one of others) expect(isShown(one)).toBe(false)
  })

  it('shows nothing where no version is known, even twice', () => {
    expect(isShown({ build: '' }, { build: '' })).toBe(false)
  })
})
