import type { Instant, Procedure } from '@afterglow/engine'
import { isDayAlone } from '../model/care.ts'
import type { Format } from './format.ts'

type End = Pick<Procedure, 'endedAt' | 'endedAtEstimated'>

/** When a session ended or will end: the day, and the time where one was told. */
export function endWords(format: Format, end: End, at: Instant): string {
  if (!isDayAlone(end, at)) return format.dayTime(end.endedAt, at)
  return isSameYear(format, end.endedAt, at) ? format.day(end.endedAt) : format.dayYear(end.endedAt)
}

/** The same for paper, where the year is always said. */
export function endWordsOnPaper(format: Format, end: End, at: Instant): string {
  return isDayAlone(end, at) ? format.dayYear(end.endedAt) : format.dayTimeYear(end.endedAt)
}

function isSameYear({ dayTime }: Format, end: Instant, at: Instant): boolean {
  return dayTime(end, at) === dayTime(end)
}
