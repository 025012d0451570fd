import { formatInstant, STATUSES, toWire } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { lastSessionJson, lastSessionOf } from '../care/last-session.ts'
import type { Opening } from '../care/opens-today.ts'
import { type PatientCare, type PinnedPlan, readCares, zoneOf } from '../care/patient-care.ts'
import { countRecent, MONTH_MS, recentSessions } from '../care/recent-sessions.ts'
import { withoutUndone } from '../care/session-of.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { done, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route, STAFF } from '../http/route.ts'
import { instantForm } from './forms.ts'
import { lastSessionForm } from './last-session-form.ts'

/** What opens today is told of so many patients, those of the newest sessions. */
const OPENS_OF = 200

const dayForm = z.object({
  patientId: z.uuid(),
  name: z.string(),
  locale: z.string(),
  day: z.number().describe('Whole calendar days since the session, where the patient is'),
  endedAt: instantForm,
  procedure: lastSessionForm,
  opensToday: z.array(z.object({ subject: z.string(), at: instantForm, status: z.enum(STATUSES) })),
  lastCheckInAt: instantForm.nullable(),
})
const daysForm = z.object({
  items: z.array(dayForm),
  next: z.string().nullable(),
  counts: z
    .object({ inFirstWeek: z.number(), inFirstMonth: z.number() })
    .optional()
    .describe('On the first page: of the whole clinic'),
  opensToday: z
    .array(z.object({ subject: z.string(), patients: z.number() }))
    .optional()
    .describe('On the first page: what opens today for how many of the patients counted below'),
  opensTodayOf: z
    .number()
    .optional()
    .describe(`How many patients that is of: at most ${OPENS_OF}, of the newest sessions`),
})

const list = defineRoute(
  {
    method: 'get',
    path: '/days',
    summary: 'Who is in the first 28 days after a session, the newest session first',
    tag: 'Inbox',
    access: STAFF,
    action: 'day.list',
    query: pageQuery,
    replies: { 200: daysForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, at, query } = call
    const after = readCursor(query.cursor, [isInstant, isId])
    if (after === undefined) return OTHER_CURSOR
    const isFirst = after === null
    const count = isFirst ? Math.max(query.limit + 1, OPENS_OF) : query.limit + 1
    const rows = await recentSessions(trx, { clinicId, at, after, count })
    const page = pageOf(rows, query.limit, (last) => [last.endedAt, last.patientId])
    const cares = await caresOf(call, isFirst ? rows : page.items)
    const recent = cares.flatMap((read) => recentOf(read, call) ?? [])
    const byId = new Map(recent.map((one) => [one.read.record.patientId, one]))
    const items = page.items.flatMap(({ patientId }) => byId.get(patientId) ?? [])
    const first = isFirst && {
      counts: await countRecent(trx, clinicId, at),
      opensToday: opensOf(recent),
      opensTodayOf: recent.length,
    }
    return done({ items: items.map(dayJson), next: page.next, ...first })
  },
)

/** Some at a time: on the embedded database nobody else is served while a statement is answered. */
const A_READ = 50

async function caresOf(
  { trx, deps, clinicId }: Call,
  rows: readonly PinnedPlan[],
): Promise<readonly PatientCare[]> {
  const cares: PatientCare[] = []
  for (let k = 0; k < rows.length; k += A_READ)
    cares.push(...(await readCares(trx, deps, { clinicId, rows: rows.slice(k, k + A_READ) })))
  return cares
}

interface Recent {
  readonly read: PatientCare
  readonly session: NonNullable<ReturnType<typeof lastSessionOf>>
  readonly openings: readonly Opening[]
  readonly zone: string
}

/** Null where by the plan there was no session within the month: it was corrected or taken back. */
function recentOf(read: PatientCare, { at, deps }: Call): Recent | null {
  const session = lastSessionOf(read, at)
  if (session === null || session.endedAt <= at - MONTH_MS) return null
  return { read, session, openings: deps.openings(read, at), zone: zoneOf(read, at) }
}

function dayJson({ read: { record, events }, session, openings, zone }: Recent): object {
  const { patientId, locale, identity } = record
  const told = withoutUndone(events).filter(({ type }) => type === 'check-in')
  const lastAt = Math.max(...told.map(({ at }) => at))
  return {
    patientId,
    name: identity.name,
    locale,
    day: session.day,
    endedAt: formatInstant(session.endedAt, zone),
    procedure: lastSessionJson(session, zone),
    opensToday: toWire(openings, zone),
    lastCheckInAt: told.length === 0 ? null : formatInstant(lastAt, zone),
  }
}

/** What opens for the most people first. */
function opensOf(recent: readonly Recent[]): readonly object[] {
  const subjects = recent.flatMap(({ openings }) => openings.map(({ subject }) => subject))
  return [...Map.groupBy(subjects, (subject) => subject)]
    .map(([subject, { length }]) => ({ subject, patients: length }))
    .toSorted((one, other) => other.patients - one.patients)
}

export const DAY_ROUTES: readonly Route[] = [list]
