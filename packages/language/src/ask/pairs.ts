import { CLAUSE_MARKS } from '../words/fold.ts'
import type { SaidSubject } from './find-subjects.ts'
import type { SaidTime } from './time-reading.ts'

/** A subject with a time that is asked about it; none where the message names no time. */
export interface Pair {
  readonly subject: SaidSubject
  readonly time: SaidTime | undefined
}

interface Said {
  readonly subjects: readonly SaidSubject[]
  readonly tokens: readonly { readonly text: string }[]
}

/** Beyond so many of each, every subject is asked about every time that is left: the most cautious answer stands. */
const MOST = 40

/**
 * Which time belongs to which subject: the nearest one, a clause's own before one behind a mark or an `and`. A time that
 * is nearest to no subject belongs to the subject nearest to it.
 */
export function pairs({ subjects, tokens }: Said, times: readonly SaidTime[]): readonly Pair[] {
  const named = subjects.slice(0, MOST)
  const asked = times.slice(0, MOST)
  if (asked.length === 0) return named.map((subject) => ({ subject, time: undefined }))
  const breaks = tokens.flatMap(({ text }, k) => (BREAKS.has(text) ? [k] : []))
  const far = (subject: SaidSubject, time: SaidTime) => distance(subject, time, breaks)
  const own = named.map((subject) => ({
    subject,
    time: nearest(asked, (time) => far(subject, time)),
  }))
  const left = asked.filter((time) => !own.some((pair) => pair.time === time))
  const others = left.flatMap((time) => {
    const subject = nearest(named, (one) => far(one, time))
    return subject ? [{ subject, time }] : []
  })
  return [...own, ...others]
}

const BREAKS = new Set([
  ...CLAUSE_MARKS,
  '&',
  'and',
  'but',
  'then',
  'y',
  'pero',
  'aur',
  'lekin',
  'اور',
  'و',
  'لكن',
  'also',
])
const BREAK_COSTS = 20

function distance(subject: SaidSubject, time: SaidTime, breaks: readonly number[]): number {
  const [from, to] =
    subject.start < time.start ? [subject.end, time.start] : [time.end, subject.start]
  const crossed = breaks.filter((place) => place >= from && place < to).length
  return Math.max(0, to - from) + crossed * BREAK_COSTS
}

function nearest<T>(all: readonly T[], far: (one: T) => number): T | undefined {
  let best: { readonly one: T; readonly steps: number } | undefined
  for (const one of all) {
    const steps = far(one)
    if (!best || steps < best.steps) best = { one, steps }
  }
  return best?.one
}
