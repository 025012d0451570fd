import { assess, cautionOf, formatInstant, isOpen, SIGNS, urgencyOf } from '@afterglow/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextAt, textOf } from '../../../../tests/support/ask-context.ts'
import type { AskAnswer } from './answer.ts'
import { ask } from './ask.ts'
import { ALARM_ROWS, OTHER_ROWS } from './sign-words.ts'

const WEDNESDAY = contextAt(50)

function brief({ kind, topic, parts }: AskAnswer): string {
  const all = parts.map(({ subject, status }) => `${subject} ${status}`)
  return [topic ?? kind, ...all].join(', ')
}

const ALARMS = [
  ['there is pus coming out', 'urgent'],
  ['I have a fever of 38,5', 'urgent'],
  ['the redness is spreading and hot', 'urgent'],
  ['blisters around my lips', 'urgent'],
  ['my thraot is swellling', 'emergency'],
  ['i cant breth', 'emergency'],
  ['feeling dizzy and faint', 'emergency'],
  ['it wont stop bleeding', 'emergency'],
  ['the pain is getting worse', 'urgent'],
  ['my vision is blurry', 'emergency'],
  ['one side of my face is drooping', 'emergency'],
  ['tengo fiebre', 'urgent'],
  ['no puedo respirar', 'emergency'],
  ['صعوبة في التنفس', 'emergency'],
  ['أشعر بدوخة', 'emergency'],
  ['پیپ نکل رہی ہے', 'urgent'],
  ['سانس لینے میں مشکل', 'emergency'],
  ['saans lene mein mushkil', 'emergency'],
  ['bukhar hai', 'urgent'],
  // A word known by its beginning alone, with others near it.
  ['ہونٹ سوج گئے ہیں', 'emergency'],
  ['temp 38.6', 'urgent'],
  ['مغشي عليه', 'emergency'],
  ['امي مغشي عليها', 'emergency'],
  ['i have to work to breath', 'emergency'],
  ['mucho dolo', 'urgent'],
] as const

describe('ask', () => {
  it.each([
    ['can i swim on friday??', 'verdict, swimming avoid'],
    ['wore makeup by accident after 12 hours', 'done, makeup avoid'],
    ['cuándo puedo usar retinol', 'verdict, retinol avoid'],
    ['is it normal that im still flaking day 6', 'is-normal'],
    ['what should i put on my face', 'what-to-use'],
    ['when do i see results', 'results'],
    ['when is my next session', 'next-session'],
    ['what is microneedling', 'what-is'],
    ['how long does redness last', 'course'],
    ['whats the weather on friday', 'unknown'],
    ['can i donate blood', 'unknown'],
    ['can i eat spicy food', 'unknown'],
  ])('%s: %s', (q, expected) => {
    expect(brief(ask(WEDNESDAY, q))).toBe(expected)
  })

  it.each(ALARMS)('never answers %s with a verdict: %s', (q, disposition) => {
    const answer = ask(WEDNESDAY, q)
    expect(answer.kind).toBe('triage')
    expect(urgencyOf(answer.disposition ?? 'expected')).toBeGreaterThanOrEqual(
      urgencyOf(disposition),
    )
  })

  it('answers each part of a message at its own time', () => {
    const { parts, status } = ask(
      WEDNESDAY,
      'can i go swimming tomorrow and wear makeup on saturday',
    )
    const told = parts.map(({ subject, at }) => [
      subject,
      formatInstant(at, WEDNESDAY.zone).slice(0, 10),
    ])
    expect(told).toEqual([
      ['swimming', '2026-11-19'],
      ['makeup', '2026-11-21'],
    ])
    expect(status).toBe('avoid')
  })

  it('names every meaning of an ambiguous word, and the most cautious one governs', () => {
    const [part] = ask(WEDNESDAY, 'can i have a shower').parts
    expect(part).toMatchObject({
      subject: 'hot-shower',
      status: 'avoid',
      others: ['lukewarm-shower'],
    })
  })

  it.each([
    'can i swim within 2 weeks',
    'can i swim sooner than 2 weeks',
    'less than 2 weeks, pool ok?',
    'can i swim before 5 december',
    'can i swim until 5 december',
    'can i drink throughout the next 3 weeks',
    'puedo nadar durante 3 semanas',
    'kya main 20 din tak swimming kar sakti hun',
    'i am flying in 20 days, can i swim in the pool?',
    'my appointment is in 15 days, can i drink',
    'they told me wait 2 weeks but can i drink',
    'i cant wait 20 days, can i swim',
    'my friend swam 15 days after hers, can i swim?',
    'سفري بعد 20 يوم هل أقدر أسبح',
    'هل أستطيع السباحة خلال 20 يوم',
  ])('takes a limit, a duration or another time for no leave: %s', (q) => {
    const { status } = ask(WEDNESDAY, q)
    expect([q, status !== null && isOpen(status)]).toEqual([q, false])
  })

  it('clears no product by its name alone', () => {
    const [plain] = ask(WEDNESDAY, 'can i use moisturizer').parts
    const [named] = ask(WEDNESDAY, 'can i use cerave moisturizer').parts
    expect(plain?.status).toBe('recommended')
    expect(named).toMatchObject({
      subject: 'moisturiser',
      status: 'caution',
      raisedBy: ['product'],
    })
  })

  it('takes as denied only what is denied beyond doubt, and still says what to watch for', () => {
    const denying = 'no pus and no fever, can i wear makeup'
    const answer = ask(WEDNESDAY, denying)
    expect(brief(answer)).toBe('verdict, makeup avoid')
    expect(answer.understood.denied).toEqual(['purulent-discharge', 'fever'])
    expect(textOf(WEDNESDAY, denying)).toContain('Get help if it comes: Pus, Fever')
    for (const q of [
      'no sleep, fever',
      'no, pus',
      'not sure if it is pus',
      'no pus yesterday but pus now',
    ])
      expect(ask(WEDNESDAY, q).kind, q).toBe('triage')
  })

  it('says back what it understood, in the language wanted', () => {
    expect(textOf(WEDNESDAY, 'can i swim on friday')).toMatch(
      /^Not yet: Swimming, Fri 20 Nov.*\nWe understood: Swimming/,
    )
    const words = { ...WEDNESDAY.words, locale: 'es' as const }
    expect(textOf({ ...WEDNESDAY, words }, 'puedo nadar')).toMatch(/^Todavía no/)
  })

  it('answers of a session still to come what the engine says before it', () => {
    const before = contextAt(-48)
    expect(brief(ask(before, 'can i wear makeup'))).toBe('verdict, makeup unknown')
    expect(brief(ask(before, 'can i swim after my session'))).toBe('verdict, swimming avoid')
  })

  it('knows only signs that the engine knows', () => {
    const signs = [...ALARM_ROWS, ...OTHER_ROWS].map(({ sign }) => sign)
    expect(signs.filter((sign) => !SIGNS.includes(sign))).toEqual([])
  })
})

const QUESTIONS = [
  'can i swim on friday',
  'can i use retinol in 2 weeks and go to the gym tomorrow',
  'is makeup ok day 3',
  'puedo tomar el sol el sabado',
  'kal makeup laga sakti hun',
  'هل يمكنني وضع المكياج غدا',
  'moisturizer after 1 hour',
  '25/11 or 12/11 sauna at 6pm',
]
const WORDS = QUESTIONS.flatMap((q) => q.split(' ')).concat(
  'please hello doctor very slightly ? . and 3 weeks day cerave red better'.split(' '),
)
const someWords = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 12 })
  .map((words) => words.join(' '))
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), someWords)

describe('laws of ask', () => {
  it('keeps an alarm whatever is said before and after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALARMS), someWords, someWords, ([q, least], before, after) => {
        const { kind, disposition } = ask(WEDNESDAY, `${before} ${q} ${after}`)
        expect(kind).toBe('triage')
        expect(urgencyOf(disposition ?? 'expected')).toBeGreaterThanOrEqual(urgencyOf(least))
      }),
    )
  })

  it('is open only where the engine is, for that subject and time', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: -200, max: 900 }), (q, hours) => {
        const context = contextAt(hours)
        for (const { subject, at, status } of ask(context, q).parts) {
          const engine = assess(context.plan, subject, at).status
          expect(cautionOf(status)).toBeGreaterThanOrEqual(cautionOf(engine))
          if (isOpen(status)) expect(isOpen(engine)).toBe(true)
        }
      }),
    )
  })

  it('opens nothing by a short word with a letter wrong, which may be another word', () => {
    const { known } = WEDNESDAY.vocabulary.near
    const short = [...WEDNESDAY.vocabulary.subjects.phrases.keys()].filter((word) =>
      /^\p{L}{4,5}$/u.test(word),
    )
    const letters = fc.constantFrom(...Array.from('aeiklnorstxzابتدرسغكلمني'))
    fc.assert(
      fc.property(fc.constantFrom(...short), fc.nat(4), letters, (word, k, letter) => {
        const place = 1 + (k % (word.length - 1))
        const slip = word.slice(0, place) + letter + word.slice(place + 1)
        fc.pre(!known.has(slip))
        const { status } = ask(WEDNESDAY, slip)
        expect([slip, status !== null && isOpen(status)]).toEqual([slip, false])
      }),
      { numRuns: 1000 },
    )
  })

  it('has the status of its most cautious part', () => {
    fc.assert(
      fc.property(someWords, (q) => {
        const { parts, status } = ask(WEDNESDAY, q)
        const most = Math.max(...parts.map((part) => cautionOf(part.status)))
        if (status === null) expect(parts).toEqual([])
        else expect(cautionOf(status)).toBe(most)
      }),
    )
  })

  it('never throws, and answers a long message too', () => {
    fc.assert(fc.property(anyText, (q) => textOf(WEDNESDAY, q) !== ''))
    const long = `${'can i swim tomorrow or at 6pm in 3 days, '.repeat(2_500)} there is pus`
    expect(ask(WEDNESDAY, long).kind).toBe('triage')
  })

  it.each([
    '',
    ' ',
    '?',
    '9'.repeat(400),
    '99/99',
    '2026-02-31',
    'day 400',
    '400 months after',
    '0/0',
    'the 31st',
    '\u0000\ud800',
  ])('answers %j without a mistake', (q) => {
    expect(ask(WEDNESDAY, `${q} makeup`).parts.length).toBeLessThan(10)
  })
})
