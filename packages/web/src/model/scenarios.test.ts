import {
  applyPlan,
  assess,
  createPlanner,
  type Instant,
  isOpen,
  type Session,
  zoneAt,
} from '@afterglow/engine'
import { readLedgers } from '@afterglow/ledger'
import { describe, expect, it } from 'vitest'
import { instantAt } from '../../../../tests/scenarios/local-time.ts'
import { readStories, type Story } from '../../../../tests/scenarios/story.ts'
import type { Care } from './care.ts'
import { entriesOf } from './entry.ts'
import { subjectAnswer } from './subject-answer.ts'
import { timelineOf } from './timeline.ts'
import { todayOf } from './today.ts'

const HOUR = 3_600_000
const ledgers = readLedgers(undefined, { cache: false })
if (!ledgers.ok) throw new Error(JSON.stringify(ledgers.issues))
const planner = createPlanner(ledgers.value.map((ledger) => ledger.protocol))

/** The session as it stood at `at`, and what its screens are made from. */
function careAt(session: Session, at: Instant): Care {
  const known = { ...session, events: session.events.filter((event) => event.at <= at) }
  const plan = applyPlan(planner, known)
  return { planner, session: known, plan, at, zone: zoneAt(plan.zone, plan.events, at) }
}

/** Every moment that the story asks about, and some of the months after it that it does not. */
function momentsOf({ session, tables }: Story): readonly Instant[] {
  const asked = tables.flatMap(({ rows }) =>
    rows.map((row) => instantAt(row['asked at (local)'] ?? '', session)),
  )
  const first = Math.min(...session.procedures.map((one) => one.endedAt))
  const more = [-30, -1, 0, 1, 30, 100, 250, 400, 1000, 3000].map((hours) => first + hours * HOUR)
  return [...new Set([...asked, ...more])]
}

describe.each(readStories().map((story) => ({ name: story.name, story })))('$name', ({ story }) => {
  const cares = momentsOf(story).map((at) => careAt(story.session, at))

  it('answers every subject as the engine does, now and at every change to come', () => {
    for (const care of cares) {
      for (const subject of [...Object.keys(care.plan.subjects), 'of-no-protocol']) {
        const { status, since, opensAt, nextChangeAt, governing, spans } = subjectAnswer(
          care,
          subject,
        )
        const verdict = assess(care.plan, subject, care.at)
        expect({ status, since, opensAt, nextChangeAt, governing }, subject).toEqual({
          status: verdict.status,
          since: verdict.since,
          opensAt: verdict.opensAt,
          nextChangeAt: verdict.nextChangeAt,
          governing: verdict.governing,
        })
        expectAsEngine(care, subject, spans)
      }
    }
  })

  it('shows on Today every instant at which something opens, and what waits for a word', () => {
    for (const care of cares) {
      const { openings, waiting } = todayOf(care)
      for (const { at, entries } of openings) {
        for (const { subject, status } of entries) {
          expect(assess(care.plan, subject, care.at).opensAt, subject).toBe(at)
          expect(status, subject).toBe(assess(care.plan, subject, at).status)
        }
      }
      const shown = new Map<string, Instant | null>([
        ...openings.flatMap(({ at, entries }) => entries.map((one) => [one.subject, at] as const)),
        ...waiting.map((one) => [one.subject, null] as const),
      ])
      for (const code of closedLeaves(care)) {
        const { opensAt } = assess(care.plan, code, care.at)
        if (opensAt === null && waiting.length === 0 && todayOf(care).phase === 'before') continue
        const entry = [code, ...(care.plan.subjects[code]?.broader ?? [])].find((one) =>
          shown.has(one),
        )
        expect([code, entry && shown.get(entry)]).toEqual([code, opensAt])
      }
    }
  })

  it('draws on the timeline what the engine says, for every subject', () => {
    for (const care of cares) {
      for (const weeks of [1, 4, 12]) {
        const { groups, rows: merged, from, until } = timelineOf(care, weeks)
        const rows = groups.flatMap((group) => group.rows)
        for (const { subjects, spans } of [...rows, ...merged])
          for (const subject of subjects) {
            expect(spans[0]?.start).toBe(from)
            expect(spans.at(-1)?.end ?? until).toBeGreaterThanOrEqual(until)
            expectAsEngine(care, subject, spans)
          }
        const rowOf = (code: string) => rows.find(({ subjects }) => subjects.includes(code))
        for (const [code, { group, broader }] of Object.entries(care.plan.subjects)) {
          if (group) continue
          const row = [code, ...broader].map(rowOf).find((one) => one)
          expectAsEngine(care, code, row?.spans ?? [])
          expect(row, code).toBeDefined()
        }
      }
    }
  })
})

function closedLeaves({ plan, at }: Care): readonly string[] {
  return Object.entries(plan.subjects).flatMap(([code, { group }]) =>
    group || isOpen(assess(plan, code, at).status) ? [] : [code],
  )
}

/** A span says what the engine says at its start and a millisecond before its end, and the spans meet. */
function expectAsEngine(
  { plan }: Care,
  subject: string,
  spans: ReturnType<typeof subjectAnswer>['spans'],
): void {
  const told = spans.flatMap(({ start, end, status }) => [
    [start, status],
    ...(end === null ? [] : [[end - 1, status]]),
  ])
  const said = spans.flatMap(({ start, end }) => [
    [start, assess(plan, subject, start).status],
    ...(end === null ? [] : [[end - 1, assess(plan, subject, end - 1).status]]),
  ])
  expect(told, subject).toEqual(said)
  spans.forEach(({ end }, k) => k + 1 < spans.length && expect(end).toBe(spans[k + 1]?.start))
}

it('never hides an answer: every subject stands under an entry that says the same', () => {
  for (const { session } of readStories().slice(0, 6)) {
    const first = Math.min(...session.procedures.map((one) => one.endedAt))
    for (let hour = -20; hour < 400; hour += 37) {
      const care = careAt(session, first + hour * HOUR)
      const entries = new Map(entriesOf(care).map((entry) => [entry.subject, entry.verdict]))
      for (const [code, { group, broader }] of Object.entries(care.plan.subjects)) {
        if (group) continue
        const own = assess(care.plan, code, care.at)
        const shown = [code, ...broader].map((one) => entries.get(one)).find((one) => one)
        expect([code, shown?.status, shown?.opensAt, shown?.nextChangeAt]).toEqual([
          code,
          own.status,
          own.opensAt,
          own.nextChangeAt,
        ])
      }
    }
  }
})
