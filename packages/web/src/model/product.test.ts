import { readFileSync } from 'node:fs'
import { applyPlan, assess, createPlanner, isOpen, parseSession } from '@afterglow/engine'
import { label } from '@afterglow/language'
import { readLedgers } from '@afterglow/ledger'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { openingText, verdictText } from '../screens/products/product-words.ts'
import { createFormat } from '../words/format.ts'
import { createTexts } from '../words/texts.ts'
import { productAnswer } from './product.ts'

const HOUR = 3_600_000
const ledgers = readLedgers(undefined, { cache: false })
const session = parseSession(
  JSON.parse(readFileSync(new URL('../../../../examples/session.json', import.meta.url), 'utf8')),
)
if (!ledgers.ok || !session.ok) throw new Error('the example or the ledger cannot be read')
const protocols = ledgers.value.map(({ protocol }) => protocol)
const planner = createPlanner(protocols)
const { value } = session
const plan = applyPlan(planner, value)
const texts = createTexts('en', ...protocols.map((one) => one.texts['en'] ?? {}))
const format = createFormat({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai' })
const i18n = setupI18n({ messages: { en: {} } })
i18n.activate('en')

function judged(ingredients: string, { hours = 30, product = '' } = {}) {
  const at = plan.anchor + hours * HOUR
  const care = { planner, session: value, plan, at, zone: 'Asia/Dubai' }
  const answer = productAnswer(care, label(plan, { ingredients, product, at }))
  return { answer, words: { i18n, texts, format, at } }
}

describe('productAnswer', () => {
  it('names the ingredient that decides first, with the status that the plan gives it', () => {
    const { answer, words } = judged('Aqua, Glycerin, Retinol, Parfum')
    expect(answer.verdict).toBe('avoid')
    expect(answer.deciding?.finding.ingredient).toBe('Retinol')
    expect(answer.groups[0]?.subject).toBe('retinol')
    for (const group of answer.groups)
      expect(group.status).toBe(assess(plan, group.subject, words.at).status)
  })

  it('lists what is recommended apart, each once', () => {
    const { answer } = judged('Aqua, Glycerin, Panthenol, Glycerin')
    expect(answer.verdict).toBe('ok')
    expect(answer.recommended).toContain('Panthenol')
    expect(new Set(answer.recommended).size).toBe(answer.recommended.length)
    expect(answer.groups.flatMap(({ findings }) => findings.map((one) => one.ingredient))).toEqual(
      [],
    )
  })

  it('shows what it does not know, and is not free of it', () => {
    const { answer } = judged('Aqua, Glycerin, Xyzzyol')
    expect(answer.unrecognised).toEqual(['Xyzzyol'])
    expect(answer.limits).toContain('unrecognised')
    expect(answer.verdict).not.toBe('ok')
  })

  it('has the mark of an open status for a verdict of fine or care alone', () => {
    for (const list of ['Retinol', 'Aqua, Glycerin', 'Aqua, Xyzzyol', '', 'qq ww ee rr tt']) {
      for (const hours of [1, 30, 100, 400, 900]) {
        const { verdict, mark } = judged(list, { hours }).answer
        expect(isOpen(mark), `${list} after ${hours} hours`).toBe(
          verdict === 'ok' || verdict === 'caution',
        )
      }
    }
  })
})

describe('the words on a product', () => {
  it('give a time that opens it only where the whole of it opens', () => {
    const { answer, words } = judged('Aqua, Retinol')
    const until = answer.opensAt ?? answer.deciding?.finding.nextChangeAt ?? 0
    expect(openingText(words, answer)).toContain(format.dayTime(until, words.at))
    const sunscreen = judged('Aqua, Glycerin', { product: 'Sunscreen SPF 50' })
    expect(verdictText(i18n, sunscreen.answer)).toBe('We cannot clear this')
    expect(openingText(sunscreen.words, sunscreen.answer)).toMatch(/^Ask your clinic/)
    expect(sunscreen.answer.opensAt).toBeNull()
  })

  it('say that it is fine of an open list, and never of another', () => {
    const gentle = judged('Aqua, Glycerin, Panthenol')
    expect(verdictText(i18n, gentle.answer)).toBe('Fine now, by its list')
    const sharp = judged('Aqua, Glycolic Acid')
    expect(verdictText(i18n, sharp.answer)).toBe('Not yet')
  })
})
