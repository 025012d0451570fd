/** Claims due plans of clinics drawn at random for so long, as a worker does, and lets them go; tells how long each claim took. */
import { randomInt } from 'node:crypto'
import { createDatabase, inScope } from '../../packages/server/src/store/database.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { claimDue } from '../../packages/server/src/wake/claim.ts'
import { type Claiming, type Claims, clinicIdOf } from './claims.ts'

process.once('message', (claiming: Claiming) => {
  void run(claiming).then((claims) => process.send?.(claims, () => process.disconnect()))
})

async function run({ url, clinics, at, most, seconds }: Claiming): Promise<Claims> {
  const { dialect } = openPostgres({ url, poolSize: 1, onError: () => {} })
  const db = createDatabase(dialect)
  const latenciesMs: number[] = []
  let plans = 0
  const claim = async (): Promise<number> => {
    const clinicId = clinicIdOf(randomInt(clinics))
    const claimed = await inScope(db, { clinicId }, (trx) => claimDue(trx, { clinicId, at, most }))
    return claimed.length
  }
  for (let k = 0; k < 200; k++) await claim()
  const begin = performance.now()
  const end = begin + seconds * 1000
  while (performance.now() < end) {
    const startedAt = performance.now()
    plans += await claim()
    latenciesMs.push(performance.now() - startedAt)
  }
  const elapsed = (performance.now() - begin) / 1000
  await db.destroy()
  return { seconds: elapsed, latenciesMs, plans }
}
