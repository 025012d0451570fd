import { z } from '@hono/zod-openapi'
import { findDuplicates } from '../care/duplicates.ts'
import { mergePatients } from '../care/merge-patients.ts'
import { planHash } from '../care/patient-care.ts'
import { patientJson } from '../care/patient-json.ts'
import { writeAudit } from '../http/audit.ts'
import { actorOf } from '../http/principal.ts'
import { cursorOf, isId, OTHER_CURSOR, pageQuery, readCursor } from '../http/page.ts'
import { done, invalidAt, notFound, type Problem, problem, type Reply } from '../http/reply.ts'
import { type Call, CLINICIAN, defineRoute, DESK, type Route } from '../http/route.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'
import { anyForm, idForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/duplicates',
    summary: 'Records that may be of one person, and by what; both are to be looked at',
    tag: 'Patients',
    access: DESK,
    action: 'patient.duplicates',
    query: pageQuery,
    replies: { 200: listForm },
  },
  async ({ trx, deps, clinicId, query: { cursor, limit } }) => {
    const place = readCursor(cursor, [isId, isId])
    if (place === undefined) return OTHER_CURSOR
    const after = place && { patientId: place[0], otherId: place[1] }
    const { pairs, next } = await findDuplicates(trx, deps, { clinicId, after, limit })
    const items = pairs.map(({ records, by }) => ({ by, patients: records.map(patientJson) }))
    return done({ items, next: next && cursorOf([next.patientId, next.otherId]) })
  },
)

const mergeForm = z.strictObject({
  into: idForm,
  /** Of the two records as they were read: both were looked at. */
  revision: z.int(),
  intoRevision: z.int(),
})

const merge = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/merge',
    summary:
      'Merge this record into another of the same person: no event is lost, the stricter facts stand, and what was opened in one alone is to be confirmed',
    tag: 'Patients',
    // Two people's plans in one would be wrong for both: it is a clinician's to say that they are one.
    access: CLINICIAN,
    action: 'patient.merge',
    body: mergeForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, principal, requestId } = call
    const pair = await pairOf(call, call.body)
    if ('kind' in pair) return pair
    const { from, into } = pair
    const merged = await mergePatients(call, { from, into, actor: actorOf(principal) })
    if (merged === null) return problem(409, 'conflict', MERGED)
    const { after, events, raisedAgain, toConfirm } = merged
    call.note({ into: into.patientId, events, raisedAgain })
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
      toConfirm: toConfirm.map(({ type, data: { subject } }) => ({ type, subject })),
      issues: plan?.issues ?? [],
    })
  },
)

interface Pair {
  readonly from: PatientRecord
  readonly into: PatientRecord
}

/** Both records as the caller saw them, or what is wrong with merging them. */
async function pairOf(call: Call, body: z.output<typeof mergeForm>): Promise<Pair | Problem> {
  const { trx, deps, clinicId } = call
  const found = await patientOf(call)
  if (!found.ok) return found.reply
  const from = found.record
  const into = await openPatient(trx, deps, { clinicId, patientId: body.into })
  if (into === null) return notFound('patient')
  if (from.patientId === into.patientId) return invalidAt('into', 'is the same record')
  if (from.state !== 'active' || into.state !== 'active') return problem(409, 'conflict', MERGED)
  const isSeen = from.revision === body.revision && into.revision === body.intoRevision
  return isSeen ? { from, into } : problem(412, 'precondition-failed')
}

const MERGED = { detail: 'One of the two was merged already.' }

export const DUPLICATE_ROUTES: readonly Route[] = [list, merge]
