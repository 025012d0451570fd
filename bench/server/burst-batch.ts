import { wakeClinic } from '../../packages/server/src/wake/wake-clinic.ts'
import { addBurst, burstId, FIRST_CLINIC, PATIENTS_EACH } from './burst.ts'
import { recording, type Statement } from './recording.ts'
import { reworded } from './sending.ts'
import { inText } from './template.ts'
import { openHere, type Place } from './world.ts'

/** Fills a database with a burst, hands on the first clinic's batch and tells what that asked of the database. */
export async function batchOfBurst(place: Place, clinics: number): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  let on = false
  const tell = (statement: Statement) => {
    if (on && !isUpkeep(statement)) statements.push(statement)
  }
  const { deps, close } = await openHere(place, { wrap: (dialect) => recording(dialect, tell) })
  await addBurst(deps, clinics + 1)
  const clinicId = burstId('clinic', 0, FIRST_CLINIC)
  on = true
  const taken = await wakeClinic(deps, { clinicId, most: PATIENTS_EACH })
  on = false
  await close()
  if (taken !== PATIENTS_EACH) throw new Error(`only ${taken} of ${PATIENTS_EACH} were due`)
  return withNumberedIds(statements)
}

/** The queue looks after itself on its own connections; of a batch is only that jobs are put into it. */
function isUpkeep({ sql }: Statement): boolean {
  return sql.includes('pgboss') && !/^\s*insert into pgboss\.job/i.test(sql)
}

const DERIVED = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** A derived id is numbered in the order in which it is met; it stands in a delivery's row and in its job. */
function withNumberedIds(statements: readonly Statement[]): readonly Statement[] {
  const rows = new Map<string, number>()
  const numbered = (id: string) => {
    const row = rows.get(id) ?? rows.size
    rows.set(id, row)
    return burstId('delivery', row, FIRST_CLINIC)
  }
  return statements.map((one) => reworded(one, (text) => text.replaceAll(DERIVED, numbered)))
}

const OF_FIRST_CLINIC = new RegExp(`(-\\d{4})${FIRST_CLINIC}`, 'g')

/** The same for the n-th clinic after the first. */
export function batchOfClinic(batch: readonly Statement[], n: number): readonly Statement[] {
  return batch.map((one) =>
    reworded(one, (text) => text.replaceAll(OF_FIRST_CLINIC, `$1${FIRST_CLINIC + n}`)),
  )
}

/** The same for one clinic after the other, in pgbench's language; `n` is 0 at first. */
export function batchScript(batch: readonly Statement[]): string {
  const lines = batch.map((statement) => {
    const text = inText(statement).replaceAll('; ', ' \\; ')
    return `${text.replaceAll(OF_FIRST_CLINIC, '$1:c')};`
  })
  return ['\\set n :n + 1', `\\set c ${FIRST_CLINIC} + :n`, ...lines].join('\n')
}
