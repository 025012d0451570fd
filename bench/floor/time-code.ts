import {
  DAY_MS,
  type Duration,
  negated,
  parseDuration,
} from '../../packages/engine/src/duration.ts'
import { type Length, type Protocol, readLength } from '../../packages/engine/src/protocol.ts'

/** An elapsed time of the floor: the expression that gives it, and between which lengths it lies for certain. */
export interface CodedTime {
  readonly code: string
  readonly low: number
  readonly high: number
}

/** More than any change of offset in the bench's zones. */
const SLACK_MS = 5_400_000

export const END: CodedTime = { code: '0', low: 0, high: 0 }
export const FOREVER: CodedTime = {
  code: 'Infinity',
  low: Number.POSITIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
}

/** A number for hours; for days and months a local that the caller works out once, `P3D`. */
export function codedTime(length: Length, protocol: Protocol): CodedTime {
  const text = readLength(length, protocol) ?? ''
  const duration = parseDuration(text)
  switch (duration?.kind) {
    case 'elapsed': {
      const { milliseconds } = duration
      return { code: String(milliseconds), low: milliseconds, high: milliseconds }
    }
    case 'days': {
      const about = duration.days * DAY_MS
      return { code: `P${duration.days}D`, low: about - SLACK_MS, high: about + SLACK_MS }
    }
    case 'months':
      return {
        code: `P${duration.months}M`,
        low: duration.months * 28 * DAY_MS - SLACK_MS,
        high: duration.months * 31 * DAY_MS + SLACK_MS,
      }
    case undefined:
      throw new Error(`not a duration: ${text}`)
  }
}

/** The same length before the end: `P3D_before`. */
export function codedLead(length: Length, protocol: Protocol): CodedTime {
  const { code, low, high } = codedTime(length, protocol)
  return {
    code: /^\d/.test(code) ? `-${code}` : `${code}_before`,
    low: -high,
    high: -low,
  }
}

/** The later of all; those that another surely passes are left out. */
export function latestOf(times: readonly CodedTime[]): CodedTime {
  const low = Math.max(...times.map((time) => time.low))
  return combined(times, (time) => time.high >= low, 'Math.max')
}

/** The earlier of all; those that surely come after another are left out. */
export function earliestOf(times: readonly CodedTime[]): CodedTime {
  const high = Math.min(...times.map((time) => time.high))
  return combined(times, (time) => time.low <= high, 'Math.min')
}

function combined(
  times: readonly CodedTime[],
  matters: (time: CodedTime) => boolean,
  choose: 'Math.max' | 'Math.min',
): CodedTime {
  const left = [...new Map(times.filter(matters).map((time) => [time.code, time])).values()]
  const [first] = left
  if (!first) throw new Error('no time to choose from')
  if (left.length === 1) return first
  const pickOf = choose === 'Math.max' ? Math.max : Math.min
  return {
    code: `${choose}(${left.map((time) => time.code).join(', ')})`,
    low: pickOf(...left.map((time) => time.low)),
    high: pickOf(...left.map((time) => time.high)),
  }
}

/** Whether `a` is never after `b`. */
export function surelyBy(a: CodedTime, b: CodedTime): boolean {
  return a.code === b.code || a.high <= b.low
}

/** The times in order, where that order is the same on every clock; undefined where it may differ. */
export function fixedOrder(times: readonly CodedTime[]): readonly CodedTime[] | undefined {
  const sorted = [...times].sort((a, b) => a.low - b.low)
  const fixed = sorted.every((time, k) => {
    const next = sorted[k + 1]
    return !next || next.code === time.code || time.high < next.low
  })
  return fixed ? sorted : undefined
}

/** The locals that an expression of ours needs: the calendar lengths named in it. */
export function lengthsIn(code: string): readonly string[] {
  return [...new Set(code.match(/\bP\d+[MD](_before)?\b/g) ?? [])]
}

/** The length behind a local's name. */
export function durationOf(name: string): Duration {
  const [text = '', before] = name.split('_')
  const duration = parseDuration(text)
  if (!duration) throw new Error(`not a length: ${name}`)
  return before ? negated(duration) : duration
}
