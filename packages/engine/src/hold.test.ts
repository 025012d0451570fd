import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  protocol,
  protocolInput,
  session,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { type Hold, holdsOf } from './hold.ts'
import { createPlanner, factsOf, type Shelf } from './planner.ts'
import type { Session } from './session.ts'
import type { Instant } from './time.ts'

type Input = Readonly<Record<string, unknown>>

const NOT_SETTLED = { id: 'not-settled', signs: ['erythema', 'exfoliation'], until: 'settled' }
const INFECTION = { id: 'infection', signs: ['fever', 'pustules'], until: 'cleared' }
const ISOTRETINOIN = {
  id: 'isotretinoin',
  when: { medicines: ['isotretinoin'] },
  until: 'cleared',
}
const OTHER = { id: 'other-procedure', uncovered: true, until: 'cleared' }

function holdsAt(
  at: Instant,
  rules: readonly Input[],
  given: Session,
  course: unknown = protocolInput()['course'],
): readonly Hold[] {
  const holds = rules.map((rule) => ({ source: 'first', ...rule }))
  const series = { ...(protocolInput()['series'] as Input), holds }
  const redFlags = [
    { id: 'fever', sign: 'fever', atLeast: 38, disposition: 'urgent', source: 'first' },
  ]
  const triage = { ...(protocolInput()['triage'] as Input), redFlags }
  const planner = createPlanner([protocol({ series, triage, course })])
  const plan = applyPlan(planner, given)
  const shelf = planner.shelves[0] as Shelf
  const facts = factsOf(shelf, { id: '', code: '', endedAt: at }, given.patient)
  return holdsOf({ compiled: shelf.compiled, plan, facts, at })
}

const names = (holds: readonly Hold[]) => holds.map((hold) => hold.hold)

/** `hours` after the session's end. */
const hoursOn = (hours: number) => new Date(after(hours)).toISOString()
const checkIn = (hours: number, code: string, severity: unknown) => ({
  type: 'check-in',
  at: hoursOn(hours),
  signs: [{ code, severity }],
})
const clearance = (hours: number, subject: string) => ({
  type: 'clearance',
  at: hoursOn(hours),
  subject,
  by: 'Dr Ali',
})
const told = (...events: readonly Input[]) => session({ events })

describe('a hold by signs', () => {
  it('is not in force until the sign is reported, and then to the day after its outer end', () => {
    const given = told(checkIn(24, 'erythema', 3))
    expect(holdsAt(after(24, -1), [NOT_SETTLED], given)).toEqual([])
    expect(holdsAt(after(24), [NOT_SETTLED], given)).toEqual([
      {
        hold: 'not-settled',
        source: 'first',
        // Redness ends by P10D, on 20 January at 10:00.
        until: '2026-01-21',
        endedBy: 'report',
        toConfirm: false,
      },
    ])
  })

  it('is not in force without a report', () => {
    expect(holdsAt(after(24), [NOT_SETTLED, INFECTION], session())).toEqual([])
  })

  it('has no end that anybody could name once the outer end has come', () => {
    const given = told(checkIn(24, 'erythema', 3))
    const untilAt = (seconds: number) =>
      holdsAt(after(240, seconds), [NOT_SETTLED], given).map((hold) => hold.until)
    expect(untilAt(-1)).toEqual(['2026-01-21'])
    expect(untilAt(0)).toEqual([null])
  })

  it('has no end for a sign without a course', () => {
    const rule = { ...NOT_SETTLED, signs: ['erythema', 'itch'] }
    expect(holdsAt(after(30), [rule], told(checkIn(24, 'itch', 3)))[0]?.until).toBeNull()
    expect(
      holdsAt(after(30), [rule], told(checkIn(24, 'erythema', 3), checkIn(25, 'itch', 3)))[0]
        ?.until,
    ).toBeNull()
  })

  it('waits for the sign that lasts longest', () => {
    const expectations = [
      { id: 'redness', signs: ['erythema'], until: 'P3D', source: 'first' },
      { id: 'flaking', signs: ['exfoliation'], until: 'P9D', source: 'first' },
    ]
    const given = told(checkIn(24, 'exfoliation', 3), checkIn(25, 'erythema', 3))
    const course = { expectations, milestones: [] }
    expect(holdsAt(after(30), [NOT_SETTLED], given, course)[0]?.until).toBe('2026-01-20')
  })

  it('takes the longest course of several procedures, each counted from its own end', () => {
    const later = {
      id: 'p2',
      code: 'microneedling',
      endedAt: '2026-01-15T10:00:00Z',
      device: 'pen',
    }
    const first = { ...later, id: 'p1', endedAt: ENDED_AT }
    const given = session({ procedures: [first, later], events: [checkIn(24, 'erythema', 3)] })
    expect(holdsAt(after(24), [NOT_SETTLED], given)[0]?.until).toBe('2026-01-26')
  })

  it('a word in no list may be the sign: it holds without a day, until it is gone', () => {
    const given = told(checkIn(24, 'puffy patches', 3), checkIn(48, 'puffy patches', 0))
    expect(holdsAt(after(24), [NOT_SETTLED], given)[0]).toMatchObject({ until: null })
    expect(names(holdsAt(after(48), [NOT_SETTLED], given))).toEqual([])
  })

  it('is told no day by a correction still to come, nor after an end that nobody knows', () => {
    const corrected = {
      type: 'corrected',
      at: hoursOn(200),
      procedure: 'p1',
      endedAt: '2026-01-12T10:00:00Z',
    }
    const until = (given: ReturnType<typeof session>) =>
      holdsAt(after(24), [NOT_SETTLED], given)[0]?.until
    const alone = told(checkIn(24, 'erythema', 3))
    expect(until(told(checkIn(24, 'erythema', 3), corrected))).toBe(until(alone))
    const guessed = session(
      { events: [checkIn(24, 'erythema', 3)] },
      { endedAt: ENDED_AT, endedAtEstimated: true },
    )
    expect(until(guessed)).toBeNull()
  })

  it('counts the day in the zone the person is in', () => {
    const moved = { type: 'moved', at: hoursOn(12), zone: 'Pacific/Kiritimati' }
    const given = told(moved, checkIn(24, 'erythema', 3))
    // 20 January 10:00 UTC is 21 January 00:00 there.
    expect(holdsAt(after(24), [NOT_SETTLED], given)[0]?.until).toBe('2026-01-22')
  })

  it('ends when the sign is reported gone, and comes back with it', () => {
    const given = told(
      checkIn(24, 'erythema', 3),
      { type: 'check-in', at: hoursOn(48), signs: [], settled: ['erythema'] },
      checkIn(72, 'erythema', 2),
    )
    expect(names(holdsAt(after(47), [NOT_SETTLED], given))).toEqual(['not-settled'])
    expect(names(holdsAt(after(48), [NOT_SETTLED], given))).toEqual([])
    expect(names(holdsAt(after(72), [NOT_SETTLED], given))).toEqual(['not-settled'])
  })

  it('does not end when another sign is reported gone', () => {
    const given = told(checkIn(24, 'erythema', 3), checkIn(48, 'exfoliation', 0))
    expect(names(holdsAt(after(50), [NOT_SETTLED], given))).toEqual(['not-settled'])
  })

  it('without a word of signs does not count reports of others', () => {
    expect(holdsAt(after(50), [NOT_SETTLED], told(checkIn(24, 'itch', 9)))).toEqual([])
  })
})

describe('a hold that waits for a clinician', () => {
  it('outlasts the sign itself only until the sign is reported gone, and has no date', () => {
    expect(holdsAt(after(30), [INFECTION], told(checkIn(24, 'pustules', 3)))).toEqual([
      {
        hold: 'infection',
        source: 'first',
        until: null,
        endedBy: 'clearance',
        toConfirm: false,
      },
    ])
  })

  it.each(['infection', 'next-session'])('ends with a clearance of %s', (subject) => {
    const given = told(checkIn(24, 'pustules', 3), clearance(48, subject))
    expect(names(holdsAt(after(48, -1), [INFECTION], given))).toEqual(['infection'])
    expect(names(holdsAt(after(48), [INFECTION], given))).toEqual([])
  })

  it('does not end with a clearance of something else', () => {
    const given = told(checkIn(24, 'pustules', 3), clearance(48, 'makeup'))
    expect(names(holdsAt(after(50), [INFECTION], given))).toEqual(['infection'])
  })

  it('does not end because somebody noted the same name as done', () => {
    const done = { type: 'done', at: hoursOn(48), subject: 'infection' }
    const given = told(checkIn(24, 'pustules', 3), done)
    expect(names(holdsAt(after(50), [INFECTION], given))).toEqual(['infection'])
  })

  it('is there again for a sign reported at the clearance or after it', () => {
    const at = told(clearance(48, 'infection'), checkIn(48, 'pustules', 3))
    expect(names(holdsAt(after(48), [INFECTION], at))).toEqual(['infection'])
    const later = told(
      checkIn(24, 'pustules', 3),
      clearance(48, 'infection'),
      checkIn(49, 'pustules', 1),
    )
    expect(names(holdsAt(after(48), [INFECTION], later))).toEqual([])
    expect(names(holdsAt(after(49), [INFECTION], later))).toEqual(['infection'])
  })

  it('counts from the latest of several clearances', () => {
    const given = told(
      clearance(48, 'infection'),
      clearance(12, 'next-session'),
      checkIn(24, 'pustules', 3),
    )
    expect(names(holdsAt(after(50), [INFECTION], given))).toEqual([])
  })

  it('takes a temperature below fever for none, and anything odd for fever', () => {
    const fever = (severity: unknown) =>
      names(holdsAt(after(30), [INFECTION], told(checkIn(24, 'fever', severity))))
    expect(fever(37.9)).toEqual([])
    expect(fever(38)).toEqual(['infection'])
    expect(fever('mild')).toEqual(['infection'])
    expect(fever(30)).toEqual([])
    expect(fever(29.9)).toEqual(['infection'])
    expect(fever(7)).toEqual(['infection'])
    expect(fever(0)).toEqual([])
  })

  it('measures other signs on their own scale, not as temperatures', () => {
    for (const severity of [1, 35]) {
      const given = told(checkIn(24, 'pustules', severity))
      expect(names(holdsAt(after(30), [INFECTION], given))).toEqual(['infection'])
    }
  })
})

describe('a hold by a fact', () => {
  it('stops for certain where the fact is known, and is to be confirmed where it is not', () => {
    const known = session({ patient: { medicines: ['isotretinoin'] } })
    const silent = session({ patient: {} })
    const odd = session({ patient: { medicines: ['the red capsules'] } })
    const none = session({ patient: { medicines: [] } })
    const confirm = (given: Session) =>
      holdsAt(after(1), [ISOTRETINOIN], given).map((hold) => hold.toConfirm)
    expect(confirm(known)).toEqual([false])
    expect(confirm(silent)).toEqual([true])
    expect(confirm(odd)).toEqual([true])
    expect(confirm(none)).toEqual([])
  })

  it('ends with a clearance, known or not', () => {
    for (const medicines of [['isotretinoin'], ['the red capsules']]) {
      const given = session({
        patient: { medicines },
        events: [clearance(48, 'isotretinoin')],
      })
      expect(names(holdsAt(after(48, -1), [ISOTRETINOIN], given))).toEqual(['isotretinoin'])
      expect(names(holdsAt(after(48), [ISOTRETINOIN], given))).toEqual([])
    }
  })

  it('beside signs needs both; a sign reported after a clearance is not cleared', () => {
    const rule = { ...INFECTION, when: { history: ['diabetes'] } }
    const reported = (history: readonly string[]) =>
      session({
        patient: { history },
        events: [clearance(12, 'infection'), checkIn(24, 'pustules', 3)],
      })
    expect(names(holdsAt(after(24), [rule], reported(['diabetes'])))).toEqual(['infection'])
    expect(names(holdsAt(after(24), [rule], reported([])))).toEqual([])
    expect(
      names(holdsAt(after(24), [rule], session({ patient: { history: ['diabetes'] } }))),
    ).toEqual([])
  })
})

describe('a hold by a procedure that no protocol covers', () => {
  const peel = (endedAt: string) => ({ id: 'p2', code: 'chemical-peel', endedAt })
  const needling = { id: 'p1', code: 'microneedling', endedAt: ENDED_AT, device: 'pen' }

  it('stands from its end until a clearance given at its end or after', () => {
    const given = session({
      procedures: [needling, peel(hoursOn(48))],
      events: [clearance(72, 'other-procedure')],
    })
    expect(names(holdsAt(after(48, -1), [OTHER], given))).toEqual([])
    expect(names(holdsAt(after(48), [OTHER], given))).toEqual(['other-procedure'])
    expect(names(holdsAt(after(72, -1), [OTHER], given))).toEqual(['other-procedure'])
    expect(names(holdsAt(after(72), [OTHER], given))).toEqual([])
  })

  it('is not ended by a clearance from before it; one at its very end counts', () => {
    const cleared = (hours: number) =>
      session({
        procedures: [needling, peel(hoursOn(48))],
        events: [clearance(hours, 'next-session')],
      })
    expect(names(holdsAt(after(50), [OTHER], cleared(47)))).toEqual(['other-procedure'])
    expect(names(holdsAt(after(50), [OTHER], cleared(48)))).toEqual([])
  })

  it('does not stand after a session that is covered', () => {
    expect(holdsAt(after(50), [OTHER], session())).toEqual([])
  })

  it('stands for a laser done on the same day as an adjunct', () => {
    expect(names(holdsAt(after(1), [OTHER], session({}, { adjuncts: ['laser'] })))).toEqual([
      'other-procedure',
    ])
  })

  it('goes by the reading of its end that holds then', () => {
    const corrected = {
      type: 'corrected',
      at: hoursOn(100),
      procedure: 'p2',
      endedAt: hoursOn(24),
    }
    const given = session({
      procedures: [needling, peel(hoursOn(60))],
      events: [clearance(48, 'other-procedure'), corrected],
    })
    // As told the peel came after the clearance; as corrected it came before.
    expect(names(holdsAt(after(100, -1), [OTHER], given))).toEqual(['other-procedure'])
    expect(names(holdsAt(after(100), [OTHER], given))).toEqual([])
    expect(names(holdsAt(after(50), [OTHER], given))).toEqual([])
  })

  it('does not go by a correction that is still to come', () => {
    const corrected = {
      type: 'corrected',
      at: hoursOn(100),
      procedure: 'p2',
      endedAt: hoursOn(24),
    }
    const given = session({ procedures: [needling, peel(hoursOn(60))], events: [corrected] })
    expect(names(holdsAt(after(50), [OTHER], given))).toEqual([])
    expect(names(holdsAt(after(60), [OTHER], given))).toEqual(['other-procedure'])
  })

  it('beside a fact is not cleared by a clearance from before it', () => {
    const rule = { ...OTHER, when: { history: ['diabetes'] } }
    const given = session({
      procedures: [needling, peel(hoursOn(48))],
      patient: { history: ['diabetes'] },
      events: [clearance(24, 'other-procedure')],
    })
    expect(names(holdsAt(after(50), [rule], given))).toEqual(['other-procedure'])
  })
})

it('lists holds in the order of the ledger', () => {
  const given = session({
    patient: { medicines: ['isotretinoin'] },
    events: [checkIn(24, 'pustules', 3), checkIn(25, 'erythema', 3)],
  })
  expect(names(holdsAt(after(30), [ISOTRETINOIN, INFECTION, NOT_SETTLED], given))).toEqual([
    'isotretinoin',
    'infection',
    'not-settled',
  ])
})
