import { type PatientDays, readDays } from '../../api/days.ts'
import { type Loaded, useQuery } from '../../app/query.ts'

const EVERY_MS = 10 * 60_000

/** Who is on which day, and what opens: asked again, for a page that stays open over midnight tells of another day. */
export function useDays(): Loaded<PatientDays> {
  return useQuery(['days'], readDays, { everyMs: EVERY_MS })
}
