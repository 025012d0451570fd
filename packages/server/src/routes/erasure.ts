import { z } from '@hono/zod-openapi'
import { erasePatient, removeBlobsOf } from '../care/erase.ts'
import { actorOf } from '../http/principal.ts'
import { done, notFound, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, OWNER, type Route } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { anyForm, idForm } from './forms.ts'

const erase = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/erasure',
    summary: 'Destroy a patient’s key and everything of theirs, for good',
    tag: 'Record',
    access: OWNER,
    action: 'patient.erase',
    body: z.strictObject({ reason: z.enum(['asked', 'mistake', 'retention-over', 'test-data']) }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, at } = call
    const patientId = idForm.safeParse(call.params['patientId']).data
    if (patientId === undefined || !(await isPatient(call, patientId))) return notFound('patient')
    const actorId = actorOf(call.principal).id
    const { patientIds } = await erasePatient(trx, { clinicId, patientId, at, actorId })
    call.note({ reason: call.body.reason, records: patientIds.length })
    call.afterwards(() => removeBlobs(call, patientIds))
    const { erasedAt } = await trx
      .selectFrom('erasure')
      .select('erasedAt')
      .where('clinicId', '=', clinicId)
      .where('patientId', '=', patientId)
      .executeTakeFirstOrThrow()
    return done({ patientId, erasedAt: timestampOf(erasedAt) })
  },
)

/** Erased ones too: it may be asked for again. */
async function isPatient({ trx, clinicId }: Call, patientId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
  return row !== undefined
}

/** Their key is gone, so what stays behind opens for nobody; the retention job takes it away. */
async function removeBlobs(
  { deps, clinicId, requestId }: Call,
  patientIds: readonly string[],
): Promise<void> {
  try {
    await removeBlobsOf(deps, { clinicId, patientIds })
  } catch {
    deps.log.warn({ requestId }, 'photos of an erased patient are still to be removed')
  }
}

export const ERASURE_ROUTES: readonly Route[] = [erase]
