import { formatInstant, type Issue, parseInstant, toWire, urgencyOf } from '@afterglow/engine'
import { careCardsOf } from '@afterglow/formats'
import { type GivenCheckIn, givenCheckIn } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { unplanned } from '../care/hear-message.ts'
import { comesLate, judgeAgain } from '../care/judge-again.ts'
import { judgeCheckIn } from '../care/judge-check-in.ts'
import { AHEAD_MS } from '../care/planned-sessions.ts'
import { raiseAlert } from '../care/raise-alert.ts'
import { type Recorded, recordReports, type Report } from '../care/record-event.ts'
import { holdCares, type PatientCare, withEvents, zoneOf } from '../care/patient-care.ts'
import { eventJson } from '../care/patient-json.ts'
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
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import { floodOf } from './flood.ts'
import { recordedCheckInForm } from './answer-forms.ts'
import { idForm, instantForm, listForm } from './forms.ts'
import { askedCareOf } from './care-of-call.ts'
import { newEvent } from './new-event.ts'
import { isSameReport } from './same-report.ts'

const severity = z.union([z.number(), z.string().max(40)])
const checkInForm = z.strictObject({
  /** Made by the app when the person pressed send, so that what was sent twice is kept once. */
  checkInId: idForm.optional(),
  at: instantForm.optional(),
  symptoms: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(200),
        severity: severity.optional(),
        /** What gets worse is for the clinic at any time. */
        trend: z.enum(['fading', 'steady', 'worsening']).optional(),
      }),
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
    heard: true,
    body: checkInForm,
    replies: { 201: recordedCheckInForm },
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
  /** What of it could not be read, or not as it was told. */
  readonly issues: readonly Issue[]
}

function toldBy(
  call: Call & { readonly body: z.output<typeof checkInForm> },
  held: PatientCare | undefined,
): Told | Problem {
  if (held === undefined) return notFound('patient')
  const { checkInId = call.deps.createId(), settled, at: said, ...told } = call.body
  const clock = clockOf(call, said)
  const read = givenCheckIn({ ...told, at: clock.at }, held.library, call.at)
  if (!read.ok) return invalid(read.issues)
  const { at, ...rest } = read.value.checkIn
  const data = { ...rest, ...(settled && { settled }) }
  const event = newEvent(call, { type: 'check-in', at, data, eventId: checkInId })
  const earlier = held.events.find(({ eventId }) => eventId === checkInId)
  if (earlier && !isSameReport(earlier, event)) return problem(409, 'conflict', OTHER)
  const after = () => withEvents(held, [...held.events, event])
  const judge = () => judgeCheckIn(after(), event).disposition
  const flood = floodOf(call, { held, event, judge })
  if (flood) return flood
  return { call, held, event, given: read.value, issues: [...clock.issues, ...read.value.unread] }
}

/**
 * When a check-in is of. A phone's clock may be hours fast or years slow: what it reports is judged all the same, as of now,
 * and the answer says so. A text that is no time is refused, by whoever reads it.
 */
function clockOf(
  { at, principal }: Pick<Call, 'at' | 'principal'>,
  said: string | undefined,
): { readonly at: string | undefined; readonly issues: readonly Issue[] } {
  const told = said === undefined ? at : parseInstant(said)
  if (told === undefined && !TIME.test(said ?? '')) return { at: said, issues: [] }
  // Another system may bring in what was told years ago; a phone keeps nothing for so long.
  const oldest = isOfPatient(principal) ? at - YEAR_MS : Number.NEGATIVE_INFINITY
  if (told !== undefined && told >= oldest && told <= at + AHEAD_MS) return { at: said, issues: [] }
  const diagnostics = `found "${said}", which cannot be: taken as told now; check the clock of the device`
  const issue = { severity: 'warning', code: 'value', expression: 'at', diagnostics } as const
  return { at: undefined, issues: [issue] }
}

const YEAR_MS = 366 * 86_400_000
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

const OTHER = { detail: 'This checkInId is of another check-in: give each one its own.' }

/** Judges a check-in by the plan that it is part of by now, and tells the clinic where somebody has to see it. */
async function answered(
  { call, given, issues, event }: Told,
  { after, isNew }: Recorded,
  clinic: Clinic,
): Promise<Reply> {
  const { record, library } = after
  const { eventId } = event
  const { checkIn, readAs } = given
  const { plan } = after.care ?? unplanned(after, checkIn.at)
  const answer = judgeCheckIn(after, event)
  if (isNew) await raiseAlert(call, { record, eventId, answer })
  if (isNew && comesLate(after, event)) call.note({ raisedAgain: await judgeAgain(call, after) })
  call.deps.metrics.checkIns.inc({ disposition: answer.disposition })
  const { staticCards, emergencyNumber } = clinic.settings
  // Where the clinic has switched interactive triage off, a patient gets every care card and no disposition.
  const isHidden = staticCards && isOfPatient(call.principal)
  const cards = { planner: library.planner, plan, at: checkIn.at }
  return created({
    checkInId: eventId,
    ...(isHidden ? { cards: careCardsOf(cards), safetyNet: answer.safetyNet } : answer),
    emergencyNumber,
    ...(readAs.length > 0 && { readAs }),
    ...(issues.length > 0 && { issues }),
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
    const found = await askedCareOf(call, undefined)
    if (!found.ok) return found.reply
    const { read } = found
    const zone = zoneOf(read, call.at)
    const clinic = await readClinic(call.trx, call.clinicId)
    const told = withoutUndone(read.events).filter(({ type }) => type === 'check-in')
    const items = told.map((event) => {
      const answer = judgeCheckIn(read, event)
      const hidden = clinic.settings.staticCards && isOfPatient(call.principal)
      return {
        ...eventJson(event, zoneOf(read, event.at)),
        ...(!hidden && {
          answer: toWire(answer, zone),
          urgency: urgencyOf(answer.disposition),
        }),
      }
    })
    return done({ items, next: null, asOf: formatInstant(call.at, zone) })
  },
)

export const CHECK_IN_ROUTES: readonly Route[] = [create, list]
