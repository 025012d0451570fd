import type { Instant, Reminder } from '@afterglow/engine'
import { createAnswerToken } from '../auth/answer-token.ts'
import type { Deps } from '../deps.ts'
import type { Trx } from '../store/database.ts'
import type { Channel, PatientRecord } from '../store/patient-record.ts'

/** How a person answers one message without signing in, and ends all of its channel. */
export interface AnswerLinks {
  /** What the app answers with; null where there is not one thing to answer. */
  readonly answerToken: string | null
  readonly answerUrl: string | null
  /** A page for a person. */
  readonly unsubscribeUrl: string
  /** What a mail program posts to (RFC 8058). */
  readonly oneClickUrl: string
}

const DAY_MS = 86_400_000
/** A mail is found again days later. */
const KEPT_MS = 7 * DAY_MS
/** An unsubscribe link has to work for as long as anybody may look for one (30 days at least, by the mail laws). */
const UNSUBSCRIBE_MS = 60 * DAY_MS
/** What is done, not yet done, or worse. The rest is only told. */
const ANSWERED: ReadonlySet<Reminder['kind']> = new Set(['routine', 'check-in-due'])

interface Linking {
  readonly record: PatientRecord
  readonly deliveryId: string
  readonly channel: Channel
  readonly reminders: readonly Reminder[]
  readonly at: Instant
}

/** Makes the tokens of one message; of each only its hash is kept, so that a repeated message has others. */
export async function createAnswerLinks(
  trx: Trx,
  deps: Pick<Deps, 'randomBytes' | 'baseUrl'>,
  { record: { clinicId, patientId }, deliveryId, channel, reminders, at }: Linking,
): Promise<AnswerLinks> {
  const of = { place: { clinicId, patientId }, deliveryId, at }
  const unsubscribe = await createAnswerToken(trx, deps, {
    ...of,
    subject: { purpose: 'unsubscribe', channel },
    expiresAt: at + UNSUBSCRIBE_MS,
  })
  const [only] = reminders
  const isAnswered = only !== undefined && reminders.length === 1 && ANSWERED.has(only.kind)
  const answerToken = isAnswered
    ? await createAnswerToken(trx, deps, {
        ...of,
        subject: { purpose: 'answer', reminder: codesOf(only) },
        expiresAt: only.expiresAt + KEPT_MS,
      })
    : null
  return {
    answerToken,
    // Behind the #, so that no server or proxy on the way writes it down.
    answerUrl: answerToken === null ? null : `${deps.baseUrl}/#/answer/${answerToken}`,
    unsubscribeUrl: `${deps.baseUrl}/#/unsubscribe/${unsubscribe}`,
    oneClickUrl: `${deps.baseUrl}/api/v1/unsubscribe/${unsubscribe}`,
  }
}

function codesOf(reminder: Reminder): Readonly<Record<string, string | number | null>> {
  const { id, kind, subject, task, milestone, procedure, nominalAt } = reminder
  return {
    id,
    kind,
    nominalAt,
    subject: subject ?? null,
    task: task ?? null,
    milestone: milestone ?? null,
    procedure: procedure ?? null,
  }
}
