import { z } from '@hono/zod-openapi'
import { sortList } from '../care/import-patients.ts'
import { type PatientList, readPatientList } from '../care/patient-list.ts'
import { readCsv } from '../care/read-csv.ts'
import { created, done, invalid, problem, type Reply } from '../http/reply.ts'
import { defineRoute, DESK, type Route } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { inScope } from '../store/database.ts'
import { createPatients } from '../store/new-patients.ts'
import { NO_PREFERENCES } from '../store/patient-record.ts'
import { anyForm, identityForm, localeForm, zoneForm } from './forms.ts'

const MOST_BYTES = 5_000_000
const MOST_ROWS = 10_000
const MOST_ISSUES = 500

const lineForm = identityForm.extend({ zone: zoneForm.optional(), locale: localeForm.optional() })

const importPatients = defineRoute(
  {
    method: 'post',
    path: '/patients/import',
    summary:
      'Bring in a list of patients (CSV, UTF-8): all of it or nothing; `mode=check` says what would happen',
    tag: 'Patients',
    access: DESK,
    action: 'patient.import',
    // A long list is brought in by many short transactions: everybody else is served meanwhile.
    apart: true,
    query: z.object({ mode: z.enum(['check', 'commit']).default('commit') }),
    upload: { types: ['text/csv'], mostBytes: MOST_BYTES },
    replies: { 200: anyForm, 201: anyForm },
  },
  async ({ deps, clinicId, upload, query, note }): Promise<Reply> => {
    const rows = readCsv(upload)
    if (!rows.ok) return invalid(rows.issues)
    if (rows.value.length > MOST_ROWS + 1)
      return problem(413, 'too-large', { detail: `A list has at most ${MOST_ROWS} patients.` })
    const list = readPatientList(rows.value, lineForm)
    const isCheck = query.mode === 'check'
    if (list.issues.length > 0 && !isCheck) return invalid(list.issues.slice(0, MOST_ISSUES))
    const { fresh, twice } = await sortList(deps, { clinicId, patients: list.patients })
    const report = reportOf(list, { added: isCheck ? 0 : fresh.length, fresh: fresh.length })
    if (isCheck) return done({ ...report, duplicates: twice })
    const clinic = await inScope(deps.db, { clinicId }, (trx) => readClinic(trx, clinicId))
    const patients = fresh.map(({ identity, zone, locale }) => ({
      patientId: deps.createId(),
      zone: zone ?? clinic.zone,
      locale: locale ?? clinic.locale,
      identity,
      preferences: NO_PREFERENCES,
    }))
    await createPatients(deps, { clinicId, patients })
    note({ added: fresh.length, duplicates: twice.length })
    return created({ ...report, duplicates: twice })
  },
)

function reportOf(
  { patients, issues }: PatientList,
  counts: { readonly added: number; readonly fresh: number },
): object {
  return {
    read: patients.length,
    new: counts.fresh,
    added: counts.added,
    issues: issues.slice(0, MOST_ISSUES),
    moreIssues: Math.max(0, issues.length - MOST_ISSUES),
  }
}

export const PATIENT_IMPORT_ROUTES: readonly Route[] = [importPatients]
