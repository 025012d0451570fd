import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { openServer } from '../open-server.ts'
import { newClinic, openTestServer } from '../testing/harness.ts'
import { fallenDue } from './due-reminders.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { careOf, copyPatients, decide, newReminded, prefer, withPatient } from './wake-testing.ts'
import { wakeAll } from './worker.ts'

const PLANS = 10_000
const ENDED = '2026-11-22T11:00:00+04:00'
/** Touching the face opens 72 hours after. */
const OPENS = Date.parse('2026-11-25T11:00:00+04:00')

it(`shares ${PLANS} due plans between two servers on one PostgreSQL, each reminder once and none lost`, async () => {
  const server = await openTestServer('postgres')
  server.clock.now = Date.parse(ENDED)
  const clinicId = await newClinic(server)
  await decide(server, clinicId, { digestAt: null, quietHours: null })
  const like = await newReminded(server, clinicId, { endedAt: ENDED })
  await prefer(server, like, { kinds: ['window-opened'] })
  const due = { handledUntil: OPENS - 1, dueAt: OPENS }
  const ids = await copyPatients(server, like, { count: PLANS, ...due })
  server.clock.now = OPENS
  const care = await careOf(server, like)
  const clinic = await withPatient(server, like, (trx) => readClinic(trx, clinicId))
  const fallen = fallenDue(care, clinic, { handledUntil: OPENS - 1, at: OPENS })
  const each = fallen.reminders.length
  expect(each).toBeGreaterThan(0)
  const second = await openServer(server.deps.config, {
    now: () => OPENS,
    randomBytes,
    createId: randomUUID,
    fetch,
    log: pino({ level: 'silent' }),
  })
  if (!second.ok) throw new Error(JSON.stringify(second.issues))
  const taken = await Promise.all([wakeAll(server.deps), wakeAll(second.value.deps)])
  expect(taken.every((one) => one > 0)).toBe(true)
  // And the one that the others are like.
  expect(taken[0] + taken[1]).toBe(PLANS + 1)
  const told = await sql<{ readonly patientId: string; readonly count: number }>`
    select patient_id, count(*)::int as count from delivery, jsonb_array_elements(reminder -> 'reminders')
    where due_at = '2026-11-25T07:00:00Z' group by patient_id`.execute(server.deps.db)
  expect(new Set(told.rows.map(({ patientId }) => patientId))).toEqual(
    new Set([...ids, like.patientId]),
  )
  expect(told.rows.filter(({ count }) => count !== each)).toEqual([])
  const jobs = await sql<{
    readonly count: number
  }>`select count(distinct data ->> 'deliveryId')::int as count
    from pgboss.job where name = 'deliver'`.execute(server.deps.db)
  const rows = await sql<{
    readonly count: number
  }>`select count(*)::int as count from delivery`.execute(server.deps.db)
  expect(jobs.rows[0]).toEqual(rows.rows[0])
  await second.value.close()
  await server.close()
}, 600_000)
