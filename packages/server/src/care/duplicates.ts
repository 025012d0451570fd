import type { Deps } from '../deps.ts'
import { nameKey } from '../seal/folded-name.ts'
import type { Trx } from '../store/database.ts'
import { type Identity, openPatients, type PatientRecord } from '../store/patient-record.ts'

/** What two records have in common. */
export type Likeness = 'reference' | 'email' | 'phone' | 'name'

export interface DuplicatePair {
  readonly records: readonly [PatientRecord, PatientRecord]
  readonly by: readonly Likeness[]
}

const CHUNK = 500
const MOST_PAIRS = 200

/**
 * Records that may be of one person, those most alike first: the same number, e-mail address or phone, or the same whole
 * name. The database has keyed hashes alone, so every record of the clinic is opened for it.
 */
export async function findDuplicates(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  clinicId: string,
): Promise<readonly DuplicatePair[]> {
  const pairs = new Map<string, DuplicatePair>()
  const seen = new Map<string, PatientRecord[]>()
  for await (const records of activeRecords(trx, deps, clinicId)) {
    for (const record of records) {
      for (const [likeness, key] of likenessKeys(record.identity)) {
        const alike = seen.get(key) ?? []
        for (const other of alike) addPair(pairs, [other, record], likeness)
        seen.set(key, [...alike, record])
      }
    }
  }
  return [...pairs.values()].toSorted((a, b) => b.by.length - a.by.length).slice(0, MOST_PAIRS)
}

async function* activeRecords(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  clinicId: string,
): AsyncGenerator<readonly PatientRecord[]> {
  let last: string | null = null
  for (;;) {
    const rows: readonly { patientId: string }[] = await trx
      .selectFrom('patient')
      .select('patientId')
      .where('clinicId', '=', clinicId)
      .where('state', '=', 'active')
      .$if(last !== null, (all) => all.where('patientId', '>', last ?? ''))
      .orderBy('patientId')
      .limit(CHUNK)
      .execute()
    const patientIds = rows.map(({ patientId }) => patientId)
    yield await openPatients(trx, deps, { clinicId, patientIds })
    last = patientIds.at(-1) ?? null
    if (rows.length < CHUNK) return
  }
}

function addPair(
  pairs: Map<string, DuplicatePair>,
  records: readonly [PatientRecord, PatientRecord],
  likeness: Likeness,
): void {
  const key = `${records[0].patientId} ${records[1].patientId}`
  const by = pairs.get(key)?.by ?? []
  pairs.set(key, { records, by: by.includes(likeness) ? by : [...by, likeness] })
}

/** What a record is compared by; the same text of two kinds is not the same. */
export function likenessKeys(identity: Identity): readonly (readonly [Likeness, string])[] {
  const { name, email, phone, reference } = identity
  const keys = [
    ['reference', reference?.normalize('NFKC').trim()],
    ['email', email?.trim().toLowerCase()],
    ['phone', phone?.replaceAll(/\D/g, '')],
    ['name', nameKey(name)],
  ] as const
  return keys.flatMap(([likeness, text]) =>
    text === undefined || text === '' ? [] : [[likeness, `${likeness} ${text}`] as const],
  )
}
