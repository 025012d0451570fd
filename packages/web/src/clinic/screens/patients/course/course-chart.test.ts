import { applyPlan, createPlanner, type Instant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { after, protocol, session } from '../../../../../../../tests/support/protocol.ts'
import type { Care } from '../../../../model/care.ts'
import { coursesOf } from './course-chart.ts'

const planner = createPlanner([protocol()])

function careAt(at: Instant, parts: object, procedure: object = {}): Care {
  const told = session(parts as Record<string, unknown>, procedure as Record<string, unknown>)
  return { planner, session: told, plan: applyPlan(planner, told), at, zone: 'UTC' }
}

const checkIn = (at: string, signs: readonly object[], more: object = {}) => ({
  type: 'check-in',
  at,
  signs,
  ...more,
})

describe('coursesOf', () => {
  it('draws a sign until its typical end and its outer end, in days since the session', () => {
    const [course] = coursesOf(careAt(after(24), {}))
    const redness = course?.signs.find(({ sign }) => sign === 'erythema')
    expect([redness?.typicalDay, redness?.outerDay]).toEqual([3, 10])
    expect(course?.nowDay).toBe(1)
  })

  it('calls expected only what triage does: worsening, severe and courseless signs are not', () => {
    const events = [
      checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 'mild' }]),
      checkIn('2026-01-12T10:00:00Z', [
        { code: 'erythema', severity: 'mild', trend: 'worsening' },
        { code: 'nodule', severity: 'mild' },
      ]),
      checkIn('2026-01-13T09:00:00Z', [
        { code: 'erythema', severity: 0 },
        { code: 'breathing-difficulty', severity: 'mild' },
      ]),
    ]
    const [course] = coursesOf(careAt(after(80), { events }))
    const judged = (code: string) =>
      course?.signs.find(({ sign }) => sign === code)?.reports.map((one) => one.judged)
    expect(judged('erythema')).toEqual(['expected', 'beyond', 'gone'])
    expect(judged('nodule')).toEqual(['beyond'])
    expect(judged('breathing-difficulty')).toEqual(['alarm'])
  })

  it('gives each session the reports up to the next one', () => {
    const procedures = [
      { id: 'p1', code: 'microneedling', endedAt: '2026-01-10T10:00:00Z', device: 'pen' },
      { id: 'p2', code: 'microneedling', endedAt: '2026-02-10T10:00:00Z', device: 'pen' },
    ]
    const events = [
      checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 5 }]),
      checkIn('2026-02-11T10:00:00Z', [{ code: 'erythema', severity: 2 }]),
    ]
    const courses = coursesOf(careAt(after(33 * 24), { procedures, events }))
    const levels = courses.map(({ procedure, signs }) => [
      procedure.id,
      signs.flatMap(({ reports }) => reports.map(({ level }) => level)),
    ])
    expect(levels).toEqual([
      ['p2', [2]],
      ['p1', [5]],
    ])
    expect(courses.map(({ nowDay }) => nowDay !== null)).toEqual([true, false])
  })

  it('expects nothing of a day where nobody knows when the session ended', () => {
    const [course] = coursesOf(careAt(after(24), {}, { endedAtEstimated: true }))
    expect(course?.isEstimated).toBe(true)
    expect(course?.signs.every(({ typicalDay }) => typicalDay === null)).toBe(true)
  })

  it('draws no fever on a scale of ten', () => {
    const events = [checkIn('2026-01-11T10:00:00Z', [{ code: 'fever', severity: 38.4 }])]
    const [course] = coursesOf(careAt(after(48), { events }))
    const fever = course?.signs.find(({ sign }) => sign === 'fever')
    expect(fever?.reports.map(({ level }) => level)).toEqual([null])
  })
})
