import { z } from '@hono/zod-openapi'
import { findDuplicates } from '../care/duplicates.ts'
import { mergePatients } from '../care/merge-patients.ts'
import { planHash } from '../care/patient-care.ts'
import { writeAudit } from '../http/audit.ts'
import { actorOf } from '../http/principal.ts'
import { done, invalidAt, notFound, problem, type Reply } from '../http/reply.ts'
import { CLINICIAN, defineRoute, DESK, type Route } from '../http/route.ts'
import { openPatient } from '../store/patient-record.ts'
import { anyForm, idForm, listForm } from './forms.ts'
import { patientJson, patientOf } from './patient-of.ts'

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/duplicates',
    summary: 'Records that may be of one person, and by what; both are to be looked at',
    tag: 'Patients',
    access: DESK,
    action: 'patient.duplicates',
    replies: { 200: listForm },
  },
  async ({ trx, deps, clinicId }) => {
    const pairs = await findDuplicates(trx, deps, clinicId)
    const items = pairs.map(({ records, by }) => ({ by, patients: records.map(patientJson) }))
    return done({ items, next: null })
  },
)

const merge = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/merge',
    summary:
      'Merge this record into another of the same person: no event is lost, the stricter facts stand',
    tag: 'Patients',
    // Two people's plans in one would be wrong for both: it is a clinician's to say that they are one.
    access: CLINICIAN,
    action: 'patient.merge',
    body: z.strictObject({
      into: idForm,
      /** Of the two records as they were read: both were looked at. */
      revision: z.int(),
      intoRevision: z.int(),
    }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, body, principal, requestId } = call
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const from = found.record
    const into = await openPatient(trx, deps, { clinicId, patientId: body.into })
    if (into === null) return notFound('patient')
    if (from.patientId === into.patientId) return invalidAt('into', 'is the same record')
    if (from.state !== 'active' || into.state !== 'active') return problem(409, 'conflict', MERGED)
    if (from.revision !== body.revision || into.revision !== body.intoRevision)
      return problem(412, 'precondition-failed')
    const merged = await mergePatients(call, { from, into, actor: actorOf(principal) })
    if (merged === null) return problem(409, 'conflict', MERGED)
    const { after, events } = merged
    call.note({ into: into.patientId, events })
    await writeAudit(trx, deps, {
      clinicId,
      principal,
      requestId,
      patientId: into.patientId,
      action: 'patient.merged-into',
      outcome: 'done',
      detail: { from: from.patientId, events },
    })
    const plan = after.care?.plan
    return done({
      patientId: into.patientId,
      mergedPatientId: from.patientId,
      events,
      planHash: plan ? planHash(plan) : null,
      issues: plan?.issues ?? [],
    })
  },
)

const MERGED = { detail: 'One of the two was merged already.' }

export const DUPLICATE_ROUTES: readonly Route[] = [list, merge]
