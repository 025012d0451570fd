import {
  applyPlan,
  createPlanner,
  type Instant,
  isOpen,
  parseSession,
  triage,
  urgencyOf,
  zoneAt,
} from '@afterglow/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { careCardsOf, fromLink, toLink } from '@afterglow/formats'
import { readLedgers } from '@afterglow/ledger'
import { withEvent } from '../app/care-context.ts'
import type { Care } from './care.ts'
import { subjectAnswer } from './subject-answer.ts'
import {
  type Answers,
  celsiusOf,
  checkInAnswer,
  checkInFrom,
  questionsOf,
  type SignAnswer,
  withAlarms,
} from './check-in.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ENDED_AT = Date.parse('2026-11-22T10:45:00+04:00')
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

function careAt(at: Instant, parts: object = {}): Care {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: '2026-11-22T10:45:00+04:00',
        device: 'pen',
        bodySites: ['face'],
        adjuncts: [],
      },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    ...parts,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const plan = applyPlan(planner, parsed.value)
  return { planner, session: parsed.value, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

function signsIn(care: Care, part: string): readonly string[] {
  return questionsOf(care)
    .filter((question) => question.part === part)
    .map(({ sign }) => sign)
}

/** Every alarm question answered with no. */
/** No to every sign that raises a card by itself, wherever it is asked. */
function noAlarms(care: Care): Answers {
  return Object.fromEntries(alarmsOf(care).map((sign) => [sign, { severity: 'none' as const }]))
}

function alarmsOf(care: Care): readonly string[] {
  const alarms = careCardsOf(care).flatMap((card) => card.alarms)
  const alone = alarms.filter(({ others }) => others.length === 0)
  return [...new Set(alone.flatMap(({ any }) => any.map(({ sign }) => sign)))]
}

describe('questionsOf', () => {
  const care = careAt(ENDED_AT + 2 * DAY)

  it('asks alarms that cannot wait before anything else, and each sign once', () => {
    const signs = questionsOf(care).map(({ sign }) => sign)
    expect(signs.slice(0, 9)).toEqual(
      expect.arrayContaining(['breathing-difficulty', 'facial-swelling', 'chest-pain', 'bleeding']),
    )
    expect(new Set(signs).size).toBe(signs.length)
  })

  it('leaves out no sign that an alarm of the ledger names', () => {
    const signs = new Set(questionsOf(care).map(({ sign }) => sign))
    const { redFlags } = planner.shelves[0]?.compiled.protocol.triage ?? { redFlags: [] }
    expect(redFlags.length).toBeGreaterThan(40)
    for (const flag of redFlags)
      for (const sign of [flag.sign, ...(flag.with ?? [])]) expect([...signs]).toContain(sign)
  })

  it('asks about the skin what is usual at that time, and what was last reported present', () => {
    expect(signsIn(care, 'skin')).toContain('erythema')
    const late = { at: '2026-12-20T10:45:00+04:00' }
    const after = careAt(ENDED_AT + 30 * DAY, {
      events: [{ type: 'check-in', ...late, signs: [{ code: 'exfoliation', severity: 2 }] }],
    })
    expect(signsIn(careAt(ENDED_AT + 30 * DAY), 'skin')).toEqual([])
    expect(signsIn(after, 'skin')).toEqual(['exfoliation'])
  })

  it('asks a person with a weak immune system about lumps and pus spots among the alarms', () => {
    const weak = careAt(ENDED_AT + 2 * DAY, { patient: { history: ['immunosuppression'] } })
    expect(signsIn(weak, 'urgent')).toContain('nodule')
    expect(signsIn(care, 'urgent')).not.toContain('nodule')
  })

  it('asks what was done too early to be watched for', () => {
    const done = { type: 'done', at: '2026-11-23T10:45:00+04:00', subject: 'makeup' }
    const watched = careAt(ENDED_AT + 2 * DAY, { events: [done] })
    expect(watched.plan.done[0]?.watchFor.length).toBeGreaterThan(0)
    for (const sign of watched.plan.done[0]?.watchFor ?? [])
      expect(questionsOf(watched).find((one) => one.sign === sign)?.part, sign).not.toBe('rest')
  })
})

it('asks every sign of the course where nobody knows when the session ended', () => {
  const told = careAt(ENDED_AT + 30 * DAY).session
  const procedures = told.procedures.map((one) => ({ ...one, endedAtEstimated: true }))
  const session = { ...told, procedures }
  const care = { ...careAt(ENDED_AT + 30 * DAY), session, plan: applyPlan(planner, session) }
  expect(signsIn(care, 'skin')).toContain('erythema')
  expect(
    checkInAnswer(care, checkInFrom(care, { erythema: { severity: 'mild' } }, '')).reasons[0]?.code,
  ).toBe('unknown-time')
})

describe('celsiusOf', () => {
  it('meets the thresholds exactly', () => {
    expect(celsiusOf(100.4)).toBe(38)
    expect(celsiusOf(99.5)).toBe(37.5)
    expect(celsiusOf(98.6)).toBe(37)
    expect(celsiusOf(100.3)).toBeLessThan(38)
  })
})

describe('checkInFrom', () => {
  it('holds what was answered and nothing else', () => {
    const answers = {
      itch: { severity: 'mild', trend: 'fading' },
      fever: { severity: 37.2 },
    } as const
    expect(checkInFrom({ at: 5 }, answers, '  ')).toEqual({
      at: 5,
      signs: [
        { code: 'itch', severity: 'mild', trend: 'fading' },
        { code: 'fever', severity: 37.2 },
      ],
    })
    expect(checkInFrom({ at: 5 }, {}, ' a note ').notes).toBe('a note')
  })
})

describe('withAlarms', () => {
  it('adds what was written to what was ticked, and takes nothing back', () => {
    const alarm = { code: 'breathing-difficulty', severity: 'severe' } as const
    const ticked = { at: 5, signs: [{ code: 'breathing-difficulty', severity: 'none' as const }] }
    expect(withAlarms(ticked, [alarm]).signs).toEqual([...ticked.signs, alarm])
    const person = careAt(ENDED_AT + DAY)
    const checkIn = withAlarms({ ...ticked, at: person.at }, [alarm])
    expect(checkInAnswer(person, checkIn).disposition).toBe('emergency')
  })
})

describe('checkInAnswer', () => {
  const care = careAt(ENDED_AT + 2 * DAY)
  const answerTo = (answers: Answers, notes = '') =>
    checkInAnswer(care, checkInFrom(care, answers, notes))

  it('calms nobody who left an alarm unanswered', () => {
    const mild = { erythema: { severity: 'mild' } } as const
    expect(answerTo(mild)).toMatchObject({ disposition: 'expected', isConclusive: false })
    const { 'chest-pain': left, ...others } = noAlarms(care)
    expect(left).toBeDefined()
    expect(answerTo({ ...others, ...mild })).toMatchObject({
      isConclusive: false,
      unanswered: ['chest-pain'],
    })
    expect(answerTo({ ...noAlarms(care), ...mild })).toMatchObject({
      disposition: 'expected',
      isConclusive: true,
      unanswered: [],
    })
  })

  const done = { type: 'done', at: '2026-11-23T12:00:00+04:00', subject: 'pool-swimming' }
  const reported = {
    type: 'check-in',
    at: '2026-11-23T10:00:00+04:00',
    signs: [
      { code: 'purulent-discharge', severity: 'severe' },
      { code: 'vesicles', severity: 'severe' },
      { code: 'rapid-pulse', severity: 'severe' },
    ],
  }

  it.each<readonly [string, object]>([
    ['nothing before', {}],
    ['something done too early', { events: [done] }],
    ['alarms reported the day before', { events: [reported] }],
    ['a weak immune system', { patient: { medicines: [], history: ['immunosuppression'] } }],
  ])('calms nobody who left any one alarm open, after %s', (_, parts) => {
    const person = careAt(ENDED_AT + 2 * DAY, parts)
    const all = noAlarms(person)
    const calmed = Object.keys(all).filter((sign) => {
      const { [sign]: _left, ...others } = all
      const { isConclusive, disposition } = checkInAnswer(person, checkInFrom(person, others, ''))
      return isConclusive && urgencyOf(disposition) < urgencyOf('contact-clinic')
    })
    expect(Object.keys(all).length).toBeGreaterThan(20)
    expect(calmed).toEqual([])
  })

  it('holds back no call for help, whatever was left unanswered', () => {
    expect(answerTo({ 'breathing-difficulty': { severity: 'severe' } })).toMatchObject({
      disposition: 'emergency',
      isConclusive: true,
    })
  })

  it('reads a fever that was felt and not measured as one for today', () => {
    expect(answerTo({ fever: { severity: 'mild' } }).disposition).toBe('urgent')
  })

  it('says of an alarm what to do, once, and not that no course is known for it', () => {
    const { reasons } = answerTo({ 'purulent-discharge': { severity: 'severe' } })
    expect(reasons.map(({ code }) => code)).toEqual(['red-flag', 'red-flag'])
    expect(reasons.map(({ basis }) => basis)).toEqual([['infection-mehrabi'], ['pus']])
  })

  it('sends words that nobody has read to the clinic', () => {
    expect(answerTo(noAlarms(care), 'it looks odd').disposition).toBe('contact-clinic')
  })

  it('carries the whole safety net whatever the outcome', () => {
    const parts = ['cannot-see', 'watch-for', 'get-help', 'usual-course', 'do-not-wait']
    expect(answerTo(noAlarms(care)).safetyNet).toEqual(parts)
    expect(answerTo({ seizure: { severity: 'severe' } }).safetyNet).toEqual(parts)
  })

  it('keeps both check-ins of one minute, and goes by the worse of what they say', () => {
    const later = careAt(ENDED_AT + 5 * DAY)
    const report = (severity: 'none' | 'moderate') => ({
      type: 'check-in' as const,
      ...checkInFrom(later, { erythema: { severity } }, ''),
      signs: [{ code: 'erythema', severity }],
    })
    for (const events of [
      [report('moderate'), report('none')],
      [report('none'), report('moderate')],
    ]) {
      const session = events.reduce(withEvent, later.session)
      expect(session.events).toEqual(events)
      const kept = fromLink(toLink(session))
      expect(kept.ok && kept.value.events).toEqual(events)
      const plan = applyPlan(planner, session)
      expect(plan.events.filter(({ type }) => type === 'check-in')).toHaveLength(2)
      const answer = subjectAnswer({ ...later, session, plan }, 'makeup')
      expect(answer.status).toBe('avoid')
    }
  })

  it('shows what the report changes: makeup that waits for calm skin', () => {
    const later = careAt(ENDED_AT + 5 * DAY)
    const gone = questionsOf(later).map(({ sign }) => [sign, { severity: 'none' }] as const)
    const calm = checkInAnswer(later, checkInFrom(later, Object.fromEntries(gone), ''))
    const makeup = calm.changes.find(({ subject }) => subject === 'makeup')
    expect(makeup).toMatchObject({ direction: 'looser', was: { status: 'caution' } })
    expect(isOpen(makeup?.is.status ?? 'avoid')).toBe(true)
    const red = checkInFrom(later, { erythema: { severity: 'mild' } }, '')
    expect(
      checkInAnswer(later, red).changes.find(({ subject }) => subject === 'makeup'),
    ).toMatchObject({ direction: 'stricter', is: { status: 'avoid' } })
  })

  const severities = ['none', 'mild', 'moderate', 'severe'] as const
  const signs = questionsOf(care)
    .map(({ sign }) => sign)
    .filter((sign) => sign !== 'fever')
  const someAnswers = fc.dictionary(
    fc.constantFrom(...signs),
    fc.record({ severity: fc.constantFrom(...severities) }),
  )

  it('never is calmer for a question left open than for a no, and is what the engine says', () => {
    fc.assert(
      fc.property(someAnswers, fc.constantFrom(...signs), (given, left) => {
        // A dictionary has no prototype of its own; the entries are answers.
        const answers: Answers = { ...(given as Readonly<Record<string, SignAnswer>>) }
        const { [left]: _, ...open } = answers
        const no = { ...open, [left]: { severity: 'none' as const } }
        const told = checkInFrom(care, open, '')
        const answer = checkInAnswer(care, told)
        expect(answer.disposition).toBe(triage(planner, care.plan, told).disposition)
        expect(urgencyOf(answer.disposition)).toBeGreaterThanOrEqual(
          urgencyOf(checkInAnswer(care, checkInFrom(care, no, '')).disposition),
        )
        expect(answer.reasons[0]?.disposition ?? 'expected').toBe(answer.disposition)
      }),
      { numRuns: 40 },
    )
  })
})
