import type { Instant } from '@afterglow/engine'
import type { Format } from '../../words/format.ts'

/** The day that a sign's expected end lies in, without a clock time: no skin knows the minute, and no day before it is named. */
export function lastDayText(
  { format, at }: { readonly format: Format; readonly at: Instant },
  end: Instant,
): string {
  const isThisYear = format.dayTime(end, at) === format.dayTime(end)
  return isThisYear ? format.shortDay(end) : format.dayYear(end)
}
