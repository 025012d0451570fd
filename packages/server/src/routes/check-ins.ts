import { isDeepStrictEqual } from 'node:util'
import { formatInstant, toWire, triage, urgencyOf } from '@afterglow/engine'
import { careCardsOf } from '@afterglow/formats'
import { type GivenCheckIn, givenCheckIn } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { raiseAlert } from '../care/raise-alert.ts'
import { type Recorded, recordReports, type Report } from '../care/record-event.ts'
import { holdCares, type PatientCare, zoneOf } from '../care/patient-care.ts'
import { withoutUndone } from '../care/session-of.ts'
import { isOfPatient } from '../http/principal.ts'
import {
  created,
  done,
  invalid,
  notFound,
  problem,
  type Problem,
  type Reply,
} from '../http/reply.ts'
import {
  type Call,
  defineGroupedRoute,
  defineRoute,
  DESK,
  param,
  type Route,
  STAFF,
} from '../http/route.ts'
import type { StoredEvent } from '../store/event-log.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import { anyForm, idForm, instantForm, listForm } from './forms.ts'
import { NO_PROCEDURE, plannedCareOf } from './care-of-call.ts'
import { futureProblem, newEvent } from './new-event.ts'
import { eventJson } from './care-events.ts'

const severity = z.union([z.number(), z.string().max(40)])
const checkInForm = z.strictObject({
  /** Made by the app when the person pressed send, so that what was sent twice is kept once. */
  checkInId: idForm.optional(),
  at: instantForm.optional(),
  symptoms: z
    .array(
      z.strictObject({ name: z.string().trim().min(1).max(200), severity: severity.optional() }),
    )
    .max(100),
  settled: z.array(z.string().trim().min(1).max(200)).max(100).optional(),
  notes: z.string().max(10_000).optional(),
})

/** A check-in of more than so long ago comes late: it is judged as of its time, and told as of now. */
const create = defineGroupedRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/check-ins',
    summary: 'How the skin is: who to contact and how fast, and the safety net',
    tag: 'Care',
    access: [...DESK, 'patient', 'caregiver'],
    action: 'check-in.create',
    body: checkInForm,
    replies: { 201: anyForm },
  },
  async (calls): Promise<readonly Reply[]> => {
    const [first] = calls
    if (first === undefined) return []
    const { trx, deps, clinicId } = first
    const patientIds = calls.map((call) => param(call, 'patientId'))
    const cares = await holdCares(trx, deps, { clinicId, patientIds })
    const read = calls.map((call) => toldBy(call, cares.get(param(call, 'patientId'))))
    const told = read.flatMap((one) => ('event' in one ? [one] : []))
    const recorded = await recordReports(trx, deps, told)
    const clinic = await readClinic(trx, clinicId)
    const replies = new Map<Told, Reply>()
    for (const [k, one] of told.entries()) {
      // As many as were told.
      replies.set(one, await answered(one, recorded[k] as Recorded, clinic))
    }
    return read.map((one) => ('event' in one ? (replies.get(one) as Reply) : one))
  },
)

/** A check-in as it was told, and the care that it is told of. */
interface Told extends Report {
  readonly call: Call
  readonly given: GivenCheckIn
}

function toldBy(
  call: Call & { readonly body: z.output<typeof checkInForm> },
  held: PatientCare | undefined,
): Told | Problem {
  if (held === undefined) return notFound('patient')
  if (held.session === null) return problem(409, 'conflict', NO_PROCEDURE)
  const { checkInId = call.deps.createId(), settled, ...said } = call.body
  const read = givenCheckIn(said, held.library, call.at)
  if (!read.ok) return invalid(read.issues)
  const { at, ...rest } = read.value.checkIn
  const future = futureProblem(call, at)
  if (future) return future
  const data = { ...rest, ...(settled && { settled }) }
  const event = newEvent(call, { type: 'check-in', at, data, eventId: checkInId })
  const earlier = held.events.find(({ eventId }) => eventId === checkInId)
  if (earlier && !isSame(earlier, event)) return problem(409, 'conflict', OTHER)
  return { call, held, event, given: read.value }
}

const OTHER = { detail: 'This checkInId is of another check-in: give each one its own.' }

/**
 * What is told anew under an old id would be answered, and nobody would ever see it. Not by its time: one sent again without
 * a time of its own has a later one.
 */
function isSame({ type, data }: StoredEvent, event: StoredEvent): boolean {
  const told: unknown = JSON.parse(JSON.stringify(event.data))
  return type === event.type && isDeepStrictEqual(data, told)
}

/** Judges a check-in by the plan that it is part of by now, and tells the clinic where somebody has to see it. */
async function answered(
  { call, given, event: { eventId } }: Told,
  { after: { record, library, care }, isNew }: Recorded,
  clinic: Clinic,
): Promise<Reply> {
  if (care === null) throw new Error('a check-in without a procedure')
  const { checkIn, readAs, unread } = given
  const answer = triage(library.planner, care.plan, checkIn)
  if (isNew) await raiseAlert(call, { record, eventId, answer })
  call.deps.metrics.checkIns.inc({ disposition: answer.disposition })
  const { staticCards, emergencyNumber } = clinic.settings
  // Where the clinic has switched interactive triage off, a patient gets every care card and no disposition.
  const isHidden = staticCards && isOfPatient(call.principal)
  const cards = { planner: library.planner, plan: care.plan, at: checkIn.at }
  return created({
    checkInId: eventId,
    ...(isHidden ? { cards: careCardsOf(cards), safetyNet: answer.safetyNet } : answer),
    emergencyNumber,
    ...(readAs.length > 0 && { readAs }),
    ...(unread.length > 0 && { issues: unread }),
  })
}

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/check-ins',
    summary: 'What the patient reported, each with what was answered',
    tag: 'Care',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'check-in.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await plannedCareOf(call, undefined)
    if (!found.ok) return found.reply
    const { planned } = found
    const { care, library } = planned
    const clinic = await readClinic(call.trx, call.clinicId)
    const told = withoutUndone(planned.events).filter(({ type }) => type === 'check-in')
    const items = told.map((event) => {
      // Written from a parsed check-in.
      const checkIn = { ...event.data, at: event.at } as Parameters<typeof triage>[2]
      const answer = triage(library.planner, care.plan, checkIn)
      const hidden = clinic.settings.staticCards && isOfPatient(call.principal)
      return {
        ...eventJson(event, zoneOf(planned, event.at)),
        ...(!hidden && {
          answer: toWire(answer, planned.zone),
          urgency: urgencyOf(answer.disposition),
        }),
      }
    })
    return done({ items, next: null, asOf: formatInstant(call.at, planned.zone) })
  },
)

export const CHECK_IN_ROUTES: readonly Route[] = [create, list]
