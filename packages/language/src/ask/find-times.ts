import type { Token } from '../words/lexicon.ts'
import { amount } from './amount-times.ts'
import { clockAlone, nowOrVague, partAlone, withParts } from './clock-times.ts'
import { dayNumber, namedDate, numericDate } from './date-times.ts'
import { morningAfter, nextUnit, relativeDay, thisUnit, weekday, weekend } from './day-times.ts'
import {
  createReading,
  type Matcher,
  type Reading,
  type SaidTime,
  type TimeContext,
} from './time-reading.ts'

/** Every time that a message names, in order. */
export function findTimes(tokens: readonly Token[], context: TimeContext): readonly SaidTime[] {
  const reading = createReading(tokens, context)
  const found: SaidTime[] = []
  for (let k = 0; k < tokens.length; ) {
    const time = timeAt(reading, k)
    if (time) found.push(withParts(reading, time))
    k = Math.max(k + 1, found.at(-1)?.end ?? 0)
  }
  return reading.isDoubtful ? found.map((time) => ({ ...time, isDoubtful: true })) : found
}

const MATCHERS: readonly Matcher[] = [
  numericDate,
  namedDate,
  dayNumber,
  amount,
  morningAfter,
  weekday,
  relativeDay,
  weekend,
  nextUnit,
  thisUnit,
  clockAlone,
  partAlone,
  nowOrVague,
]

function timeAt(reading: Reading, k: number): SaidTime | undefined {
  const isOfTime = reading.words[k]?.length !== 0 || /^\d/.test(reading.tokens[k]?.text ?? '')
  if (!isOfTime) return thisUnit(reading, k)
  for (const match of MATCHERS) {
    const time = match(reading, k)
    if (time) return time
  }
  return undefined
}
