import { type Instant, type Issue, succeed } from '@afterglow/engine'
import { givenSession } from '@afterglow/ledger'
import { queueWebhooks } from '../deliver/outbound.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import type { Actor } from '../http/principal.ts'
import type { StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import type { PatientCare } from './patient-care.ts'
import { recordEvents } from './record-event.ts'

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
      readonly after: PatientCare
    }
  /** It cannot be read: what and where, as it was told. */
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** The rules of care do not take it. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** Records a session of a patient, as performed or as planned, and tells the systems that want to know. */
export async function recordProcedure(
  sending: Sending,
  {
    record,
    given,
    actor,
  }: { readonly record: PatientRecord; readonly given: GivenProcedure; readonly actor: Actor },
): Promise<RecordedProcedure> {
  const { trx, deps, at } = sending
  const { product, patient } = given
  const procedureId = deps.createId()
  const read = await readGiven(sending, { ...given.procedure, id: procedureId }, patient)
  if (!read.ok) return { kind: 'invalid', issues: read.issues }
  const { endedAt, id: _, ...rest } = read.value.procedure
  const told = { recordedAt: at, actor }
  const data = { ...rest, ...(product && { product }) }
  const events: readonly StoredEvent[] = [
    { eventId: procedureId, type: 'procedure', at: endedAt, data, ...told },
    ...(patient
      ? [
          {
            eventId: deps.createId(),
            type: 'patient-facts' as const,
            at,
            data: read.value.patient,
            ...told,
          },
        ]
      : []),
  ]
  const result = await recordEvents(trx, deps, { record, events })
  if (!result.ok) return { kind: 'refused', issues: result.issues }
  const { patientId } = record
  await queueWebhooks(sending, { type: 'procedure.created', patientId, data: { procedureId } })
  return { kind: 'recorded', procedureId, endedAt, after: result.value.after }
}

/** Read by the form that session files have: people's words become codes, impossible figures are refused by name. */
async function readGiven({ deps, trx }: Sending, procedure: object, patient: object = {}) {
  const library = await deps.shelf.libraryOf(trx, deps.shelf.current)
  const given = givenSession({ zone: 'UTC', procedures: [procedure], patient, events: [] }, library)
  if (!given.ok) return { ok: false as const, issues: given.issues.map(inProcedure) }
  const { session } = given.value
  // One was given, and the parser drops none.
  const [only] = session.procedures as [(typeof session.procedures)[number]]
  return succeed({
    procedure: only,
    // Any object is a record.
    patient: session.patient as Readonly<Record<string, unknown>>,
  })
}

function inProcedure<T extends Issue>(issue: T): T {
  return { ...issue, expression: issue.expression.replace(/^procedures\[0\]\.?/, '') }
}
