import { readFileSync } from 'node:fs'
import * as engine from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { CODE_TABLE } from './code-table.ts'
import { SHORT_WORDS } from './short-words.ts'
import { ZONE_TABLE } from './zone-table.ts'

type Tables = Readonly<Record<string, readonly string[]>>

const tables: Tables = { ...CODE_TABLE, zones: ZONE_TABLE }
// Written once; words are added to its lists' ends together with the tables'.
const pinned = JSON.parse(
  readFileSync(new URL('tables.golden.json', import.meta.url), 'utf8'),
) as Tables

describe('the published tables', () => {
  it('keep every word at its place: an old link never changes its meaning', () => {
    expect(Object.keys(pinned).length).toBeGreaterThan(10)
    for (const [name, words] of Object.entries(pinned))
      expect({ [name]: tables[name]?.slice(0, words.length) }).toEqual({ [name]: words })
  })

  it('name each word once', () => {
    for (const [name, words] of Object.entries(tables))
      expect([name, words.filter((word, k) => words.indexOf(word) < k)]).toEqual([name, []])
  })

  it('have every code of the engine: a code that is spelled makes links long', () => {
    const missing = (words: readonly string[], codes: readonly string[]) =>
      codes.filter((code) => !words.includes(code))
    expect(missing(CODE_TABLE.procedures, engine.PROCEDURE_CODES)).toEqual([])
    expect(missing(CODE_TABLE.devices, engine.DEVICES)).toEqual([])
    expect(missing(CODE_TABLE.bodySites, engine.BODY_SITES)).toEqual([])
    expect(missing(CODE_TABLE.adjuncts, engine.ADJUNCTS)).toEqual([])
    expect(missing(CODE_TABLE.settings, engine.SETTINGS)).toEqual([])
    expect(missing(CODE_TABLE.indications, engine.INDICATIONS)).toEqual([])
    expect(missing(CODE_TABLE.history, engine.HISTORY)).toEqual([])
    expect(missing(CODE_TABLE.medicines, engine.MEDICINES)).toEqual([])
    expect(missing(CODE_TABLE.signs, engine.SIGNS)).toEqual([])
  })

  it('name zones that a device knows, in no more than a short code can number', () => {
    expect(ZONE_TABLE.filter((zone) => !engine.isZone(zone))).toEqual([])
    expect(ZONE_TABLE.length).toBeLessThan(1023)
  })

  it('give short codes as many words as they have bits for', () => {
    const sizes = Object.entries(SHORT_WORDS).map(([name, words]) => [name, words.length])
    expect(Object.fromEntries(sizes)).toEqual({
      devices: 5,
      settings: 2,
      bodySites: 11,
      adjuncts: 6,
      medicines: 7,
      history: 12,
    })
  })
})
