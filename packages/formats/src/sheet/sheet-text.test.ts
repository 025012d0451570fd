import { applyPlan, createPlanner, type Session } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { readLedgers } from '../../../ledger/src/index.ts'
import { readStories } from '../../../../tests/scenarios/story.ts'
import { position, session as made, subject, subjects } from '../../../../tests/support/protocol.ts'
import { englishSheetWords } from '../english/english-sheet.ts'
import { sheetOf } from './sheet.ts'
import { sheetText } from './sheet-text.ts'
import type { SheetWords } from './sheet-words.ts'

const HOUR_MS = 3_600_000

const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))
const texts = new Map(
  planner.shelves.flatMap(({ compiled }) => Object.entries(compiled.protocol.texts['en'] ?? {})),
)

/** A text that is missing fails the test that asks for it. */
function text(key: string): string {
  const found = texts.get(key)
  if (found === undefined) throw new Error(`no text ${key}`)
  return found
}

function linesOf(session: Session, hours: number, words: SheetWords): readonly string[] {
  const plan = applyPlan(planner, session)
  return sheetText(sheetOf({ planner, session, plan, at: plan.anchor + hours * HOUR_MS }), words)
}

const FORBIDDEN =
  /diagnos|detect|(?<!if )you have an? |infection confirmed|safe to|normal for you|no need to see|guarantee|% risk/i

describe('sheetText', () => {
  const small = createPlanner([
    subjects(
      subject('swimming', [position('s', 'avoid', { window: { until: 'PT48H' } })]),
      subject('pool', [position('p', 'avoid', { window: { until: 'PT24H' } })], {
        broader: 'swimming',
      }),
      subject('makeup', [
        position('m', 'avoid', {
          source: 'second',
          window: { until: 'PT24H', and: 'settled', signs: ['erythema'] },
        }),
      ]),
      subject('retinol', [position('r', 'avoid', { window: { until: 'cleared' } })]),
      subject('tablets', [position('t', 'ask')], { medicine: true }),
    ),
  ])

  function smallLines(session: Session, words: Partial<SheetWords> = {}): readonly string[] {
    const plan = applyPlan(small, session)
    const english = englishSheetWords((key) => key.replace(/^\w+\./, ''))
    const sheet = sheetOf({ planner: small, session, plan, at: plan.anchor + HOUR_MS })
    return sheetText(sheet, { ...english, ...words })
  }

  it('writes out each answer with its time, its condition and the number of its source, under its opening', () => {
    const lines = smallLines(made())
    const from = lines.indexOf('Opens Sun 11 Jan 2026, 10:00')
    expect(lines.slice(from, from + 10)).toEqual([
      'Opens Sun 11 Jan 2026, 10:00',
      'makeup: not yet until Sun 11 Jan 2026, 10:00 [2]; then with care (only if these are gone: erythema) until Sun 25 Jan 2026, 10:00 [2]; then fine',
      '',
      'Opens Mon 12 Jan 2026, 10:00',
      'swimming (pool): not yet until Mon 12 Jan 2026, 10:00 [1]; then fine',
      '',
      'Ask your clinic first',
      'retinol: not yet until Sat 17 Jan 2026, 10:00 [1]; then ask your clinic first [1]',
      'tablets: ask your clinic first [1]',
      'Do not stop or change a prescribed medicine on your own.',
    ])
    expect(lines).toContain('2. Second: "Second" (review, no date, not graded)')
  })

  it('names a clinician who decides by name, and never as a source of the ledger', () => {
    const lines = smallLines(
      made({
        events: [
          {
            type: 'override',
            at: '2026-01-10T10:30:00Z',
            subject: 'swimming',
            window: 'P7D',
            by: 'first',
            reason: 'x',
          },
        ],
      }),
    )
    const swimming = lines.find((line) => line.startsWith('swimming'))
    expect(swimming).toContain('until Sat 17 Jan 2026, 10:00 [your clinician, first]')
  })

  it('isolates names, times and codes where writing runs from right to left', () => {
    const lines = smallLines(made(), { direction: 'rtl' })
    const swimming = lines.find((line) => line.includes('swimming'))
    expect(swimming).toContain('\u2068swimming\u2069 (\u2068pool\u2069)')
    expect(swimming).toContain('\u2068Mon 12 Jan 2026, 10:00\u2069')
    for (const line of lines) expect(line.split('\u2068').length).toBe(line.split('\u2069').length)
  })

  it.each(readStories())(
    'prints $name in English: every text there, every subject named, nothing forbidden',
    ({ session }) => {
      const words = englishSheetWords(text)
      const { subjects: all } = applyPlan(planner, session)
      for (const hours of [-24, 1, 24 * 9]) {
        const lines = linesOf(session, hours, words)
        const whole = lines.join('\n')
        expect(whole.match(FORBIDDEN)?.[0]).toBe(undefined)
        expect(whole).not.toMatch(/undefined|null|NaN|\[object/)
        const unnamed = Object.keys(all).filter(
          (code) => !all[code]?.group && !whole.includes(words.subject(code)),
        )
        expect(unnamed).toEqual([])
        expect(lines.at(-1)).toBe(words.footer)
      }
    },
  )

  it.each([
    ['01', 3],
    ['09', 3],
    ['18', -20 * 24],
  ] as const)('prints story %s as it was read and approved', async (prefix, hours) => {
    const story = readStories().find(({ name }) => name.startsWith(prefix))
    if (!story) throw new Error(`no story ${prefix}`)
    const lines = linesOf(story.session, hours, englishSheetWords(text))
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${story.name}.txt`)
  })

  it('says which session an answer counts from where there are several', () => {
    const session = readStories().find(({ name }) => name.startsWith('25'))?.session
    if (!session) throw new Error('no story')
    const lines = linesOf(session, 24, englishSheetWords(text))
    const makeup = lines.find((line) => line.startsWith('Makeup'))
    expect(makeup).toContain('after session 1, microneedling]')
    expect(makeup).toContain('after session 2, microneedling]')
  })
})
