import { type FactBits, gateOf, holds as gateHolds } from './applicability.ts'
import { type CarePlan, isCurrent } from './care-plan.ts'
import type { CompiledProtocol } from './compiled.ts'
import type { Protocol } from './protocol.ts'
import { compileRedFlags, feverFrom } from './red-flag.ts'
import { zoneAt } from './session.ts'
import {
  isOnScale,
  latestReport,
  type SignEntry,
  type SignHistory,
  signHistoryOf,
} from './sign-history.ts'
import { addToDate, type Instant, localDate, ONE_DAY } from './time.ts'

/** What stops the next session. */
export interface Hold {
  readonly hold: string
  readonly source: string
  /** The first local date on which it no longer stops a session; null until a report or a clinician ends it. */
  readonly until: string | null
  readonly endedBy: 'report' | 'clearance'
  /** Whether the fact it rests on is not known: then it stops nothing, but has to be asked before booking. */
  readonly toConfirm: boolean
}

/** A clearance of this subject ends every hold; one of the hold's own id ends that. */
export const NEXT_SESSION = 'next-session'

export interface HoldQuestion {
  readonly compiled: CompiledProtocol
  readonly plan: CarePlan
  readonly facts: FactBits
  readonly at: Instant
}

type HoldRule = Protocol['series']['holds'][number]

/** The holds in force at `at`, in ledger order. */
export function holdsOf(question: HoldQuestion): readonly Hold[] {
  const { compiled, plan, at } = question
  const history = signHistoryOf(
    plan.events.filter((event) => event.at <= at),
    Number.NEGATIVE_INFINITY,
  )
  return compiled.protocol.series.holds.flatMap((rule): readonly Hold[] => {
    const certainty = inForce(rule, question, history)
    if (!certainty) return []
    const bySigns = rule.until === 'settled'
    return [
      {
        hold: rule.id,
        source: rule.source,
        until: bySigns ? expectedEnd(presentSigns(rule, question, history), plan, at) : null,
        endedBy: bySigns ? 'report' : 'clearance',
        toConfirm: certainty === 'unknown',
      },
    ]
  })
}

function inForce(
  rule: HoldRule,
  question: HoldQuestion,
  history: SignHistory,
): 'certain' | 'unknown' | undefined {
  const { compiled, plan, facts } = question
  if (rule.signs && presentSigns(rule, question, history).length === 0) return undefined
  if (rule.uncovered && !plan.procedures.some((one) => isUnclearedUncovered(one, rule, question)))
    return undefined
  if (!rule.when) return 'certain'
  // Of signs and uncovered procedures only those since the clearance are left: they are not cleared.
  const isNew = rule.signs !== undefined || rule.uncovered !== undefined
  if (!isNew && clearedAt(rule, question) !== undefined) return undefined
  const gate = gateOf(rule.when, compiled.atoms)
  if (gateHolds(gate, facts.certain)) return 'certain'
  return gateHolds(gate, facts.possible) ? 'unknown' : undefined
}

function isUnclearedUncovered(
  procedure: CarePlan['procedures'][number],
  rule: HoldRule,
  question: HoldQuestion,
): boolean {
  const { at } = question
  const cleared = clearedAt(rule, question)
  const { endedAt, protocol } = procedure
  const hasEnded = endedAt <= at && isCurrent(procedure, at)
  return protocol === null && hasEnded && (cleared === undefined || cleared < endedAt)
}

/** The rule's signs whose latest report says they are there, given since the last clearance. */
function presentSigns(
  rule: HoldRule,
  question: HoldQuestion,
  history: SignHistory,
): readonly string[] {
  const cleared = clearedAt(rule, question) ?? Number.NEGATIVE_INFINITY
  // A sign in no list may be any of the rule's.
  const signs = rule.signs ? [...rule.signs, ...history.unread] : []
  return signs.filter((sign) => {
    const report = latestReport(history, sign, question.at)
    return (
      report?.present &&
      report.at >= cleared &&
      !(sign === 'fever' && isBelowFever(report, question.compiled))
    )
  })
}

function isBelowFever({ severity }: SignEntry, compiled: CompiledProtocol): boolean {
  return (
    severity !== undefined &&
    isOnScale('fever', severity) &&
    severity < feverFrom(compileRedFlags(compiled))
  )
}

function clearedAt(rule: HoldRule, { plan, at }: HoldQuestion): Instant | undefined {
  const given = plan.events.filter(
    (event) =>
      event.type === 'clearance' &&
      event.at <= at &&
      (event.subject === rule.id || event.subject === NEXT_SESSION),
  )
  return given.length === 0 ? undefined : Math.max(...given.map((event) => event.at))
}

/**
 * The day after the signs' outer ends, by the readings of the procedures' ends that hold at `at`; null for a sign without a course or past it,
 * and after an end that nobody knows: then nobody can say when it goes.
 */
function expectedEnd(signs: readonly string[], plan: CarePlan, at: Instant): string | null {
  const known = plan.procedures.filter((one) => isCurrent(one, at))
  if (known.some((one) => one.endedAtEstimated)) return null
  const course = plan.course.filter(({ after, procedure }) =>
    known.some((one) => one.endedAt === plan.anchor + after && (procedure ?? one.id) === one.id),
  )
  const ends = signs.map((sign) =>
    Math.max(...course.filter((one) => one.sign === sign).map((one) => plan.anchor + one.outerEnd)),
  )
  if (!ends.every((end) => Number.isFinite(end) && end > at)) return null
  return addToDate(localDate(Math.max(...ends), zoneAt(plan.zone, plan.events, at)), ONE_DAY)
}
