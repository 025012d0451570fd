import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { clinicKey, referenceTerms, sameTerms, type TermGroup } from '../seal/index.ts'
import { nameKey } from '../seal/folded-name.ts'
import { jsonOf, type Trx } from '../store/database.ts'
import { type Identity, openPatients, type PatientRecord } from '../store/patient-record.ts'

/** What two records have in common. */
export type Likeness = 'reference' | 'email' | 'phone' | 'name'

interface DuplicatePair {
  readonly records: readonly [PatientRecord, PatientRecord]
  readonly by: readonly Likeness[]
}

/** Two patients by their ids, the lower first. */
interface PairPlace {
  readonly patientId: string
  readonly otherId: string
}

/** So many records are compared with all others at a time, and so often for one answer. */
const CHUNK = 200
const MOST_CHUNKS = 5
const MOST_CANDIDATES = 500
/** Before and behind every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

interface Asked {
  readonly clinicId: string
  /** The pair that the page before ended with. */
  readonly after: PairPlace | null
  readonly limit: number
}

export interface Duplicates {
  /** Those most alike first. */
  readonly pairs: readonly DuplicatePair[]
  /** Where to go on; null at the end. A page may have no pair and the next one some. */
  readonly next: PairPlace | null
}

/**
 * Records that may be of one person: the same number, e-mail address or phone, or the same whole name. The database finds
 * them by the keyed hashes that patients are searched by; only what a page looks at and what it finds is opened.
 */
export async function findDuplicates(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  { clinicId, after, limit }: Asked,
): Promise<Duplicates> {
  const found: DuplicatePair[] = []
  let place = after
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const looked = await lookAt(trx, deps, { clinicId, after: place })
    found.push(...looked.pairs)
    place = looked.next
    if (found.length > limit) return pageOf(found, limit)
    if (place === null) break
  }
  return { pairs: mostAlikeFirst(found), next: place }
}

function pageOf(found: readonly DuplicatePair[], limit: number): Duplicates {
  const pairs = found.slice(0, limit)
  const [one, other] = pairs.at(-1)?.records ?? []
  const next = one && other ? { patientId: one.patientId, otherId: other.patientId } : null
  return { pairs: mostAlikeFirst(pairs), next }
}

function mostAlikeFirst(pairs: readonly DuplicatePair[]): readonly DuplicatePair[] {
  return pairs.toSorted((a, b) => b.by.length - a.by.length)
}

/** The pairs of the next records with any that come after them, in the order of their ids. */
async function lookAt(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys' | 'now'>,
  { clinicId, after }: Pick<Asked, 'clinicId' | 'after'>,
): Promise<Duplicates> {
  const ids = await nextIds(trx, clinicId, after)
  const looked = await openPatients(trx, deps, { clinicId, patientIds: ids })
  const key = clinicKey(deps.masterKeys, clinicId, 'search')
  const terms = looked.flatMap((record) => termsOf(key, record))
  const candidates = await candidatesOf(trx, clinicId, { terms, after })
  const known = new Map(looked.map((record) => [record.patientId, record]))
  const unknown = [...new Set(candidates.map(({ otherId }) => otherId))]
  const patientIds = unknown.filter((id) => !known.has(id))
  for (const record of await openPatients(trx, deps, { clinicId, patientIds }))
    known.set(record.patientId, record)
  const pairs = candidates.flatMap((pair) => pairOf(pair, known))
  if (candidates.length === MOST_CANDIDATES) return { pairs, next: candidates.at(-1) ?? null }
  const last = ids.length < CHUNK ? undefined : ids.at(-1)
  return { pairs, next: last === undefined ? null : { patientId: last, otherId: LAST_ID } }
}

async function nextIds(
  trx: Trx,
  clinicId: string,
  after: PairPlace | null,
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('patient')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('state', '=', 'active')
    .$if(after !== null, (all) =>
      after?.otherId === LAST_ID
        ? all.where('patientId', '>', after.patientId)
        : all.where('patientId', '>=', after?.patientId ?? ''),
    )
    .orderBy('patientId')
    .limit(CHUNK)
    .execute()
  return rows.map(({ patientId }) => patientId)
}

/** A term that another record has, too, if it is like this one; of a name it has to have every word. */
interface LikenessTerm {
  readonly id: string
  readonly likeness: Likeness
  readonly word: number
  readonly words: number
  readonly term: string
}

const LIKENESSES = ['reference', 'email', 'phone', 'name'] as const

function termsOf(
  key: ReturnType<typeof clinicKey>,
  { patientId: id, identity }: PatientRecord,
): readonly LikenessTerm[] {
  const { reference } = identity
  const groups: Readonly<Record<Likeness, readonly TermGroup[]>> = {
    reference: reference === null ? [] : [referenceTerms(key, reference)],
    ...sameTerms(key, identity),
  }
  return LIKENESSES.flatMap((likeness) => {
    const words = groups[likeness].length
    return groups[likeness].flatMap((group, word) =>
      group.map((term) => ({ id, likeness, word, words, term: Buffer.from(term).toString('hex') })),
    )
  })
}

/** Who has all the terms of a likeness: those who are like it, and a few who only begin alike. */
async function candidatesOf(
  trx: Trx,
  clinicId: string,
  { terms, after }: { readonly terms: readonly LikenessTerm[]; readonly after: PairPlace | null },
): Promise<readonly PairPlace[]> {
  const { patientId, otherId } = after ?? { patientId: FIRST_ID, otherId: FIRST_ID }
  const { rows } = await sql<PairPlace>`
    with alike as (
      select asked.id, patient_term.patient_id as other_id
      from jsonb_to_recordset(${jsonOf(terms)}::jsonb)
        as asked (id uuid, likeness text, word int, words int, term text)
      join patient_term on patient_term.clinic_id = ${clinicId}
        and patient_term.term = decode(asked.term, 'hex') and patient_term.patient_id > asked.id
      group by asked.id, asked.likeness, patient_term.patient_id
      having count(distinct asked.word) = max(asked.words)
    )
    select distinct alike.id as patient_id, alike.other_id
    from alike
    join patient on patient.clinic_id = ${clinicId} and patient.patient_id = alike.other_id
      and patient.state = 'active'
    where (alike.id, alike.other_id) > (${patientId}::uuid, ${otherId}::uuid)
    order by alike.id, alike.other_id
    limit ${MOST_CANDIDATES}`.execute(trx)
  return rows
}

/** What two records have in common, if anything: a hash of a name's beginnings says less than the name. */
function pairOf(
  { patientId, otherId }: PairPlace,
  known: ReadonlyMap<string, PatientRecord>,
): readonly DuplicatePair[] {
  const [one, other] = [known.get(patientId), known.get(otherId)]
  if (!one || !other) return []
  const keys = new Set(likenessKeys(one.identity).map(([, key]) => key))
  const by = likenessKeys(other.identity).flatMap(([likeness, key]) =>
    keys.has(key) ? [likeness] : [],
  )
  return by.length === 0 ? [] : [{ records: [one, other], by }]
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
