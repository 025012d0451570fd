import { randomUUID } from 'node:crypto'
import { type Instant, parseInstant } from '@afterglow/engine'
import { createApp } from '../app.ts'
import { refreshInsight } from '../care/insight-months.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../http/principal.ts'
import { usualCheckIns, withEveryAlarm } from './demo-course.ts'
import { DEMO_PATIENTS, type DemoPatient, type DemoSession } from './demo-people.ts'
import { demoPhoto } from './demo-photo.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const NOTICE = '2026-11'

export interface DemoClinic {
  readonly clinicId: string
  readonly userId: string
  readonly name: string
}

/** Fills a clinic with made-up patients through the API's own routes, each step at the time that it is of. */
export async function fillClinic(deps: Deps, clinic: DemoClinic): Promise<void> {
  await furnish(deps, clinic)
  for (const patient of DEMO_PATIENTS) await addPatient(deps, clinic, patient)
  await closeOldAlerts(deps, clinic)
  await refreshInsight(deps)
}

const OLD_HOURS = 24

/** What was reported in other weeks was dealt with then. */
async function closeOldAlerts(deps: Deps, clinic: DemoClinic): Promise<void> {
  const { items } = await asking(deps, clinic, deps.now())('GET', '/alerts?limit=200')
  // As the inbox lists them.
  const alerts = items as readonly OpenAlert[]
  for (const { alertId, raisedAt, revision } of alerts) {
    const at = (parseInstant(raisedAt) ?? deps.now()) + HOUR_MS
    if (at > deps.now() - OLD_HOURS * HOUR_MS) continue
    await asking(deps, clinic, at)(
      'POST',
      `/alerts/${alertId}/resolve`,
      {},
      {
        'if-match': `"${revision}"`,
      },
    )
  }
}

interface OpenAlert {
  readonly alertId: string
  readonly raisedAt: string
  readonly revision: number
}

/** What a clinic tells of itself, and one thing that it does more strictly than the protocol. */
async function furnish(deps: Deps, clinic: DemoClinic): Promise<void> {
  const ask = asking(deps, clinic, deps.now() - 200 * 24 * HOUR_MS)
  await ask('PATCH', '/clinic', { settings: SETTINGS }, { 'if-match': '"1"' })
  const changes = {
    lengthen: [{ subject: 'makeup', until: 'P4D', note: 'We see fewer blocked pores.' }],
  }
  await ask('POST', '/adoptions', { changes, apply: 'new' })
}

const SETTINGS = {
  phone: '+971 4 555 0100',
  openingHours: 'Monday to Friday 9:00 to 18:00, Saturday 10:00 to 14:00',
  bookingUrl: 'https://booking.riverside.example/',
  virtualVisitUrl: 'https://visit.riverside.example/',
  answering: {
    who: 'A nurse reads check-ins and messages.',
    hours: [
      { days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' },
      { days: [6], from: '10:00', until: '14:00' },
    ],
  },
  branding: { accent: '#b4552f', logo: null, sheetNote: 'Your skin, looked after.' },
}

async function addPatient(deps: Deps, clinic: DemoClinic, patient: DemoPatient): Promise<void> {
  const { name, email, phone, locale, sessions } = patient
  const first = Math.max(...sessions.map(({ hoursAgo }) => hoursAgo), 0)
  const at = (hoursAgo: number) => asking(deps, clinic, deps.now() - hoursAgo * HOUR_MS)
  const identity = { name, ...(email && { email }), ...(phone && { phone }) }
  const made = await at(first)('POST', '/patients', { ...identity, ...(locale && { locale }) })
  const path = `/patients/${String(made['patientId'])}`
  const alarms = await alarmsAsked(deps)
  for (const step of stepsOf(patient, { now: deps.now(), alarms })) {
    const ask = step.isPatients ? asPatient(deps, clinic, path) : at
    await ask(Math.max(step.hoursAgo, 0))(step.method, path + step.path, step.body)
  }
  await addPhotos(deps, { clinic, path, patient })
}

/** The signs that the app asks about first. */
async function alarmsAsked({ db, shelf }: Deps): Promise<readonly string[]> {
  const { planner } = await shelf.libraryOf(db, shelf.current)
  const flags = planner.shelves.flatMap(({ compiled }) => compiled.protocol.triage.redFlags)
  return [...new Set(flags.map(({ sign }) => sign))]
}

interface Step {
  readonly hoursAgo: number
  readonly method: string
  readonly path: string
  readonly body: object
  readonly isPatients?: boolean
}

/** Everything that happened to a patient, the oldest first. */
function stepsOf(
  patient: DemoPatient,
  { now, alarms }: { readonly now: Instant; readonly alarms: readonly string[] },
): readonly Step[] {
  const { sessions, messages = [], consents = [] } = patient
  const checkIns = patient.checkIns ?? sessions.flatMap(usualCheckIns)
  const [photoConsent] = patient.photosHoursAgo ?? []
  const scopes = photoConsent === undefined ? consents : [...consents, 'photos-care']
  const given = (scope: string): Step => ({
    hoursAgo: Math.max(...sessions.map(({ hoursAgo }) => hoursAgo)),
    method: 'PUT',
    path: `/consents/${scope}`,
    body: { given: true, noticeVersion: NOTICE },
  })
  const steps: readonly Step[] = [
    ...sessions.flatMap((session) => sessionSteps(session, patient, now)),
    ...scopes.map(given),
    ...checkIns.map(({ hoursAgo, symptoms, ...told }): Step => {
      const at = iso(now - hoursAgo * HOUR_MS)
      const body = { ...told, symptoms: withEveryAlarm(symptoms, alarms), at }
      return { hoursAgo, method: 'POST', path: '/check-ins', body, isPatients: true }
    }),
    ...messages.map(({ hoursAgo, from, body }): Step => {
      const isPatients = from === 'patient'
      return { hoursAgo, method: 'POST', path: '/messages', body: { body }, isPatients }
    }),
  ]
  return steps.toSorted((a, b) => b.hoursAgo - a.hoursAgo)
}

/** A session as it was recorded a few minutes after it; one to come was planned with the one before. */
function sessionSteps(
  { hoursAgo, ...session }: DemoSession,
  patient: DemoPatient,
  now: Instant,
): readonly Step[] {
  const { skin, medicines = [], history = [], sessions } = patient
  const facts = { ...(skin !== null && { fitzpatrickSkinType: skin }), medicines, history }
  const body = {
    device: 'pen',
    bodySites: ['face'],
    adjuncts: [],
    setting: 'clinic',
    indications: ['acne-scars'],
    ...session,
    endedAt: iso(now - hoursAgo * HOUR_MS),
    patient: facts,
  }
  const last = Math.min(...sessions.map((one) => one.hoursAgo).filter((hours) => hours > 0))
  const recorded = hoursAgo > 0 ? hoursAgo : Number.isFinite(last) ? last - 0.05 : 0
  const receipt = { hoursAgo: recorded - 0.1, method: 'POST', path: '/receipts' }
  return [
    { hoursAgo: recorded, method: 'POST', path: '/procedures', body },
    ...(hoursAgo > 0 ? [{ ...receipt, body: { kind: 'sheet' } }] : []),
  ]
}

async function addPhotos(
  deps: Deps,
  given: { readonly clinic: DemoClinic; readonly path: string; readonly patient: DemoPatient },
): Promise<void> {
  const { clinic, path, patient } = given
  const taken = patient.photosHoursAgo ?? []
  for (const [k, hoursAgo] of taken.entries()) {
    const at = deps.now() - hoursAgo * HOUR_MS
    const query = `purpose=care&takenAt=${encodeURIComponent(iso(at))}`
    const photo = await demoPhoto(0.9 - (0.55 * k) / Math.max(1, taken.length - 1))
    await asking(deps, clinic, at)('POST', `${path}/photos?${query}`, photo)
  }
}

function iso(at: Instant): string {
  return new Date(Math.floor(at / MINUTE_MS) * MINUTE_MS).toISOString()
}

type Answer = Readonly<Record<string, unknown>>
// The parts of a request in its order.
// oxlint-disable-next-line max-params
type Ask = (
  method: string,
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Asks as the clinic's owner, who is a clinician too, at an instant. */
function asking(deps: Deps, { clinicId, userId, name }: DemoClinic, at: Instant): Ask {
  const roles = ['owner', 'clinician'] as const
  return askingAs(deps, { kind: 'staff', userId, name, clinicId, roles, secondFactor: true }, at)
}

/** Asks as the patient of a path. */
function asPatient(deps: Deps, { clinicId }: DemoClinic, path: string): (hoursAgo: number) => Ask {
  const patientId = path.slice('/patients/'.length)
  const who = { kind: 'patient', clinicId, patientId, sessionId: deps.createId() } as const
  return (hoursAgo) => askingAs(deps, who, deps.now() - hoursAgo * HOUR_MS)
}

function askingAs(deps: Deps, principal: Principal, at: Instant): Ask {
  const app = createApp(
    { ...deps, now: () => at, principalOf: async () => principal },
    { files: null, addressOf: () => 'demo' },
  )
  // oxlint-disable-next-line max-params -- see Ask
  return async (method, path, body, headers = {}) => {
    const isPhoto = body instanceof Uint8Array
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        'content-type': isPhoto ? 'image/jpeg' : 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(body !== undefined && { body: isPhoto ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    // Every route that is asked here answers with an object.
    const answer = (await response.json()) as Answer
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
}
