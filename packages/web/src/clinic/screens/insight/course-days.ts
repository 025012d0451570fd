import type { GroupCourse, Grouping } from '../../api/insight.ts'

/** What is known of a sign on one day after the session. */
export type Day =
  /** Somebody checked in, and how many is hidden, or how many reported the sign is. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'told'; readonly reported: number; readonly checkIns: number }

/** The groups of one kind in the order of their depth or skin type; what is not known comes last. */
export function groupsBy(course: readonly GroupCourse[], by: Grouping): readonly GroupCourse[] {
  return course
    .filter((one) => one.by === by)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compare(a.group ?? '', b.group ?? ''))
}

function placeOf({ by, group }: GroupCourse): number {
  if (group === 'unknown' || group === null) return Number.MAX_SAFE_INTEGER
  return by === 'needle-depth' ? Number.parseFloat(group) : SKIN_TYPES.indexOf(group)
}

const SKIN_TYPES: readonly string[] = ['I', 'II', 'III', 'IV', 'V', 'VI']

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The signs that anybody reported, the most reported first; hidden figures count for nothing here. */
export function signsOf(course: readonly GroupCourse[]): readonly string[] {
  const all = course.filter(({ by }) => by === 'all').flatMap(({ signs }) => signs)
  const totals = all.map(({ code, reported }) => ({
    code,
    total: reported.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  }))
  return totals
    .toSorted((a, b) => b.total - a.total || compare(a.code, b.code))
    .map(({ code }) => code)
}

export function daysOf({ checkIns, signs }: GroupCourse, sign: string): readonly Day[] {
  const reported = signs.find(({ code }) => code === sign)?.reported
  return checkIns.map((count, day) => {
    if (count === null) return { kind: 'hidden' }
    if (count === 0) return { kind: 'nobody' }
    // A sign that nobody in the group reported is not in its list.
    const of = reported === undefined ? 0 : (reported[day] ?? null)
    return of === null ? { kind: 'hidden' } : { kind: 'told', reported: of, checkIns: count }
  })
}

/** The day with the highest share, and the last on which anybody is told to have reported it. */
export interface Summary {
  readonly peakDay: number
  readonly peakShare: number
  readonly lastDay: number
}

/** Null where no day has a figure to show. */
export function summaryOf(days: readonly Day[]): Summary | null {
  const told = days.flatMap((one, day) =>
    one.kind === 'told' && one.reported > 0 ? [{ day, share: one.reported / one.checkIns }] : [],
  )
  const [first] = told
  if (first === undefined) return null
  const peak = told.reduce((best, next) => (next.share > best.share ? next : best), first)
  return { peakDay: peak.day, peakShare: peak.share, lastDay: told.at(-1)?.day ?? peak.day }
}

/** The days on which any of the groups has a check-in. */
export function daysWithAny(groups: readonly GroupCourse[]): readonly number[] {
  const count = Math.max(0, ...groups.map(({ checkIns }) => checkIns.length))
  return Array.from({ length: count }, (_, day) => day).filter((day) =>
    groups.some(({ checkIns }) => checkIns[day] !== 0),
  )
}
