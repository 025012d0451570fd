import { type Bits, factBits } from './applicability.ts'
import { type CarePlan, isCurrent, type PlanProcedure } from './care-plan.ts'
import { BODY_SITES, type Disposition } from './codes.ts'
import type { SignCourse } from './course.ts'
import type { Duration } from './duration.ts'
import { type Planner, type Shelf, zoneTableOf } from './planner.ts'
import { type FlagQuestion, isRaised } from './red-flag.ts'
import type { CheckIn, SignReport } from './session.ts'
import { isMild, isOnScale, isSevere, severityBefore, severityOf } from './sign-history.ts'
import { addDuration, type Instant } from './time.ts'

/** Who to contact about a check-in and how fast. Never a condition, never "you are fine". */
export interface TriageAnswer {
  readonly disposition: Disposition
  /** What led to it, most urgent first, then by sign. */
  readonly reasons: readonly TriageReason[]
  /** Ids of the safety net's texts, given with every outcome. */
  readonly safetyNet: readonly string[]
}

export interface TriageReason {
  readonly code:
    | 'red-flag'
    | 'within-course'
    | 'fading'
    | 'outlasting'
    | 'worsening'
    | 'severe'
    | 'no-course'
    | 'off-scale'
    | 'impossible-time'
    | 'unknown-time'
    | 'not-covered'
    | 'unread-notes'
  readonly disposition: Disposition
  readonly sign: string | null
  /** The ids of the red flag or of the expectations it rests on. */
  readonly basis: readonly string[]
}

/** One sign of the check-in as it is judged. */
interface Sign {
  readonly code: string
  readonly severity: number
  readonly trend: SignReport['trend']
}

/** A check-in laid beside the plan it is judged by. */
interface Judged {
  readonly planner: Planner
  readonly plan: CarePlan
  readonly at: Instant
  readonly present: readonly Sign[]
  /** The procedures that a sign may come from. */
  readonly procedures: readonly PlanProcedure[]
}

/**
 * Triages a check-in: red flags first, then each sign against its course, the most urgent answer of all. Adding a sign
 * or raising a severity on its scale never lowers it; an unanswered question is no answer; order does not matter.
 */
export function triage(planner: Planner, plan: CarePlan, checkIn: CheckIn): TriageAnswer {
  const { at } = checkIn
  const present = presentSigns(checkIn, planner)
  const judged = { planner, plan, at, present, procedures: explainingProcedures(plan, at) }
  const reasons: TriageReason[] = []
  addGeneral(reasons, checkIn, judged)
  for (const shelf of planner.shelves) addRedFlags(reasons, shelf, judged)
  for (const sign of present) addCourse(reasons, judged, sign)
  return {
    disposition: reasons[0]?.disposition ?? 'expected',
    reasons,
    safetyNet: planner.shelves[0]?.safetyNet ?? NO_NET,
  }
}

const NO_NET: readonly string[] = []

const URGENCY: Readonly<Record<Disposition, number>> = {
  expected: 0,
  'self-care': 1,
  'contact-clinic': 2,
  urgent: 3,
  emergency: 4,
}

/** How urgent a disposition is: 0 for expected, 4 for emergency. */
export function urgencyOf(disposition: Disposition): number {
  return URGENCY[disposition]
}

/** The signs that are there: one reported as gone is not, nor is a temperature below every threshold of the ledger. */
function presentSigns({ signs }: CheckIn, planner: Planner): readonly Sign[] {
  const present: Sign[] = []
  for (const report of signs) {
    const severity = severityOf(report)
    if (severity === 0) continue
    const { code, trend } = report
    if (code !== 'fever' || isFever(severity, planner)) present.push({ code, severity, trend })
  }
  return present
}

/** What is off the scale is kept: it is for the clinic. */
function isFever(celsius: number, { shelves }: Planner): boolean {
  return !isOnScale('fever', celsius) || shelves.some(({ feverFrom }) => celsius >= feverFrom)
}

/**
 * The procedures a sign may come from: the last one ended, and each earlier one that treated a place it did not, as far
 * as is known. A reading of an end that was corrected by then is out.
 */
function explainingProcedures(plan: CarePlan, at: Instant): readonly PlanProcedure[] {
  const ended = endedProcedures(plan, at)
  if (ended.length < 2) return ended
  const lastEnd = Math.max(...ended.map((one) => one.endedAt))
  const last = ended.filter((one) => one.endedAt === lastEnd)
  return ended.filter(
    (one) => one.endedAt === lastEnd || !last.some((later) => sitesWithin(one, later)),
  )
}

/** One whose end nobody knows may have ended before the latest it can have. */
function endedProcedures({ procedures }: CarePlan, at: Instant): readonly PlanProcedure[] {
  const ended: PlanProcedure[] = []
  for (const one of procedures)
    if ((one.endedAt <= at || one.endedAtEstimated) && isCurrent(one, at)) ended.push(one)
  return ended
}

/** Whether the later one treated every place of the earlier one, for certain: a place not named may be any. */
function sitesWithin(earlier: PlanProcedure, later: PlanProcedure): boolean {
  const sites = earlier.bodySites
  return (
    sites !== undefined &&
    sites.every((site) => NAMED_SITES.has(site) && later.bodySites?.includes(site))
  )
}

const NAMED_SITES: ReadonlySet<string> = new Set(BODY_SITES.filter((site) => site !== 'other'))

function addRedFlags(reasons: TriageReason[], shelf: Shelf, judged: Judged): void {
  let question: FlagQuestion | undefined
  for (const { code, severity } of judged.present) {
    const flags = shelf.redFlags.get(code)
    if (!flags) continue
    for (const flag of flags) {
      if (flag.atLeast !== undefined && severity < flag.atLeast) continue
      question ??= questionOf(shelf, judged)
      if (isRaised(flag, question))
        insert(reasons, {
          code: 'red-flag',
          disposition: flag.disposition,
          sign: code,
          basis: flag.basis,
        })
    }
  }
}

function questionOf(
  shelf: Shelf,
  { plan, at, procedures, planner, present }: Judged,
): FlagQuestion {
  const { durations, outerRecoveryEnd } = shelf.compiled
  const instantAfter = ({ zone, endedAt }: PlanProcedure, length: Duration) =>
    addDuration(zoneTableOf(planner, zone, endedAt), endedAt, length)
  // Treating a place again takes nothing from what the treatment before it may still bring.
  const alarming = endedProcedures(plan, at).filter(
    (one) =>
      procedures.includes(one) || at < instantAfter(one, durations[outerRecoveryEnd] as Duration),
  )
  let possible: Bits | undefined
  return {
    present,
    possible: () => {
      possible ??= factBits(
        { procedure: NO_PROCEDURE, patient: plan.patient },
        shelf.flagTests,
      ).possible
      return possible
    },
    startedBy: (from) =>
      alarming.some((one) => one.endedAtEstimated || instantAfter(one, from) <= at),
  }
}

/** Red flags ask about the person; of the procedure nothing is told, so that a test of it counts as unknown. */
const NO_PROCEDURE = { id: '', code: '', endedAt: 0 }

/** The sign's course after each procedure that may explain it; where none has a word for it, the clinic. */
function addCourse(reasons: TriageReason[], judged: Judged, sign: Sign): void {
  if (!isOnScale(sign.code, sign.severity)) {
    insert(reasons, forTheClinic('off-scale', sign))
    return
  }
  for (const procedure of judged.procedures) {
    if (procedure.endedAtEstimated) {
      insert(reasons, forTheClinic('unknown-time', sign))
      continue
    }
    const course = courseAfter(judged.plan, procedure, sign.code)
    insert(reasons, course ? againstCourse(judged, sign, course) : forTheClinic('no-course', sign))
  }
}

/** The sign's course after that very reading of the procedure's end. */
function courseAfter(
  { course, anchor }: CarePlan,
  { id, endedAt }: PlanProcedure,
  sign: string,
): SignCourse | undefined {
  for (const one of course) {
    if (one.sign === sign && one.after === endedAt - anchor && (one.procedure ?? id) === id)
      return one
  }
  return undefined
}

/** Before the typical end expected; until the outer end self-care where mild and fading; else the clinic. */
function againstCourse(judged: Judged, sign: Sign, course: SignCourse): TriageReason {
  const code = courseCode(judged, sign, course)
  return {
    code,
    disposition: COURSE_DISPOSITION[code],
    sign: sign.code,
    basis: course.expectations,
  }
}

type CourseCode = 'within-course' | 'fading' | 'outlasting' | 'worsening' | 'severe'

const COURSE_DISPOSITION: Readonly<Record<CourseCode, Disposition>> = {
  'within-course': 'expected',
  fading: 'self-care',
  outlasting: 'contact-clinic',
  worsening: 'contact-clinic',
  severe: 'contact-clinic',
}

function courseCode(judged: Judged, sign: Sign, course: SignCourse): CourseCode {
  const at = judged.at - judged.plan.anchor
  const change = changeOf(judged, sign, course)
  if (change === 'worsening') return 'worsening'
  if (at >= course.outerEnd) return 'outlasting'
  if (isSevere(sign.severity) && at >= course.severeUntil) return 'severe'
  if (at < course.typicalEnd) return 'within-course'
  return isMild(sign.severity) && change === 'fading' ? 'fading' : 'outlasting'
}

/**
 * Against the last report before; where the person also says how it goes, the worse of the two counts. Any report may show
 * that it got worse; that it fades is shown only by one of this procedure's own time, on the scale.
 */
function changeOf(
  { plan, at }: Judged,
  sign: Sign,
  course: SignCourse,
): 'worsening' | 'steady' | 'fading' | 'unknown' {
  const before = severityBefore(plan.events, sign.code, { at })
  const rose = before !== undefined && sign.severity > before
  if (sign.trend === 'worsening' || rose) return 'worsening'
  if (sign.trend === 'steady') return 'steady'
  const since = plan.anchor + course.after
  const own =
    before === undefined ? undefined : severityBefore(plan.events, sign.code, { at, since })
  if (own === undefined || !isOnScale(sign.code, own)) return sign.trend ?? 'unknown'
  return sign.severity < own ? 'fading' : 'steady'
}

function addGeneral(reasons: TriageReason[], { notes }: CheckIn, { procedures }: Judged): void {
  if (procedures.length === 0) insert(reasons, general('impossible-time'))
  for (const { protocol } of procedures) {
    if (protocol !== null) continue
    insert(reasons, general('not-covered'))
    break
  }
  if (notes !== undefined && notes.trim() !== '') insert(reasons, general('unread-notes'))
}

function general(code: 'impossible-time' | 'not-covered' | 'unread-notes'): TriageReason {
  return { code, disposition: 'contact-clinic', sign: null, basis: NO_BASIS }
}

const NO_BASIS: readonly string[] = []

function forTheClinic(code: 'off-scale' | 'no-course' | 'unknown-time', sign: Sign): TriageReason {
  return { code, disposition: 'contact-clinic', sign: sign.code, basis: NO_BASIS }
}

/** Puts a reason where it belongs: most urgent first, then by sign and basis; of two alike, the one that came first. */
function insert(reasons: TriageReason[], reason: TriageReason): void {
  let k = reasons.length
  // k stays inside the list, which is grown by one.
  for (; k > 0 && byUrgency(reasons[k - 1] as TriageReason, reason) > 0; k--)
    reasons[k] = reasons[k - 1] as TriageReason
  reasons[k] = reason
}

function byUrgency(a: TriageReason, b: TriageReason): number {
  return (
    URGENCY[b.disposition] - URGENCY[a.disposition] ||
    compare(a.sign, b.sign) ||
    compare(a.basis[0], b.basis[0])
  )
}

function compare(a: string | null | undefined, b: string | null | undefined): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}
