import { applyPlan, createPlanner, type Instant, parseSession, zoneAt } from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { beforeOf } from './before.ts'
import { type Care, comingProcedures, endedProcedures } from './care.ts'
import { courseNow } from './course.ts'
import { figureOf } from './figure.ts'
import { resultsOf } from './results.ts'
import { subjectAnswer } from './subject-answer.ts'
import { timelineOf } from './timeline.ts'
import { todayOf } from './today.ts'

/** What the models add to the engine's own answers: order, choice and grouping. That they agree with it is in scenarios. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ENDED = '2026-11-22T10:45:00+04:00'
const ENDED_AT = Date.parse(ENDED)
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const protocols = ledgers.value.map((ledger) => ledger.protocol)
const planner = createPlanner(protocols)

function careAt(at: Instant, parts: object = {}, procedure: object = {}): Care {
  const parsed = parseSession({
    zone: 'Asia/Dubai',
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: ENDED,
        device: 'pen',
        needleDepthMm: 1.5,
        bodySites: ['face'],
        adjuncts: [],
        indications: ['acne-scars'],
        ...procedure,
      },
    ],
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    ...parts,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const plan = applyPlan(planner, parsed.value)
  return { planner, session: parsed.value, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

describe('procedures', () => {
  it('knows a corrected end from the correction on and not before', () => {
    const corrected = { type: 'corrected', at: '2026-11-22T12:00:00+04:00', procedure: 'p1' }
    const parts = { events: [{ ...corrected, endedAt: '2026-11-22T09:45:00+04:00' }] }
    const endAt = (at: Instant) => endedProcedures(careAt(at, parts)).map((one) => one.endedAt)
    expect(endAt(ENDED_AT + HOUR)).toEqual([ENDED_AT])
    expect(endAt(ENDED_AT + 1.25 * HOUR)).toEqual([ENDED_AT - HOUR])
  })

  it('has a session ended at its very end and coming a moment before', () => {
    expect(endedProcedures(careAt(ENDED_AT))).toHaveLength(1)
    expect(comingProcedures(careAt(ENDED_AT - 1))).toHaveLength(1)
  })
})

describe('subjectAnswer', () => {
  it('names time among what would change an answer only where it has a date for it', () => {
    const care = careAt(ENDED_AT + DAY, { patient: { medicines: ['anticoagulant'] } })
    const wrong = Object.keys(care.plan.subjects).filter((code) => {
      const { changedBy, nextChangeAt } = subjectAnswer(care, code)
      return changedBy.includes('time') && nextChangeAt === null
    })
    expect(wrong).toEqual([])
    expect(subjectAnswer(care, 'anticoagulants').changedBy).not.toEqual([])
    expect(subjectAnswer(care, 'makeup').changedBy).toContain('time')
  })

  it('says what follows: makeup not before 74 hours, then with care, then free', () => {
    const { spans, opensAs, note } = subjectAnswer(careAt(ENDED_AT + HOUR), 'makeup')
    expect(spans.map(({ status, end }) => [status, end])).toEqual([
      ['avoid', ENDED_AT + 74 * HOUR],
      ['caution', ENDED_AT + 15 * DAY],
      ['allowed', null],
    ])
    expect([opensAs, note]).toEqual(['caution', null])
  })

  it('lays each source’s own figure beside its date, and says which governs', () => {
    const { voices, disagreement } = subjectAnswer(careAt(ENDED_AT + HOUR), 'makeup')
    const governing = voices.filter((voice) => voice.governs)
    expect(governing).toMatchObject([
      {
        reason: { id: 'makeup-s1' },
        figure: { atLeast: { count: 24, unit: 'hour' }, atMost: { count: 74, unit: 'hour' } },
        until: ENDED_AT + 74 * HOUR,
        earliest: ENDED_AT + 24 * HOUR,
      },
    ])
    expect(disagreement).toEqual({
      shortest: ENDED_AT + 24 * HOUR,
      longest: ENDED_AT + 74 * HOUR,
      isOpposed: false,
    })
  })

  it('names the signs that care waits for, and what would make it open', () => {
    const { note, changedBy } = subjectAnswer(careAt(ENDED_AT + 5 * DAY), 'makeup')
    expect(note).toEqual({ kind: 'settled', signs: 'all' })
    expect(changedBy).toContain('report')
  })

  it('knows a subject of no protocol as not known, and a medicine as one', () => {
    const care = careAt(ENDED_AT + HOUR)
    expect(subjectAnswer(care, 'skydiving')).toMatchObject({ isKnown: false, status: 'unknown' })
    expect(subjectAnswer(care, 'anticoagulants').isMedicine).toBe(true)
    expect(subjectAnswer(care, 'makeup').isMedicine).toBe(false)
  })

  it('tells the facts that were not told', () => {
    const unknown = careAt(ENDED_AT + HOUR, { patient: {} }, { device: 'unknown' })
    expect(subjectAnswer(unknown, 'makeup').unconfirmed).toContain('device')
  })

  it('says what to do about having done it already', () => {
    const done = { type: 'done', at: '2026-11-22T11:45:00+04:00', subject: 'makeup' }
    const care = careAt(ENDED_AT + 2 * HOUR, { events: [done] })
    expect(subjectAnswer(care, 'makeup').done?.text).toBe('done.makeup')
    expect(subjectAnswer(care, 'sauna').done).toBeNull()
  })
})

describe('figureOf', () => {
  it('keeps hours hours and days days, and names the vague word', () => {
    expect(figureOf({ until: 'PT48H' }, protocols).atMost).toEqual({
      count: 48,
      unit: 'hour',
      reading: null,
    })
    expect(figureOf({ until: { reading: 'a-few-days' } }, protocols).atMost).toEqual({
      count: 5,
      unit: 'day',
      reading: 'a-few-days',
    })
    expect(figureOf({ from: { reading: 'typical-recovery' } }, protocols).from).toEqual({
      count: 7,
      unit: 'day',
      reading: 'typical-recovery',
    })
  })

  it('tells what has to be gone, said or perhaps meant', () => {
    const figure = figureOf({ until: 'cleared', and: ['settled'], signs: ['itch'] }, protocols)
    expect(figure).toMatchObject({ settled: ['itch'], isUntilCleared: true, atMost: null })
    expect(figureOf({ maybe: 'P14D' }, protocols).maybe?.count).toBe(14)
    expect(figureOf(null, protocols)).toMatchObject({ atMost: null, isUntilCleared: false })
  })
})

describe('todayOf', () => {
  it('counts calendar days in the person’s zone and hours on the clock', () => {
    const at = Date.parse('2026-11-23T00:00:00+04:00')
    expect(todayOf(careAt(at)).ended[0]).toMatchObject({ day: 1, elapsedMs: 13.25 * HOUR })
    expect(todayOf(careAt(at - 1)).ended[0]?.day).toBe(0)
  })

  it('shows two things to do first, and none that the plan shuts', () => {
    const { firstTasks, moreTasks } = todayOf(careAt(ENDED_AT + HOUR))
    expect(firstTasks.map(({ task }) => task)).toEqual(['let-skin-breathe', 'sleep-on-back'])
    expect([...firstTasks, ...moreTasks].map(({ task }) => task)).not.toContain('sunscreen')
    expect(firstTasks[1]?.times).toEqual(['bedtime'])
  })

  it('expects signs until their outer end, and nothing after it', () => {
    const { expected } = todayOf(careAt(ENDED_AT + HOUR))
    expect(expected.usual.map(({ sign }) => sign)).toContain('erythema')
    expect(expected.expectations.length).toBeGreaterThan(0)
    const late = todayOf(careAt(ENDED_AT + 40 * DAY)).expected
    expect(late).toMatchObject({ isOver: true, expectations: [], usual: [], fading: [] })
  })

  it('opens next what opens soonest', () => {
    const [next] = todayOf(careAt(ENDED_AT + HOUR)).openings
    expect(next?.at).toBe(ENDED_AT + DAY)
    expect(next?.entries.map(({ subject }) => subject)).toContain('sunscreen')
  })

  it('says nothing of a course that began nobody knows when', () => {
    const guessed = todayOf(careAt(ENDED_AT + HOUR, {}, { endedAtEstimated: true }))
    expect(guessed.expected).toMatchObject({ isTimeKnown: false, usual: [], expectations: [] })
    expect(guessed.ended[0]?.isEstimated).toBe(true)
    expect(todayOf(careAt(ENDED_AT + HOUR)).expected.isTimeKnown).toBe(true)
  })

  it('is before the session until it has ended', () => {
    expect(todayOf(careAt(ENDED_AT - HOUR))).toMatchObject({ phase: 'before', waiting: [] })
    expect(todayOf(careAt(ENDED_AT - HOUR)).coming).toHaveLength(1)
  })
})

describe('courseNow', () => {
  it('goes from usual over fading to over, each at its very end', () => {
    const phaseAt = (at: Instant) =>
      courseNow(careAt(at)).find(({ sign }) => sign === 'erythema')?.phase
    expect(phaseAt(ENDED_AT + 5 * DAY - 1)).toBe('usual')
    expect(phaseAt(ENDED_AT + 5 * DAY)).toBe('fading')
    expect(phaseAt(ENDED_AT + 14 * DAY - 1)).toBe('fading')
    expect(phaseAt(ENDED_AT + 14 * DAY)).toBe('over')
  })

  it('remembers the latest word on a sign', () => {
    const report = (at: string, severity: number) => ({
      type: 'check-in',
      at,
      signs: [{ code: 'itch', severity }],
    })
    const events = [
      report('2026-11-24T10:00:00+04:00', 0),
      report('2026-11-23T10:00:00+04:00', 4),
      report('2026-11-24T10:00:00+04:00', 2),
    ]
    const care = careAt(ENDED_AT + 3 * DAY, { events })
    expect(courseNow(care).find(({ sign }) => sign === 'itch')?.reported?.severity).toBe(2)
  })
})

describe('timelineOf', () => {
  it('starts at the local midnight of the session, a day a step', () => {
    const { from, until, days, now } = timelineOf(careAt(ENDED_AT + HOUR), 4)
    expect(from).toBe(Date.parse('2026-11-22T00:00:00+04:00'))
    expect(until).toBe(from + 28 * DAY)
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 28 }, (_, k) => k))
    expect(now).toBe(ENDED_AT + HOUR)
  })

  it('follows the moment, so that now is never off the page', () => {
    for (const days of [0, 6, 20, 27, 80, 200])
      for (const weeks of [1, 4, 12]) {
        const { now } = timelineOf(careAt(ENDED_AT + days * DAY), weeks)
        expect(now).toBe(ENDED_AT + days * DAY)
      }
  })

  it('keeps a day a calendar day on the night the clocks change', () => {
    const parts = { zone: 'America/New_York' }
    const care = careAt(Date.parse('2026-10-30T12:00:00-04:00'), parts, {
      endedAt: '2026-10-30T10:00:00-04:00',
    })
    const { days } = timelineOf(care, 1)
    expect(days.map(({ at }, k) => at - (days[k - 1]?.at ?? at))).toEqual(
      [0, 24, 24, 25, 24, 24, 24].map((hours) => hours * HOUR),
    )
  })

  it('draws one row for subjects with the same answers, and lists every change once', () => {
    const { groups, changes } = timelineOf(careAt(ENDED_AT + HOUR), 4)
    const rows = groups.flatMap((group) => group.rows)
    expect(rows.length).toBeLessThan(70)
    const opening = changes.find(({ at }) => at === ENDED_AT + 74 * HOUR)
    expect(opening?.subjects).toContainEqual({
      subject: 'makeup',
      group: 'skin-products',
      was: 'avoid',
      is: 'caution',
    })
    expect(changes.map(({ at }) => at)).toEqual(
      changes.map(({ at }) => at).toSorted((a, b) => a - b),
    )
  })

  it('has the milestones of its weeks', () => {
    const ids = timelineOf(careAt(ENDED_AT + HOUR), 1).milestones.map(({ milestone }) => milestone)
    expect(ids).toContain('healed-1-to-3-days')
    expect(ids).not.toContain('full-effect-week-4-6')
  })
})

describe('resultsOf', () => {
  it('puts what shows first first, with its source, and what has no time apart', () => {
    const { timed, untimed } = resultsOf(careAt(ENDED_AT + HOUR))
    expect(timed[0]).toMatchObject({ milestone: 'smoother-week-1-to-2', source: 'nasir-2025' })
    expect(timed.every(({ phase }) => phase === 'coming')).toBe(true)
    expect(untimed.map(({ milestone }) => milestone)).toContain('results-vary')
    expect(untimed.every(({ source }) => source !== '')).toBe(true)
  })

  it('calls a span now from its start and over at its end', () => {
    const phaseAt = (at: Instant) =>
      resultsOf(careAt(at)).timed.find(({ milestone }) => milestone === 'full-effect-week-4-6')
        ?.phase
    expect(phaseAt(ENDED_AT + 28 * DAY - 1)).toBe('coming')
    expect(phaseAt(ENDED_AT + 28 * DAY)).toBe('now')
    expect(phaseAt(ENDED_AT + 42 * DAY)).toBe('over')
  })
})

describe('beforeOf', () => {
  const medicines = ['anticoagulant']

  it('says what to tell and to get ready, what is due now first', () => {
    const care = careAt(ENDED_AT - 3 * DAY, { patient: { medicines, history: [] } })
    const [before] = beforeOf(care)
    expect(before?.isCovered).toBe(true)
    expect(before?.tell.length).toBeGreaterThan(0)
    const due = before?.steps.map(({ isDue }) => isDue) ?? []
    expect(due[0]).toBe(true)
    expect(due.indexOf(false)).toBeGreaterThan(due.lastIndexOf(true))
  })

  it('keeps what is not known apart from what is said of the person', () => {
    const [before] = beforeOf(careAt(ENDED_AT - 3 * DAY, { patient: {} }))
    expect(before?.toConfirm.length).toBeGreaterThan(3)
    expect(before?.tell.every(({ toConfirm }) => !toConfirm)).toBe(true)
  })

  it('tells when things open after it, and nothing of the kind for what is not covered', () => {
    const [before] = beforeOf(careAt(ENDED_AT - 3 * DAY))
    expect(before?.openings[0]?.at).toBe(ENDED_AT + DAY)
    const [uncovered] = beforeOf(careAt(ENDED_AT - 3 * DAY, {}, { device: 'rf' }))
    expect(uncovered).toMatchObject({ isCovered: false, steps: [], openings: [] })
    expect(uncovered?.tell).toBeDefined()
  })

  it('is empty once every session has ended', () => {
    expect(beforeOf(careAt(ENDED_AT))).toEqual([])
  })
})
