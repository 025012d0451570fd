import { randomInt } from 'node:crypto'
import { type Database, inScope } from '../../packages/server/src/store/database.ts'
import { claimDue } from '../../packages/server/src/wake/claim.ts'
import type { Loaded } from './loading.ts'

/** Twelve digits, the length of the last part of a UUID. */
export const FIRST_CLINIC = 100_000_000_001

export function clinicIdOf(k: number): string {
  return `00000000-0000-4000-8001-${FIRST_CLINIC + k}`
}

export interface Claiming {
  readonly clinics: number
  readonly at: number
  readonly most: number
  readonly seconds: number
}

export interface Claims extends Loaded {
  readonly plans: number
}

const WARM_UP = 200

/** Claims due plans of clinics drawn at random for so long, as a worker does, and lets them go; tells how long each claim took. */
export async function claimAtRandom(
  db: Database,
  { clinics, at, most, seconds }: Claiming,
): Promise<Claims> {
  const latenciesMs: number[] = []
  let plans = 0
  const claim = async (): Promise<number> => {
    const clinicId = clinicIdOf(randomInt(clinics))
    const claimed = await inScope(db, { clinicId }, (trx) => claimDue(trx, { clinicId, at, most }))
    return claimed.length
  }
  for (let k = 0; k < WARM_UP; k++) await claim()
  const begin = performance.now()
  const end = begin + seconds * 1000
  while (performance.now() < end) {
    const startedAt = performance.now()
    plans += await claim()
    latenciesMs.push(performance.now() - startedAt)
  }
  return { seconds: (performance.now() - begin) / 1000, latenciesMs, plans }
}
