import { FIRST_CLINIC } from './claiming.ts'
import { onEmbedded } from './on-embedded.ts'
import { sendInTurn } from './sending.ts'
import { runSql } from './sql.ts'
import { openHere, type Place } from './world.ts'

/** One plan in so many is due. */
export const ONE_DUE_IN = 50

/** Fills a new database with so many plans, each with its wake, its clinic's number the remainder of its own. */
export async function addWakes(
  place: Place,
  { plans, clinics }: { readonly plans: number; readonly clinics: number },
  at: number,
): Promise<void> {
  const { deps, close } = await openHere(place)
  const now = `timestamptz '${new Date(at).toISOString()}'`
  const dueAt = `case when g / ${clinics} % ${ONE_DUE_IN} = 0 then ${now} - random() * interval '1 hour'
    else ${now} + interval '1 minute' + random() * interval '28 days' end`
  const statements = withoutIndexes([
    `insert into wake select ${idsAmong(clinics)}, ${dueAt}, ${now} - interval '1 day'
      from generate_series(0, ${plans - 1}) g`,
    `insert into care_plan (clinic_id, patient_id, protocols, event_count, updated_at)
      select ${idsAmong(clinics)}, '${JSON.stringify(deps.shelf.current)}', 2, ${now}
      from generate_series(0, ${plans - 1}) g`,
  ])
  await close()
  if (place.databaseUrl === null) {
    const texts = statements.map((text) => [{ sql: text, parameters: [] }])
    await onEmbedded(place.folder, (dialect) =>
      sendInTurn(dialect, (k) => texts[k] ?? [], { each: texts.length }),
    )
  } else {
    const roomy = ['set statement_timeout = 0', `set maintenance_work_mem = '512MB'`]
    await runSql(place.databaseUrl, [...roomy, ...statements])
  }
}

function idsAmong(clinics: number): string {
  return `('00000000-0000-4000-8001-' || ${FIRST_CLINIC} + g % ${clinics})::uuid,
    ('00000000-0000-4000-8000-' || ${FIRST_CLINIC} + g)::uuid`
}

/** Indexes made afterwards are made much faster. */
function withoutIndexes(inserts: readonly string[]): readonly string[] {
  return [
    'drop index wake_due, wake_due_in_clinic',
    'alter table wake drop constraint wake_pkey',
    'alter table care_plan drop constraint care_plan_pkey',
    ...inserts,
    'alter table wake add primary key (clinic_id, patient_id)',
    'alter table care_plan add primary key (clinic_id, patient_id)',
    'create index wake_due on wake (due_at, clinic_id)',
    'create index wake_due_in_clinic on wake (clinic_id, due_at)',
    'vacuum (analyze) wake, care_plan',
    'checkpoint',
  ]
}
