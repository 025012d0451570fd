import type { Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'
import type { PatientCare } from './patient-care.ts'

type Pinned = Pick<PatientCare, 'record' | 'pins' | 'adoptionId'>

/** Of two plans of one clinic the one that is of the newer version: what the clinic decided last. */
export async function withNewerVersion<T extends Pinned>(trx: Trx, a: T, b: T): Promise<T> {
  const [first, second] = [await numberOf(trx, a), await numberOf(trx, b)]
  if (first !== second) return first > second ? a : b
  return (await publishedAt(trx, a.pins)) > (await publishedAt(trx, b.pins)) ? a : b
}

/** The number of an adoption; 0 for what is published for everybody. */
async function numberOf(trx: Trx, { record: { clinicId }, adoptionId }: Pinned): Promise<number> {
  if (adoptionId === null) return 0
  const { number } = await trx
    .selectFrom('adoption')
    .select('number')
    .where('clinicId', '=', clinicId)
    .where('adoptionId', '=', adoptionId)
    .executeTakeFirstOrThrow()
  return number
}

async function publishedAt(trx: Trx, pins: readonly ProtocolPin[]): Promise<number> {
  const rows = await trx
    .selectFrom('protocolVersion')
    .select('publishedAt')
    .where(
      'hash',
      'in',
      pins.map(({ hash }) => hash),
    )
    .execute()
  return Math.max(...rows.map((row) => row.publishedAt))
}
