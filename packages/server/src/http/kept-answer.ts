import type { Instant } from '@afterglow/engine'
import type { Selectable } from 'kysely'
import type { Deps } from '../deps.ts'
import { clinicKey, sealJson, unsealJson } from '../seal/index.ts'
import { isUuid, jsonOf, timestampOf, type Trx } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import { type Done, problem, type Reply } from './reply.ts'

/** The answer that a POST got, kept for a day under the caller's key: the same request again gets it and does nothing. */
export interface AnswerPlace {
  readonly clinicId: string
  /** Whose key it is: two callers may choose the same. */
  readonly actor: string
  readonly key: string
  /** Whom the request is about, where it names somebody. */
  readonly patientId?: string | null
  /** Of method, path and body: another request with the key is a mistake of the caller's. */
  readonly requestHash: string
}

type Keeping = Pick<Deps, 'masterKeys' | 'now'>

export interface Answer {
  readonly place: AnswerPlace
  readonly reply: Done
}

/** Keeps an answer; false where there is one already, and then nothing of this transaction may stay. */
export async function keepAnswer(trx: Trx, deps: Keeping, answer: Answer): Promise<boolean> {
  return keepAnswers(trx, deps, [answer])
}

/** Keeps the answers of one clinic's callers; false where there is one of them already. */
export async function keepAnswers(
  trx: Trx,
  { masterKeys, now }: Keeping,
  answers: readonly Answer[],
): Promise<boolean> {
  const [first] = answers
  if (first === undefined) return true
  const sealing = clinicKey(masterKeys, first.place.clinicId, 'kept-answer')
  const rows = answers.map(({ place, reply }) => ({
    ...claimOf(place, now()),
    patientId: aboutOf(place, reply),
    status: reply.status,
    sealedBody: sealJson(sealing, reply, contextOf(place)),
  }))
  const kept = await trx
    .insertInto('idempotency')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute()
  return kept.length === answers.length
}

/** Whose erasure takes the answer with it: the patient of the path, or the one that the answer is about. */
function aboutOf({ patientId }: AnswerPlace, { body }: Done): string | null {
  if (patientId && isUuid(patientId)) return patientId
  const told: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'patientId') : null
  return typeof told === 'string' && isUuid(told) ? told : null
}

/** Takes a key before its work is begun; false where it is taken or answered. Whoever asks meanwhile is told to wait. */
export async function claimAnswer(
  trx: Trx,
  { now }: Keeping,
  place: AnswerPlace,
): Promise<boolean> {
  const claimed = await trx
    .insertInto('idempotency')
    .values({ ...claimOf(place, now()), status: 0, sealedBody: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

function claimOf({ clinicId, actor, key, requestHash }: AnswerPlace, at: Instant) {
  const createdAt = timestampOf(at)
  return { clinicId, actor, key, requestHash, headers: jsonOf({}), createdAt }
}

export async function releaseAnswer(
  trx: Trx,
  { clinicId, actor, key }: AnswerPlace,
): Promise<void> {
  await trx
    .deleteFrom('idempotency')
    .where('clinicId', '=', clinicId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}

/** The answer kept under a key, or what is wrong with asking for it. */
export async function keptAnswer(trx: Trx, deps: Keeping, place: AnswerPlace): Promise<Reply> {
  return openedAnswer(deps, place, await answerRow(trx, place))
}

/** The answer that the very same request got before; null where it got none. */
export async function earlierAnswer(
  trx: Trx,
  deps: Keeping,
  place: AnswerPlace,
): Promise<Reply | null> {
  const row = await answerRow(trx, place)
  if (!row?.sealedBody || row.requestHash !== place.requestHash) return null
  return openedAnswer(deps, place, row)
}

type AnswerRow = Pick<Selectable<Tables['idempotency']>, 'requestHash' | 'sealedBody'>

function answerRow(
  trx: Trx,
  { clinicId, actor, key }: AnswerPlace,
): Promise<AnswerRow | undefined> {
  return trx
    .selectFrom('idempotency')
    .select(['requestHash', 'sealedBody'])
    .where('clinicId', '=', clinicId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
}

function openedAnswer(deps: Keeping, place: AnswerPlace, row: AnswerRow | undefined): Reply {
  if (row === undefined || row.sealedBody === null) return problem(409, 'conflict')
  if (row.requestHash !== place.requestHash) return problem(422, 'key-reused')
  const key = clinicKey(deps.masterKeys, place.clinicId, 'kept-answer')
  const opened = unsealJson(key, row.sealedBody, contextOf(place))
  // Sealed by `keepAnswer` from a Done, and bound to this very place.
  return opened.ok ? (opened.value as Done) : problem(409, 'conflict')
}

function contextOf({ clinicId, actor, key }: AnswerPlace): {
  readonly clinicId: string
  readonly patientId: null
  readonly field: string
  readonly rowId: string
} {
  return { clinicId, patientId: null, field: 'idempotency.body', rowId: `${actor} ${key}` }
}
