import type { Status } from './codes.ts'
import type { Application } from './application.ts'
import type { Rule, SubjectRules } from './compiled.ts'
import { type SignHistory, reportedState } from './sign-history.ts'
import { unreachable } from './issue.ts'
import type { Instant } from './time.ts'

/** What one position asks of a person at one instant, and until when it would, left alone. */
export interface Demand {
  readonly status: Status
  /** Exclusive; infinity where only a report or a clearance ends it. */
  readonly until: Instant
  readonly endedBy: 'time' | 'report' | 'clearance'
}

/** One procedure's clock and what has been said since, as one subject sees it. Instants are absolute or all relative. */
export interface Circumstances {
  /** The instant of each of the protocol's lengths after the procedure. */
  readonly instants: readonly Instant[]
  readonly start: Instant
  readonly typicalEnd: Instant
  readonly outerEnd: Instant
  /** The latest end that an avoid without a test states on this subject. */
  readonly statedEnd: Instant | undefined
  readonly history: SignHistory
  /** The latest clearance at the instant asked about. */
  readonly clearedAt: Instant | undefined
  /** Where a clinic's override in force has moved the timed avoids earlier. */
  readonly shortenedTo: Instant | undefined
}

const FOREVER = Number.POSITIVE_INFINITY

/** One subject's clock before any event. */
export function baseCircumstances(
  subject: SubjectRules,
  { compiled, start, instants }: Application,
): Circumstances {
  const stated = subject.statedEnds.map((end) => instantAt(instants, end))
  return {
    instants,
    start,
    typicalEnd: instantAt(instants, compiled.typicalRecoveryEnd),
    outerEnd: instantAt(instants, compiled.outerRecoveryEnd),
    statedEnd: stated.length === 0 ? undefined : Math.max(...stated),
    history: new Map(),
    clearedAt: undefined,
    shortenedTo: undefined,
  }
}

/** Says what the position demands at `at`; undefined where it says nothing then. Windows are [start, end). */
export function demandOf(rule: Rule, at: Instant, now: Circumstances): Demand | undefined {
  if (at < startOf(rule, now)) return undefined
  switch (rule.stance) {
    case 'avoid':
      return avoidDemand(rule, at, now)
    case 'limit':
    case 'ask':
      return gentlerDemand(rule, at, now)
    case 'use':
    case 'allow':
    case 'continue':
      return permission(rule, at, now)
    default:
      return unreachable(rule.stance)
  }
}

/** Every instant at which the position's demand may change by itself. */
export function turningPoints(rule: Rule, now: Circumstances): readonly Instant[] {
  const points = [
    startOf(rule, now),
    now.typicalEnd,
    now.outerEnd,
    strictEnd(rule, now),
    earlyEnd(rule, now),
  ]
  if (now.statedEnd !== undefined) points.push(now.statedEnd)
  if (rule.maybe !== undefined) points.push(instantAt(now.instants, rule.maybe))
  return points.filter((point) => point !== undefined)
}

function avoidDemand(rule: Rule, at: Instant, now: Circumstances): Demand | undefined {
  const open = isOpenEnded(rule)
  const natural = timedEndOf(rule, now)
  const end = now.shortenedTo === undefined ? natural : Math.min(natural, now.shortenedTo)
  if (at < end) return { status: 'avoid', until: end, endedBy: 'time' }
  const needsClearance = rule.cleared || (open && now.statedEnd === undefined)
  if (needsClearance && now.clearedAt === undefined)
    return { status: 'ask-clinic', until: FOREVER, endedBy: 'clearance' }
  if (rule.settledSigns.length > 0) {
    return settledDemand(rule, at, { ...now, outerEnd: Math.max(now.outerEnd, end) })
  }
  return rule.maybe === undefined
    ? undefined
    : timed('caution', at, instantAt(now.instants, rule.maybe))
}

/** The end of an avoid's timed part: its own figure, for an open one another's, else the typical recovery end. */
export function timedEndOf(rule: Rule, now: Circumstances): Instant {
  return (
    strictEnd(rule, now) ?? (isOpenEnded(rule) ? (now.statedEnd ?? now.typicalEnd) : now.typicalEnd)
  )
}

function isOpenEnded(rule: Rule): boolean {
  return rule.ends.length === 0 && !rule.cleared && rule.settledSigns.length === 0
}

/** After the timed part: present signs hold it shut, silence is caution until the outer end, signs gone open it. */
function settledDemand(rule: Rule, at: Instant, now: Circumstances): Demand | undefined {
  const { outerEnd } = now
  switch (reportedState(now, rule.settledSigns, at)) {
    case 'gone':
      return undefined
    case 'silent':
      return at < outerEnd ? { status: 'caution', until: outerEnd, endedBy: 'report' } : undefined
    case 'present':
      return at < outerEnd
        ? { status: 'avoid', until: outerEnd, endedBy: 'report' }
        : { status: 'ask-clinic', until: FOREVER, endedBy: 'report' }
  }
}

/** `limit` and `ask`: for their stated time; then, where they wait for a clinician or for signs, until those answer. */
function gentlerDemand(rule: Rule, at: Instant, now: Circumstances): Demand | undefined {
  const status = rule.stance === 'ask' ? 'ask-clinic' : 'caution'
  const end = strictEnd(rule, now)
  if (end !== undefined && at < end) return { status, until: end, endedBy: 'time' }
  const waitsForSigns = rule.settledSigns.length > 0
  const waitsForClearance = rule.cleared || (end === undefined && !waitsForSigns)
  if (waitsForClearance && now.clearedAt === undefined) {
    return { status, until: FOREVER, endedBy: 'clearance' }
  }
  const gone = !waitsForSigns || reportedState(now, rule.settledSigns, at) === 'gone'
  return gone ? undefined : { status, until: FOREVER, endedBy: 'report' }
}

/** `use`, `allow` and `continue`: while they last. A recommendation on a condition is a permission. */
function permission(rule: Rule, at: Instant, now: Circumstances): Demand | undefined {
  const recommended = rule.stance === 'use' && rule.position.condition === undefined
  const status = recommended ? 'recommended' : 'allowed'
  const end = earlyEnd(rule, now)
  return end === undefined ? { status, until: FOREVER, endedBy: 'time' } : timed(status, at, end)
}

function timed(status: Status, at: Instant, until: Instant): Demand | undefined {
  return at < until ? { status, until, endedBy: 'time' } : undefined
}

function startOf(rule: Rule, now: Circumstances): Instant {
  return rule.from === undefined ? now.start : instantAt(now.instants, rule.from)
}

/** The later end of a range: how a restriction reads it. */
function strictEnd(rule: Rule, now: Circumstances): Instant | undefined {
  return rule.ends.length === 0
    ? undefined
    : Math.max(...rule.ends.map((end) => instantAt(now.instants, end)))
}

/** The earlier end of a range: how a recommendation or a permission reads it. */
function earlyEnd(rule: Rule, now: Circumstances): Instant | undefined {
  return rule.ends.length === 0
    ? undefined
    : Math.min(...rule.ends.map((end) => instantAt(now.instants, end)))
}

function instantAt(instants: readonly Instant[], index: number): Instant {
  // Every index was made by compileProtocol, which numbers the same list the clock walks.
  return instants[index] as Instant
}
