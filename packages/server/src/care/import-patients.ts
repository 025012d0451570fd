import type { Deps } from '../deps.ts'
import { clinicKey, referenceTerms, searchTerm } from '../seal/index.ts'
import { nameKey } from '../seal/folded-name.ts'
import { inScope, type Trx } from '../store/database.ts'
import { type Identity, openPatients } from '../store/patient-record.ts'
import { likenessKeys } from './duplicates.ts'
import type { ListedPatient } from './patient-list.ts'

/** Somebody of a list who is there already: on record, or in an earlier line. */
interface ListedTwice {
  readonly line: number
  readonly patientId: string | null
  readonly sameAsLine: number | null
}

export interface Sorted {
  readonly fresh: readonly ListedPatient[]
  readonly twice: readonly ListedTwice[]
}

const CHUNK = 250

interface Known {
  readonly patientId: string | null
  readonly line: number | null
}

/**
 * Tells who of a list is new: the same number, or the same name with the same e-mail address or phone, is one person. A
 * transaction for each part of the list: others are served between them.
 */
export async function sortList(
  deps: Pick<Deps, 'db' | 'masterKeys' | 'now'>,
  {
    clinicId,
    patients,
  }: { readonly clinicId: string; readonly patients: readonly ListedPatient[] },
): Promise<Sorted> {
  const known = new Map<string, Known>()
  const fresh: ListedPatient[] = []
  const twice: ListedTwice[] = []
  for (let first = 0; first < patients.length; first += CHUNK) {
    const some = patients.slice(first, first + CHUNK)
    const chunk = { clinicId, patients: some, known }
    await inScope(deps.db, { clinicId }, (trx) => addOnRecord(trx, deps, chunk))
    for (const patient of some) {
      const { line, identity } = patient
      const same = personKeys(identity)
        .map((key) => known.get(key))
        .find(Boolean)
      if (same) twice.push({ line, patientId: same.patientId, sameAsLine: same.line })
      else {
        fresh.push(patient)
        for (const key of personKeys(identity)) known.set(key, { patientId: null, line })
      }
    }
  }
  return { fresh, twice }
}

/** What makes one person of two lines, each alone. */
function personKeys(identity: Identity): readonly string[] {
  const name = nameKey(identity.name)
  return likenessKeys(identity).flatMap(([likeness, key]) => {
    if (likeness === 'reference') return [key]
    return likeness === 'name' ? [] : [`${key} ${name}`]
  })
}

interface Chunk {
  readonly clinicId: string
  readonly patients: readonly ListedPatient[]
  readonly known: Map<string, Known>
}

async function addOnRecord(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  { clinicId, patients, known }: Chunk,
): Promise<void> {
  const key = clinicKey(deps.masterKeys, clinicId, 'search')
  const terms = patients.flatMap(({ identity: { email, phone, reference } }) => [
    ...(reference === null ? [] : referenceTerms(key, reference)),
    ...(email === null ? [] : searchTerm(key, email).flat()),
    ...(phone === null ? [] : searchTerm(key, phone).flat()),
  ])
  if (terms.length === 0) return
  const rows = await trx
    .selectFrom('patientTerm')
    .select('patientId')
    .distinct()
    .where('clinicId', '=', clinicId)
    .where('term', 'in', terms)
    .execute()
  const patientIds = rows.map((row) => row.patientId)
  for (const record of await openPatients(trx, deps, { clinicId, patientIds })) {
    const patientId = record.mergedInto ?? record.patientId
    for (const one of personKeys(record.identity)) known.set(one, { patientId, line: null })
  }
}
