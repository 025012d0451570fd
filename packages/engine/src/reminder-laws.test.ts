import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  at,
  CODES,
  ledgerInput,
  ledgerOf,
  sessionInput,
  sessionOf,
} from '../../../tests/support/arbitrary.ts'
import { LAW_RUNS } from '../../../tests/support/effort.ts'
import { protocol, protocolInput } from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import { REMINDER_KINDS } from './occasion.ts'
import { createPlanner, type Planner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { nextDueAt, type Reminder, type ReminderPreferences, remindersOf } from './reminder.ts'
import { type CareEvent, type Session, zoneAt } from './session.ts'
import { isOpen } from './status.ts'
import { formatInstant, type Instant } from './time.ts'
import { assess } from './verdict.ts'

/** Each case is a ledger, a person and a plan of weeks: fewer of them tell as much. */
const RUNS = { numRuns: Math.ceil(LAW_RUNS.numRuns / 4) }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Karachi']

const cited = { source: 'first' }
const extra = protocol({
  tasks: [
    { id: 'cleanse', phase: 'after', times: ['morning', 'bedtime'], statements: [cited] },
    {
      id: 'soothe',
      phase: 'after',
      times: ['evening'],
      everyDays: 2,
      statements: [{ ...cited, until: 'P9D' }],
    },
    { id: 'prepare', phase: 'before', times: ['midday'], lead: 'P2D', statements: [cited] },
  ],
  course: {
    ...(protocolInput()['course'] as object),
    milestones: [
      { id: 'calm', kind: 'recovery', until: 'P3D', ...cited },
      { id: 'shine', kind: 'result', from: 'P2W', ...cited },
      { id: 'peak', kind: 'result', from: 'P6M', ...cited },
    ],
  },
})

/** A made-up ledger with routines, one of them with a subject, and milestones. */
function withTasks(ledger: Protocol): Protocol {
  const tasks = extra.tasks.map((task) =>
    task.id === 'soothe' ? { ...task, subject: 'leaf' } : task,
  )
  return { ...ledger, tasks, course: extra.course }
}

const clock = fc
  .integer({ min: 0, max: 47 })
  .map((n) => `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`)
const quietHours = fc.option(fc.record({ from: clock, until: clock }))
const anyPreferences: fc.Arbitrary<ReminderPreferences> = fc.record(
  {
    quietHours,
    digestAt: fc.option(clock),
    kinds: fc.oneof(fc.constant(REMINDER_KINDS), fc.subarray([...REMINDER_KINDS])),
    checkInAt: clock,
  },
  { requiredKeys: ['quietHours', 'digestAt', 'kinds'] },
)
const journey = fc.record({ at, zone: fc.constantFrom(...ZONES) })

interface Case {
  readonly planner: Planner
  readonly session: Session
  readonly plan: CarePlan
  readonly preferences: ReminderPreferences
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    ledger: ledgerInput,
    input: sessionInput(),
    journeys: fc.array(journey, { maxLength: 2 }),
    preferences: anyPreferences,
  })
  .map(({ ledger, input, journeys, ...more }) => {
    const planner = createPlanner([withTasks(ledgerOf(ledger))])
    const moves = journeys.map((move): CareEvent => ({ type: 'moved', ...move }))
    const session = sessionOf(input)
    const moved = { ...session, events: [...session.events, ...moves] }
    return { planner, session: moved, plan: applyPlan(planner, moved), ...more }
  })

function found(
  { planner, plan, preferences }: Case,
  from: Instant,
  until: Instant,
): readonly Reminder[] {
  return remindersOf(planner, plan, { span: { from, until }, preferences })
}

const hereOf = ({ zone, events }: CarePlan, one: Instant) => zoneAt(zone, events, one)
const shownOf = (plan: CarePlan, one: Instant) => formatInstant(one, hereOf(plan, one))
const span = fc
  .tuple(at, at)
  .map(([a, b]): readonly [Instant, Instant] => (a < b ? [a, b] : [b, a]))

function isQuiet(shown: string, hours: ReminderPreferences['quietHours']): boolean {
  if (hours === null) return false
  const { from, until } = hours
  return from <= until ? shown >= from && shown < until : shown >= from || shown < until
}

describe('always', () => {
  it('a span is the sum of its parts, so that whoever wakes late gets all, once', () => {
    fc.assert(
      fc.property(cases, fc.tuple(at, at, at), (one, cuts) => {
        const [a = 0, b = 0, c = 0] = [...cuts].sort((x, y) => x - y)
        const whole = found(one, a, c)
        expect(whole).toEqual([...found(one, a, b), ...found(one, b, c)])
        expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
      }),
      RUNS,
    )
  })

  it('what is due lies in the span, out of the quiet hours, in time order and in its use', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        const all = found(one, from, until)
        for (const { nominalAt, dueAt, expiresAt, kind } of all) {
          expect(one.preferences.kinds).toContain(kind)
          expect(from <= dueAt && dueAt < until).toBe(true)
          expect(nominalAt <= dueAt && dueAt < expiresAt).toBe(true)
          const shown = shownOf(one.plan, dueAt).slice(11, 16)
          expect(isQuiet(shown, one.preferences.quietHours)).toBe(false)
        }
        expect(all.map(({ dueAt }) => dueAt)).toEqual(
          all.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b),
        )
      }),
      RUNS,
    )
  })

  it('the next one due is the first that is found from then on', () => {
    fc.assert(
      fc.property(cases, at, (one, after) => {
        const [first] = found(one, after + 1, after + 500 * DAY_MS)
        const { planner, plan, preferences: chosen } = one
        const next = nextDueAt(planner, plan, { after, preferences: chosen })
        expect(next).toBe(first?.dueAt ?? null)
      }),
      RUNS,
    )
  })

  it('one digest is one instant', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        const instants = new Map<string, Instant>()
        for (const { digest, dueAt, kind } of found(one, from, until)) {
          if (digest === undefined) continue
          expect(kind).not.toBe('routine')
          expect(instants.get(digest) ?? dueAt).toBe(dueAt)
          instants.set(digest, dueAt)
        }
        expect(new Set(instants.values()).size).toBe(instants.size)
      }),
      RUNS,
    )
  })

  it('the order in which events stand does not matter', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        const { planner, session } = one
        const told = { ...session, events: session.events.toReversed() }
        const turned = { ...one, plan: applyPlan(planner, told) }
        expect(found(turned, from, until)).toEqual(found(one, from, until))
      }),
      RUNS,
    )
  })
})

describe('never', () => {
  it('is a subject told of that is not open when it is due, nor a check-in that was given', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        for (const due of found(one, from, until)) {
          const status = due.subject && assess(one.plan, due.subject, due.dueAt).status
          if (due.kind === 'window-opened') expect(['allowed', 'recommended']).toContain(status)
          else if (status) expect(isOpen(status)).toBe(true)
          if (due.kind === 'check-in-due') expect(givenOn(one.plan, due)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('is an opening told of that shuts within a day, or a narrower subject meant that is shut', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        for (const due of found(one, from, until)) {
          if (due.kind !== 'window-opened' || due.subject === undefined) continue
          for (let hour = 0; hour < 24; hour++) {
            const { status } = assess(one.plan, due.subject, due.nominalAt + hour * HOUR_MS)
            expect(['allowed', 'recommended']).toContain(status)
          }
          for (const code of CODES.filter((below) => isBelow(one.plan, below, due.subject))) {
            const { status } = assess(one.plan, code, due.dueAt)
            expect(due.except?.includes(code) ?? false).toBe(!/allowed|recommended/.test(status))
          }
        }
      }),
      RUNS,
    )
  })

  it('does an event that comes later change what was due before', () => {
    fc.assert(
      fc.property(cases, span, (one, [from, until]) => {
        const { planner, session } = one
        const whole = found(one, from, until)
        const alike = (by: Instant, isMeant: (event: CareEvent) => boolean, kinds: RegExp) => {
          const events = session.events.filter((event) => event.at < by || !isMeant(event))
          const known = { ...one, plan: applyPlan(planner, { ...session, events }) }
          const told = (due: Reminder) => kinds.test(due.kind)
          expect(found(known, from, until).filter(told)).toEqual(whole.filter(told))
        }
        alike(until, () => true, /check-in-due|session-due/)
        // Tasks and milestones are those of the latest reading of a procedure's end, at all times.
        alike(until, ({ type }) => type !== 'corrected', /routine|milestone/)
        // An opening is told for what is known of the day that it has to last.
        alike(until + DAY_MS, () => true, /window/)
      }),
      RUNS,
    )
  })

  it('do quiet hours and digests give anything another name', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [from, until] = [one.plan.anchor - 60 * DAY_MS, one.plan.anchor + 500 * DAY_MS]
        const plain = { ...one.preferences, quietHours: null, digestAt: null }
        const ids = new Set(found({ ...one, preferences: plain }, from, until).map(({ id }) => id))
        const late = found(one, from, until).filter(({ kind }) => kind !== 'session-due')
        expect(late.filter(({ id }) => !ids.has(id))).toEqual([])
      }),
      RUNS,
    )
  })
})

function givenOn(plan: CarePlan, { nominalAt, dueAt }: Reminder): readonly CareEvent[] {
  const day = shownOf(plan, nominalAt).slice(0, 10)
  return plan.events.filter(
    (event) =>
      event.type === 'check-in' && event.at <= dueAt && shownOf(plan, event.at).startsWith(day),
  )
}

function isBelow(plan: CarePlan, code: string, subject: string | undefined): boolean {
  return subject !== undefined && (plan.subjects[code]?.broader.includes(subject) ?? false)
}
