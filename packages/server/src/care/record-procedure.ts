import {
  type Instant,
  type Issue,
  type PatientFacts,
  type Procedure,
  succeed,
} from '@afterglow/engine'
import { givenSession } from '@afterglow/ledger'
import { queueWebhooks } from '../deliver/outbound.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import type { Actor } from '../http/principal.ts'
import type { StoredEvent } from '../store/event-log.ts'
import { newestAdoption, type PatientRecord } from '../store/patient-record.ts'
import { judgeAgain } from './judge-again.ts'
import { type PatientCare, readCare, withVersion } from './patient-care.ts'
import { recordEvents } from './record-event.ts'
import { withTold } from './told-facts.ts'

/** A session as it was told, with what was used and what is known of the person. */
export interface GivenProcedure {
  readonly procedure: Readonly<Record<string, unknown>>
  readonly product?: object | undefined
  readonly patient?: object | undefined
}

export type RecordedProcedure =
  | {
      readonly kind: 'recorded'
      readonly procedureId: string
      readonly endedAt: Instant
      readonly before: PatientCare
      readonly after: PatientCare
      /** How many earlier reports are more urgent by it. */
      readonly raisedAgain: number
    }
  /** It cannot be read: what and where, as it was told. */
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** The rules of care do not take it. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

interface NewProcedure {
  readonly record: PatientRecord
  readonly given: GivenProcedure
  readonly actor: Actor
}

/** Records a session of a patient, as performed or as planned, and tells the systems that want to know. */
export async function recordProcedure(
  sending: Sending,
  { record, given, actor }: NewProcedure,
): Promise<RecordedProcedure> {
  const { trx, deps, at } = sending
  const procedureId = deps.createId()
  const locked = await atItsStart(sending, await readCare(trx, deps, { record, lock: true }))
  const read = readGiven(locked, { ...given.procedure, id: procedureId }, given.patient)
  if (!read.ok) return { kind: 'invalid', issues: read.issues }
  const { procedure } = read.value
  const told = read.value.patient
  const patient = actor.kind === 'webhook' ? withTold(locked.events, told) : told
  const events = eventsOf({ procedure, patient }, { given, at, actor, factsId: deps.createId() })
  const result = await recordEvents(trx, deps, { record, events, locked })
  if (!result.ok) return { kind: 'refused', issues: result.issues }
  const { patientId } = record
  const raisedAgain = await judgeAgain(sending, result.value.after)
  await queueWebhooks(sending, { type: 'procedure.created', patientId, data: { procedureId } })
  return {
    kind: 'recorded',
    procedureId,
    endedAt: procedure.endedAt,
    before: locked,
    after: result.value.after,
    raisedAgain,
  }
}

/** A plan is of what its clinic has adopted when it begins: with the first session, however long the record was there. */
async function atItsStart({ trx, deps }: Sending, care: PatientCare): Promise<PatientCare> {
  if (care.session !== null) return care
  const { clinicId } = care.record
  const adoption = await newestAdoption(trx, clinicId)
  const adoptionId = adoption?.adoptionId ?? null
  const pins = adoption?.protocols ?? deps.shelf.current
  const library = await deps.shelf.libraryOf(trx, pins)
  const shortenings = await deps.shelf.shorteningsOf(trx, { clinicId, adoptionId })
  return withVersion(care, { pins, adoptionId, library, shortenings })
}

interface Telling {
  readonly given: GivenProcedure
  readonly at: Instant
  readonly actor: Actor
  readonly factsId: string
}

/** The session, and what is known of the person where that was told with it. */
function eventsOf(
  { procedure, patient }: { readonly procedure: Procedure; readonly patient: PatientFacts },
  { given, at, actor, factsId }: Telling,
): readonly StoredEvent[] {
  const { endedAt, id: eventId, ...rest } = procedure
  const told = { recordedAt: at, actor }
  const data = { ...rest, ...(given.product && { product: given.product }) }
  const performed = { eventId, type: 'procedure', at: endedAt, data, ...told } as const
  if (!given.patient) return [performed]
  const facts = {
    eventId: factsId,
    type: 'patient-facts',
    at,
    data: { ...patient },
    ...told,
  } as const
  return [performed, facts]
}

/**
 * Read by the form that session files have, with the words of the version that the patient's plan is pinned to: people's
 * words become codes, impossible figures are refused by name.
 */
function readGiven({ library }: PatientCare, procedure: object, patient: object = {}) {
  const given = givenSession({ zone: 'UTC', procedures: [procedure], patient, events: [] }, library)
  if (!given.ok) return { ok: false as const, issues: given.issues.map(inProcedure) }
  const { session } = given.value
  // One was given, and the parser drops none.
  const [only] = session.procedures as [(typeof session.procedures)[number]]
  return succeed({
    procedure: only,
    patient: session.patient,
  })
}

function inProcedure<T extends Issue>(issue: T): T {
  return { ...issue, expression: issue.expression.replace(/^procedures\[0\]\.?/, '') }
}
