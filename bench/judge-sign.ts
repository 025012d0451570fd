import {
  type CarePlan,
  type CheckIn,
  type Disposition,
  type Instant,
  type SignReport,
  type TriageAnswer,
  type TriageReason,
} from '../packages/engine/src/index.ts'

/** What remains of triage once the alarms are known, for a plan of one procedure: the floor's and the peers'. */

export interface PresentSign {
  readonly code: string
  readonly severity: number
  readonly trend: SignReport['trend']
}

const WORDS: Readonly<Record<string, number>> = { none: 0, mild: 3, moderate: 6, severe: 10 }
const FEVER_WORDS: Readonly<Record<string, number>> = {
  none: 0,
  mild: 38,
  moderate: 39,
  severe: 40,
}

function severityOf({ code, severity }: SignReport): number {
  if (typeof severity === 'number') return severity
  return (code === 'fever' ? FEVER_WORDS : WORDS)[severity] ?? Number.NaN
}

/** The signs that are there; a temperature on its scale and under the alarm is no fever. */
export function presentSigns(checkIn: CheckIn, feverFrom: number): readonly PresentSign[] {
  const found: PresentSign[] = []
  for (const report of checkIn.signs) {
    const severity = severityOf(report)
    if (severity === 0) continue
    const { code, trend } = report
    if (code === 'fever' && isOnScale(code, severity) && severity < feverFrom) continue
    found.push({ code, severity, trend })
  }
  return found
}

function isOnScale(code: string, severity: number): boolean {
  return code === 'fever' ? severity >= 30 && severity <= 45 : severity >= 0 && severity <= 10
}

/** What holds of the check-in as a whole. */
export function generalReasons({ at, notes }: CheckIn, plan: CarePlan): TriageReason[] {
  const reasons: TriageReason[] = []
  if (at < plan.anchor) reasons.push(general('impossible-time'))
  if (notes !== undefined && notes.trim() !== '') reasons.push(general('unread-notes'))
  return reasons
}

function general(code: TriageReason['code']): TriageReason {
  return { code, disposition: 'contact-clinic', sign: null, basis: [] }
}

/** One sign against its course. */
export function judgeSign(
  sign: PresentSign,
  plan: CarePlan,
  at: Instant,
): TriageReason | undefined {
  const { code, severity } = sign
  if (!isOnScale(code, severity)) return clinic('off-scale', code, [])
  if (at < plan.anchor) return undefined
  for (const course of plan.course) {
    if (course.sign !== code) continue
    const since = at - plan.anchor
    const basis = course.expectations
    const change = changeOf(sign, plan, at)
    if (change === 'worsening') return clinic('worsening', code, basis)
    if (since >= course.outerEnd) return clinic('outlasting', code, basis)
    if (severity >= 7 && since >= course.severeUntil) return clinic('severe', code, basis)
    if (since < course.typicalEnd)
      return { code: 'within-course', disposition: 'expected', sign: code, basis }
    return severity <= 3 && change === 'fading'
      ? { code: 'fading', disposition: 'self-care', sign: code, basis }
      : clinic('outlasting', code, basis)
  }
  return clinic('no-course', code, [])
}

function clinic(code: TriageReason['code'], sign: string, basis: readonly string[]): TriageReason {
  return { code, disposition: 'contact-clinic', sign, basis }
}

function changeOf(sign: PresentSign, plan: CarePlan, at: Instant): string {
  const before = plan.events.length === 0 ? undefined : lastSeverity(sign.code, plan, at)
  if (sign.trend === 'worsening' || (before !== undefined && sign.severity > before))
    return 'worsening'
  if (sign.trend === 'steady') return 'steady'
  if (before === undefined) return sign.trend ?? 'unknown'
  return sign.severity < before ? 'fading' : 'steady'
}

/** Of the last report before, the worse where it says two things. */
function lastSeverity(code: string, plan: CarePlan, at: Instant): number | undefined {
  let latest = Number.NEGATIVE_INFINITY
  let found: number | undefined
  const hear = (when: Instant, severity: number) => {
    found = when > latest || found === undefined ? severity : Math.max(found, severity)
    latest = when
  }
  for (const event of plan.events) {
    if (event.type !== 'check-in' || event.at >= at || event.at < latest) continue
    for (const sign of event.signs) if (sign.code === code) hear(event.at, severityOf(sign))
    if (event.settled?.includes(code)) hear(event.at, 0)
  }
  return found
}

const URGENCY: Readonly<Record<Disposition, number>> = {
  expected: 0,
  'self-care': 1,
  'contact-clinic': 2,
  urgent: 3,
  emergency: 4,
}

export function answered(reasons: TriageReason[], safetyNet: readonly string[]): TriageAnswer {
  if (reasons.length > 1) reasons.sort(byUrgency)
  return { disposition: reasons[0]?.disposition ?? 'expected', reasons, safetyNet }
}

function byUrgency(a: TriageReason, b: TriageReason): number {
  return (
    URGENCY[b.disposition] - URGENCY[a.disposition] ||
    compare(a.sign ?? '', b.sign ?? '') ||
    compare(a.basis[0] ?? '', b.basis[0] ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
