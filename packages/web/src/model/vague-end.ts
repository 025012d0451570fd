import { addToDate, type Instant, localDate, parseDuration, type Protocol } from '@afterglow/engine'
import type { Care } from './care.ts'

/** The key of the protocol's table of readings. */
const MONTHS_TO_YEARS = 'months-to-years'

type Planned = Pick<Care, 'plan' | 'zone'> & { readonly protocols: readonly Protocol[] }

/** Whether a task's end is the one that its source tells as months to years: to name a day would be to know it. */
export function isMonthsToYears(
  { protocols, plan, zone }: Planned,
  task: string,
  until: Instant,
): boolean {
  const lengths = protocols.filter((one) => isTold(one, task)).flatMap(monthsRead)
  const date = localDate(until, zone)
  return plan.procedures.some(({ endedAt }) =>
    lengths.some(
      (months) => addToDate(localDate(endedAt, zone), { kind: 'months', months }) === date,
    ),
  )
}

function isTold({ tasks }: Protocol, task: string): boolean {
  return tasks.some(
    ({ id, statements }) => id === task && statements.some(({ until }) => isReading(until)),
  )
}

function isReading(until: Protocol['tasks'][number]['statements'][number]['until']): boolean {
  return typeof until === 'object' && 'reading' in until && until.reading === MONTHS_TO_YEARS
}

/** As the protocol reads it; nothing where it is no number of months or years. */
function monthsRead({ readings }: Protocol): readonly number[] {
  const length = parseDuration(readings.words[MONTHS_TO_YEARS]?.is ?? '')
  return length?.kind === 'months' ? [length.months] : []
}
