import { describe, expect, it } from 'vitest'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readDocument } from './proofs.ts'

const ROOT = join(import.meta.dirname, '../..')
const document = readDocument('docs/asvs.md')

/** The requirements of levels 1 and 2 in ASVS 5.0.0: of each section the last number; those of level 3 stand behind it. */
const SECTIONS =
  '1.1.2 1.2.9 1.3.11 1.4.3 1.5.2 2.1.3 2.2.3 2.3.4 2.4.1 3.2.2 3.3.4 3.4.6 3.5.5 3.7.2 4.1.3 4.2.1 4.3.2 4.4.4 5.1.1 5.2.3 5.3.2 5.4.3 6.1.3 6.2.12 6.3.4 6.4.4 6.5.5 6.6.3 6.8.4 7.1.3 7.2.4 7.3.2 7.4.5 7.5.2 7.6.2 8.1.2 8.2.3 8.3.1 8.4.1 9.1.3 9.2.4 10.1.2 10.2.2 10.3.4 10.4.11 10.5.5 10.6.2 10.7.3 11.1.2 11.2.3 11.3.3 11.4.4 11.5.1 11.6.1 12.1.3 12.2.2 12.3.4 13.1.1 13.2.5 13.3.2 13.4.5 14.1.2 14.2.4 14.3.3 15.1.3 15.2.3 15.3.7 16.1.1 16.2.5 16.3.4 16.4.3 16.5.3 17.1.1 17.2.4 17.3.2'.split(
    ' ',
  )

interface Row {
  readonly numbers: readonly string[]
  readonly state: string
  readonly exception: number | null
  readonly held: string
}

function rows(): readonly Row[] {
  const lines = document.matchAll(
    /^\| (\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))? [^|]+ \| (met|not applicable|exception (\d+)) \|([^|]*)\|$/gm,
  )
  return [...lines].map(([, first = '', last = first, state = '', exception, held = '']) => ({
    numbers: upTo(last).slice(upTo(first).length - 1),
    state,
    exception: exception === undefined ? null : Number(exception),
    held,
  }))
}

/** `1.2.3` is 1.2.1, 1.2.2 and 1.2.3. */
function upTo(last: string): readonly string[] {
  const [chapter, section, count] = last.split('.')
  return Array.from({ length: Number(count) }, (_, k) => `${chapter}.${section}.${k + 1}`)
}

/** Of each exception the requirements that it is of, as the list at the end names them. */
function exceptions(): readonly (readonly string[])[] {
  const list = document.split('\n## Exceptions\n')[1] ?? ''
  return [...list.matchAll(/^(\d+)\. \*\*([\d., ]+)\.\*\*/gm)].map(([, number, names = ''], k) => {
    expect(Number(number)).toBe(k + 1)
    return names.split(', ')
  })
}

/** Of each chapter how many requirements are met, not applicable and excepted, as security.md sums them up. */
function summary(): readonly string[] {
  const table = readDocument('docs/security.md').matchAll(/^\| (\d+) [^|]+((?:\| \d+ ){3})\|$/gm)
  return [...table].map(([, chapter = '', counts = '']) =>
    [chapter, ...(counts.match(/\d+/g) ?? [])].join(' '),
  )
}

describe('the self-assessment against ASVS', () => {
  it('says of every requirement of levels 1 and 2 how it stands, once and in order', () => {
    const all = SECTIONS.flatMap(upTo)
    expect(all).toHaveLength(253)
    expect(rows().flatMap(({ numbers }) => numbers)).toEqual(all)
  })

  it('names the reason of every exception, and no other', () => {
    const listed = exceptions()
    const told = listed.map((_, k) =>
      rows()
        .filter(({ exception }) => exception === k + 1)
        .flatMap(({ numbers }) => numbers),
    )
    expect(told).toEqual(listed)
    for (const { exception } of rows()) expect(exception ?? 1).toBeLessThanOrEqual(listed.length)
  })

  it('is summed up rightly where it is summed up', () => {
    const chapters = Array.from({ length: 17 }, (_, k) => `${k + 1}`)
    const counted = chapters.map((chapter) => {
      const own = rows().filter(({ numbers }) => numbers[0]?.startsWith(`${chapter}.`))
      const count = (kind: string) =>
        own.filter(({ state }) => state.startsWith(kind)).flatMap(({ numbers }) => numbers).length
      return [chapter, count('met'), count('not applicable'), count('exception')].join(' ')
    })
    expect(summary()).toEqual(counted)
  })

  it('names files that exist', () => {
    const there = new Set(
      ['packages/*/src/**/*.ts', 'tests/**/*.ts', 'scripts/*.ts'].flatMap((pattern) =>
        globSync(pattern, { cwd: ROOT }).map((path) => basename(path)),
      ),
    )
    const named = rows().flatMap(({ held }) => held.match(/(?<=`)[\w.-]+\.ts(?=`)/g) ?? [])
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter((name) => !there.has(name))).toEqual([])
  })

  it('says of nothing that it is met without what holds it', () => {
    const met = rows().filter(({ state }) => state === 'met')
    expect(met.filter(({ held }) => held.trim() === '')).toEqual([])
  })
})
