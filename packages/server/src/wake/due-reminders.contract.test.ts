import { nextDueAt, remindersOf } from '@afterglow/engine'
import { expect, it } from 'vitest'
import { preferencesOf } from '../care/record-event.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { newClinic, openTestServer } from '../testing/harness.ts'
import { fallenDue } from './due-reminders.ts'
import { careOf, newReminded, prefer, withPatient } from './wake-testing.ts'

const ENDED = '2026-11-22T11:00:00+04:00'
const DAY_MS = 86_400_000

it('tells of what fell due until now, and when the next is, be it within the day, in weeks or never', async () => {
  const server = await openTestServer('embedded')
  const clinicId = await newClinic(server)
  const place = await newReminded(server, clinicId, { endedAt: ENDED })
  // Of routines there is one every day.
  await prefer(server, place, { kinds: ['window-opened', 'milestone'] })
  const patient = await careOf(server, place)
  const clinic = await withPatient(server, place, (trx) => readClinic(trx, clinicId))
  const { care, library } = patient
  if (care === null) throw new Error('no plan')
  const preferences = preferencesOf(patient.record, clinic)
  const until = Date.parse(ENDED) + 400 * DAY_MS
  const all = remindersOf(library.planner, care.plan, {
    span: { from: Date.parse(ENDED), until },
    preferences,
  })
  const instants = [...new Set(all.map(({ dueAt }) => dueAt))].flatMap((at) => [at - 1, at])
  const waits = new Set<string>()
  for (const at of instants) {
    const handledUntil = at - DAY_MS / 2
    const { reminders, nextAt } = fallenDue(patient, clinic, { handledUntil, at })
    expect(reminders).toEqual(all.filter(({ dueAt }) => dueAt > handledUntil && dueAt <= at))
    expect(nextAt).toBe(all.find(({ dueAt }) => dueAt > at)?.dueAt ?? null)
    expect(nextAt).toBe(nextDueAt(library.planner, care.plan, { after: at, preferences }))
    waits.add(nextAt === null ? 'never' : nextAt - at > DAY_MS ? 'later' : 'within the day')
  }
  expect(waits).toEqual(new Set(['within the day', 'later', 'never']))
  await server.close()
})
