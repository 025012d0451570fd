import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { jsonOf, timestampOf, timeValue, type Trx } from '../store/database.ts'
import type { Channel } from '../store/patient-record.ts'
import { createToken } from '../token.ts'
import type { PatientPlace } from './patient-session.ts'

/** What a token lets its holder do, and nothing else. Codes only: it is not sealed. */
export type AnswerSubject =
  | {
      readonly purpose: 'answer'
      /** Which reminder is answered. */
      readonly reminder: Readonly<Record<string, string | number | null>>
    }
  | { readonly purpose: 'unsubscribe'; readonly channel: Channel }

export interface NewAnswerToken {
  readonly place: PatientPlace
  readonly deliveryId: string | null
  readonly subject: AnswerSubject
  readonly at: Instant
  /** Good in [at, expiresAt): seven days after the reminder's own use has passed. */
  readonly expiresAt: Instant
}

/** Makes the token that one message carries; the text goes into the message, its hash is kept. */
export async function createAnswerToken(
  trx: Trx,
  { randomBytes }: Pick<Deps, 'randomBytes'>,
  { place, deliveryId, subject, at, expiresAt }: NewAnswerToken,
): Promise<string> {
  const { text, hash } = createToken(place.clinicId, randomBytes)
  await trx
    .insertInto('answerToken')
    .values({
      ...place,
      tokenHash: hash,
      deliveryId,
      purpose: subject.purpose,
      subject: jsonOf(subject),
      createdAt: timestampOf(at),
      expiresAt: timestampOf(expiresAt),
    })
    .execute()
  return text
}

export interface HeldAnswerToken<P extends AnswerSubject['purpose']> {
  readonly patientId: string
  readonly deliveryId: string | null
  readonly subject: Extract<AnswerSubject, { readonly purpose: P }>
}

/** A token that is good for the purpose, held until the end of the transaction; undefined for any other. */
export async function holdAnswerToken<P extends AnswerSubject['purpose']>(
  trx: Trx,
  {
    clinicId,
    hash,
    purpose,
    at,
  }: {
    readonly clinicId: string
    readonly hash: Uint8Array
    readonly purpose: P
    readonly at: Instant
  },
): Promise<HeldAnswerToken<P> | undefined> {
  const row = await trx
    .updateTable('answerToken')
    .set({ usedAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('tokenHash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', timeValue(at))
    .returning(['patientId', 'deliveryId', 'subject'])
    .executeTakeFirst()
  // Written by `createAnswerToken`, its purpose beside it.
  return row as HeldAnswerToken<P> | undefined
}
