import {
  applyPlan,
  type Disposition,
  formatInstant,
  type Instant,
  parseSession,
  triage,
  type TriageAnswer,
  urgencyOf,
} from '@afterglow/engine'
import { alarmsIn, ask } from '@afterglow/language'
import { type PatientCare, zoneOf } from './patient-care.ts'

/** What a patient's message asks of the clinic; `answer` is triage of the signs in it, where it speaks of any. */
export interface Heard {
  readonly disposition: Disposition
  readonly reasons: TriageAnswer['reasons']
  readonly safetyNet: readonly string[]
}

const URGENT = urgencyOf('urgent')
const DAY_MS = 86_400_000

/**
 * Reads a message for red flags, as a check-in's notes and as a question, and keeps the more urgent. Whatever it says, it
 * is for the clinic to read: nothing less than `contact-clinic` comes out.
 */
export function hearMessage(care: PatientCare, body: string, at: Instant): Heard {
  const { library } = care
  const { session, plan } = care.care ?? unplanned(care, at)
  const { planner, asking } = library
  const notes = triage(planner, plan, { at, signs: [...alarmsIn(asking, body)] })
  const zone = zoneOf(care, at)
  const asked = ask({ planner, plan, session, at, zone, vocabulary: asking }, body)
  const alarmed = asked.disposition ?? 'expected'
  const isAsked = urgencyOf(alarmed) > urgencyOf(notes.disposition)
  const disposition = isAsked ? alarmed : notes.disposition
  const { reasons } = isAsked && asked.triage ? asked.triage : notes
  const { safetyNet } = notes
  if (urgencyOf(disposition) < URGENT)
    return { disposition: 'contact-clinic', reasons: [], safetyNet }
  return { disposition, reasons, safetyNet }
}

export function isUrgent({ disposition }: Heard): boolean {
  return urgencyOf(disposition) >= URGENT
}

/** What of somebody's care is there before it begins. */
type Unplanned = Pick<PatientCare, 'library'> & {
  readonly record: Pick<PatientCare['record'], 'zone'>
}

/**
 * Before a first procedure what somebody reports is read as of one who has a procedure to come: red flags count, and all
 * else is for the clinic.
 */
export function unplanned(
  { record: { zone }, library }: Unplanned,
  at: Instant,
): NonNullable<PatientCare['care']> {
  const endedAt = formatInstant(at + DAY_MS, 'UTC')
  const procedures = [{ id: 'to-come', code: 'microneedling', endedAt }]
  const session = parseSession({ zone, procedures, patient: {}, events: [] })
  if (!session.ok) throw new Error('a session of one procedure to come is a session')
  return { session: session.value, plan: applyPlan(library.planner, session.value) }
}
