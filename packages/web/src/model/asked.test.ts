import { readFileSync } from 'node:fs'
import {
  applyPlan,
  assess,
  cautionOf,
  createPlanner,
  isOpen,
  parseSession,
} from '@afterglow/engine'
import { ask, createVocabulary } from '@afterglow/language'
import { readLedgers } from '@afterglow/ledger'
import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { subjectNames } from '../../build/ledger.ts'
import { exampleQuestions } from '../screens/ask/example-questions.ts'
import { askedSentence, understoodParts } from '../words/asked-words.ts'
import { createFormat } from '../words/format.ts'
import { LOCALES } from '../words/locale.ts'
import { createTexts } from '../words/texts.ts'
import { translatedInterface } from '../../../../tests/texts/patient-texts.ts'
import { askedParts, cardLevelOf, waysFrom } from './asked.ts'

const HOUR = 3_600_000
const ROOT = new URL('../../../../', import.meta.url)

const ledgers = readLedgers(undefined, { cache: false })
const session = parseSession(readJson('examples/session.json'))
if (!ledgers.ok || !session.ok) throw new Error('the example or the ledger cannot be read')
const protocols = ledgers.value.map(({ protocol }) => protocol)
const planner = createPlanner(protocols)
const plan = applyPlan(planner, session.value)
const names = subjectNames(protocols)
/** As the app makes it (screens/ask/load-ask.ts). */
const vocabulary = createVocabulary({
  subjects: planner.subjects,
  names: (code) => names[code] ?? [],
  // Our own files of synonyms.
  synonyms: LOCALES.map(
    (locale) =>
      readJson(`protocols/microneedling/synonyms.${locale}.json`) as Record<string, string[]>,
  ),
})
const texts = createTexts('en', ...protocols.map((one) => one.texts['en'] ?? {}))
const format = createFormat({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai' })
const i18n = setupI18n({ messages: { en: {} } })
i18n.activate('en')

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))
}

function asked(question: string, hours = 30) {
  const at = plan.anchor + hours * HOUR
  const care = {
    planner,
    session: session.ok ? session.value : fail(),
    plan,
    at,
    zone: 'Asia/Dubai',
  }
  const answer = ask({ ...care, vocabulary }, question)
  return { answer, care, parts: askedParts(care, answer), words: { i18n, texts, format, at } }
}

function fail(): never {
  throw new Error('no session')
}

const MESSAGES = [
  'can i swim on friday??',
  'can I wear makeup tonight and use retinol in 2 weeks',
  'can I use CeraVe cleanser now',
  'can i go to the gym, my skin is still very red',
  'can I swim, there is pus',
  'when can I use sunscreen',
  'can I take ibuprofen tomorrow',
  'i put on makeup yesterday',
]

describe('askedParts', () => {
  it('gives every part the status of the answer, never milder than the plan at that time', () => {
    for (const message of MESSAGES) {
      for (const hours of [1, 30, 100, 250, 900]) {
        const { answer, parts } = asked(message, hours)
        expect(parts.map(({ status }) => status)).toEqual(answer.parts.map(({ status }) => status))
        for (const { subject, at, status } of parts)
          expect(cautionOf(status), message).toBeGreaterThanOrEqual(
            cautionOf(assess(plan, subject, at).status),
          )
      }
    }
  })

  it('knows a day from an hour of it, and both from now', () => {
    expect(asked('can i swim on friday').parts[0]?.precision).toBe('day')
    expect(asked('can i swim tomorrow at 6pm').parts[0]?.precision).toBe('instant')
    expect(asked('can i swim').parts[0]?.precision).toBe('now')
  })
})

describe('askedSentence', () => {
  it('says that something is open only where its status is', () => {
    const shut = MESSAGES.flatMap((message) =>
      [1, 30, 100, 250, 900].flatMap((hours) => {
        const { parts, words } = asked(message, hours)
        const held = parts.filter(({ status }) => !isOpen(status))
        return held.map((part) => askedSentence(words, part))
      }),
    )
    expect(shut.length).toBeGreaterThan(10)
    expect(shut.filter((one) => /^Open(,| now| by| with| until)|^Nothing/.test(one))).toEqual([])
  })

  it('does not say now of another time', () => {
    const { parts, words } = asked('can I use sunscreen in 3 weeks', 30)
    expect(parts.map((part) => askedSentence(words, part)).join(' ')).not.toMatch(/\bnow\b/)
  })
})

describe('understoodParts', () => {
  it('says the subject, the day and how long after the session that is', () => {
    const { answer, words } = asked('can i swim on friday??', 30)
    expect(understoodParts(words, answer)).toEqual([
      'Swimming',
      expect.stringMatching(/^Friday \d+ \w+$/),
      expect.stringMatching(/^Day \d+ after your session$/),
    ])
  })

  it('says nothing of what it did not understand', () => {
    const { answer, words } = asked('who won the match')
    expect(answer.kind).toBe('unknown')
    expect(understoodParts(words, answer)).toEqual([])
  })
})

describe('waysFrom', () => {
  it('leads to the screen that holds the answer', () => {
    const screens = (question: string) =>
      waysFrom(asked(question).answer).map(({ screen }) => screen)
    expect(screens('when will I see results')).toEqual(['results'])
    expect(screens('when is my next session')).toEqual(['sessions'])
    expect(screens('who won the match')).toContain('help')
    expect(screens('can I swim, there is pus')).toContain('help')
  })

  it('leads from what was done to the page that takes it', () => {
    const { answer } = asked('wore makeup by accident after 12 hours')
    expect(waysFrom(answer)).toEqual([{ screen: 'can-i', subject: 'makeup' }])
  })
})

it('shows the card of the outcome, and all of them where there is none', () => {
  const { answer } = asked('there is pus and I have trouble breathing')
  expect(answer.kind).toBe('triage')
  expect(cardLevelOf(answer.disposition)).toBe('emergency')
  expect(cardLevelOf('urgent')).toBe('urgent')
  expect(cardLevelOf('contact-clinic')).toBe('contact')
  expect(cardLevelOf(null)).toBeUndefined()
})

it.each(LOCALES)('understands each of its own examples in %s', async (locale) => {
  const own = setupI18n({
    messages: { [locale]: locale === 'en' ? {} : await translatedInterface(locale) },
  })
  own.activate(locale)
  const answers = exampleQuestions(own).map((question) => asked(question, 60).answer)
  expect(answers.map(({ understood }) => understood.subjects[0])).toEqual([
    'swimming',
    'retinol',
    'makeup',
  ])
  expect(answers.map(({ kind }) => kind)).not.toContain('unknown')
  expect(answers[0]?.understood.times).toHaveLength(1)
  expect(answers[2]?.topic).toBe('done')
})
