import { type Sign, SIGNS } from './codes.ts'
import type { CareEvent, SignReport } from './session.ts'
import type { Instant } from './time.ts'

/** What was reported. An omitted sign is not a report. */
export interface SignHistory {
  /** Of each sign, oldest first. */
  readonly reports: ReadonlyMap<string, readonly SignEntry[]>
  /** Words for signs that are in no list: any of them may mean any sign. */
  readonly unread: readonly string[]
}

export const NOTHING_REPORTED: SignHistory = { reports: new Map(), unread: [] }

export interface SignEntry {
  readonly at: Instant
  readonly present: boolean
  /** 0 to 10, degrees C for fever; undefined where the report gave no usable number. */
  readonly severity: number | undefined
}

const WORD_SEVERITY: Readonly<Record<string, number>> = {
  none: 0,
  mild: 3,
  moderate: 6,
  severe: 10,
}
const FEVER_WORD_CELSIUS: Readonly<Record<string, number>> = {
  none: 0,
  mild: 38,
  moderate: 39,
  severe: 40,
}

/** The number a report stands for: words at the top of their band, for fever at a temperature that is one. */
export function severityOf(report: Pick<SignReport, 'code' | 'severity'>): number {
  if (typeof report.severity === 'number') return report.severity
  const table = report.code === 'fever' ? FEVER_WORD_CELSIUS : WORD_SEVERITY
  return table[report.severity] ?? Number.NaN
}

/** Bands of the scale that the check-in asks with: 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe. */
const MILD_AT_MOST = 3
const SEVERE_AT_LEAST = 7
const MOST = 10
const FEVER_CELSIUS = { lowest: 30, highest: 45 } as const

/** Whether a number lies on its sign's scale: 0 to 10, for fever 30 to 45 degrees C or 0 for none. */
export function isOnScale(sign: string, severity: number): boolean {
  if (sign === 'fever')
    return severity === 0 || (severity >= FEVER_CELSIUS.lowest && severity <= FEVER_CELSIUS.highest)
  return severity >= 0 && severity <= MOST
}

export function isMild(severity: number): boolean {
  return severity <= MILD_AT_MOST
}

export function isSevere(severity: number): boolean {
  return severity >= SEVERE_AT_LEAST
}

/** Gathers the check-ins given at or after `since`; within one check-in present beats gone. */
export function signHistoryOf(events: readonly CareEvent[], since: Instant): SignHistory {
  const reports = new Map<string, SignEntry[]>()
  const add = (code: string, entry: SignEntry) =>
    reports.set(code, [...(reports.get(code) ?? []), entry])
  for (const event of events) {
    if (event.type !== 'check-in' || event.at < since) continue
    for (const report of event.signs) {
      const severity = severityOf(report)
      add(report.code, { at: event.at, present: severity !== 0, severity })
    }
    for (const code of event.settled ?? []) add(code, { at: event.at, present: false, severity: 0 })
  }
  for (const entries of reports.values()) {
    entries.sort(
      (a, b) =>
        a.at - b.at ||
        Number(a.present) - Number(b.present) ||
        (a.severity ?? 0) - (b.severity ?? 0),
    )
  }
  return { reports, unread: [...reports.keys()].filter((sign) => !KNOWN_SIGNS.has(sign)) }
}

/** The last word on a sign at `at`: the latest report counts, and of one instant the one that says it is there. */
export function latestReport(
  history: SignHistory,
  sign: string,
  at: Instant,
): SignEntry | undefined {
  return history.reports.get(sign)?.findLast((entry) => entry.at <= at)
}

/**
 * What reports say of a set of signs at `at`: `present` when any is, or a sign in no list is, which may be any of them;
 * `gone` when every one is, else nothing yet.
 * Reports before `clearedAt` no longer count, and silence after it is `gone`.
 */
export function reportedState(
  {
    history,
    clearedAt,
  }: { readonly history: SignHistory; readonly clearedAt: Instant | undefined },
  signs: readonly Sign[],
  at: Instant,
): 'present' | 'gone' | 'silent' {
  const latest = signs.map((sign) => latestReport(history, sign, at))
  const counts = (entry: SignEntry) => clearedAt === undefined || entry.at >= clearedAt
  const unread = history.unread.map((sign) => latestReport(history, sign, at))
  if ([...latest, ...unread].some((entry) => entry?.present && counts(entry))) return 'present'
  if (clearedAt !== undefined || latest.every((entry) => entry !== undefined && !entry.present))
    return 'gone'
  return 'silent'
}

/** The signs that are in the list. */
export const KNOWN_SIGNS: ReadonlySet<string> = new Set(SIGNS)

/** How strong a sign was when last reported before `at`, and not before `since`; of one instant the strongest. Undefined where it never was. */
export function severityBefore(
  events: readonly CareEvent[],
  sign: string,
  { at, since = Number.NEGATIVE_INFINITY }: { readonly at: Instant; readonly since?: Instant },
): number | undefined {
  let last = since
  let severity: number | undefined
  for (const event of events) {
    if (event.type !== 'check-in' || event.at >= at || event.at < last) continue
    const heard = strongestIn(event, sign)
    if (heard === undefined) continue
    severity = event.at === last && severity !== undefined ? Math.max(severity, heard) : heard
    last = event.at
  }
  return severity
}

type CheckInEvent = Extract<CareEvent, { type: 'check-in' }>

/** How strong one check-in calls a sign; where it says two things, the stronger. */
function strongestIn({ signs, settled }: CheckInEvent, sign: string): number | undefined {
  let strongest = settled?.includes(sign) ? 0 : undefined
  for (const report of signs) {
    if (report.code === sign) strongest = Math.max(strongest ?? 0, severityOf(report))
  }
  return strongest
}
