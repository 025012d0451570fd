import type { Application } from './application.ts'
import type { Status } from './codes.ts'
import type { Rule, SubjectRules } from './compiled.ts'
import { unreachable } from './issue.ts'
import { NOTHING_REPORTED, reportedState, type SignHistory } from './sign-history.ts'
import type { Instant } from './time.ts'

/** What one position asks of a person over one span, while nothing more is said. */
export interface Demand {
  readonly status: Status
  readonly from: Instant
  /** Exclusive; infinity where only a report or a clearance ends it. */
  readonly until: Instant
  readonly endedBy: 'time' | 'report' | 'clearance'
}

/** One subject's clock after one procedure, and what has been said by then: it holds until the next thing is said. */
export interface Circumstances {
  /** From when on these are the circumstances. */
  readonly since: Instant
  readonly typicalEnd: Instant
  readonly outerEnd: Instant
  /** The latest end that an avoid without a test states on this subject. */
  readonly statedEnd: Instant | undefined
  readonly history: SignHistory
  /** The latest clearance by then. */
  readonly clearedAt: Instant | undefined
  /** Where a clinic's override in force has moved the timed avoids earlier. */
  readonly shortenedTo: Instant | undefined
}

/** A position put on the clock. */
export interface Standing {
  readonly rule: Rule
  readonly start: Instant
  /** The later end of what is stated, how a restriction reads a range; undefined where nothing is. */
  readonly strictEnd: Instant | undefined
  /** The earlier end, how a recommendation or a permission reads it. */
  readonly earlyEnd: Instant | undefined
  readonly maybeEnd: Instant | undefined
  /** For an avoid: the end of its timed part. */
  readonly timedEnd: Instant
}

const FOREVER = Number.POSITIVE_INFINITY

/** One subject's clock before any event. */
export function baseCircumstances(
  subject: SubjectRules,
  { compiled, start, instants }: Application,
): Circumstances {
  return {
    since: start,
    typicalEnd: instantAt(instants, compiled.typicalRecoveryEnd),
    outerEnd: instantAt(instants, compiled.outerRecoveryEnd),
    statedEnd: latestOf(subject.statedEnds, instants),
    history: NOTHING_REPORTED,
    clearedAt: undefined,
    shortenedTo: undefined,
  }
}

/** Puts a position on the clock. An avoid's timed part ends at its own figure, an open one's at another's, else typically. */
export function standingOf(
  rule: Rule,
  { start, instants }: Pick<Application, 'start' | 'instants'>,
  now: Circumstances,
): Standing {
  const strictEnd = latestOf(rule.ends, instants)
  const from = rule.from === undefined ? start : instantAt(instants, rule.from)
  return {
    rule,
    start: from,
    strictEnd,
    earlyEnd: earliestOf(rule.ends, instants),
    maybeEnd: rule.maybe === undefined ? undefined : instantAt(instants, rule.maybe),
    timedEnd:
      strictEnd ?? (borrowsEnd(rule, from, now) ? now.statedEnd : undefined) ?? now.typicalEnd,
  }
}

/**
 * What the position demands in these circumstances, span after span: [from, until). Spans that are over when the
 * circumstances begin may be among them.
 */
export function demandsOf(standing: Standing, now: Circumstances): readonly Demand[] {
  switch (standing.rule.stance) {
    case 'avoid':
      return avoidDemands(standing, now)
    case 'limit':
    case 'ask':
      return gentlerDemands(standing, now)
    case 'use':
    case 'allow':
    case 'continue':
      return [permission(standing)]
    default:
      return unreachable(standing.rule.stance)
  }
}

function avoidDemands(standing: Standing, now: Circumstances): readonly Demand[] {
  const { rule, start: from, timedEnd, maybeEnd } = standing
  const end = now.shortenedTo === undefined ? timedEnd : Math.min(timedEnd, now.shortenedTo)
  const after = Math.max(from, end)
  const demands: Demand[] = [{ status: 'avoid', from, until: end, endedBy: 'time' }]
  const needsClearance = rule.cleared || (isOpenEnded(rule) && !borrowsEnd(rule, from, now))
  if (needsClearance && now.clearedAt === undefined)
    demands.push(waiting('ask-clinic', after, 'clearance'))
  if (rule.settledSigns.length > 0) demands.push(...settledDemands(rule, after, now))
  if (maybeEnd !== undefined)
    demands.push({ status: 'caution', from: after, until: maybeEnd, endedBy: 'time' })
  return demands
}

/** After the timed part: present signs hold it shut, silence is caution until the outer end, signs gone open it. */
function settledDemands(rule: Rule, from: Instant, now: Circumstances): readonly Demand[] {
  const outer = Math.max(now.outerEnd, from)
  const state = reportedState(now, rule.settledSigns, now.since)
  switch (state) {
    case 'gone':
      return []
    case 'silent':
      return [{ status: 'caution', from, until: outer, endedBy: 'report' }]
    case 'present':
      return [
        { status: 'avoid', from, until: outer, endedBy: 'report' },
        waiting('ask-clinic', outer, 'report'),
      ]
    default:
      return unreachable(state)
  }
}

/**
 * `limit` and `ask`: for their stated time; then, where they wait for a clinician or for signs, until those answer. An
 * open `ask` waits for a clinician; an open `limit` is care without an end, which nobody's word ends.
 */
function gentlerDemands(
  { rule, start: from, strictEnd }: Standing,
  now: Circumstances,
): readonly Demand[] {
  const status = rule.stance === 'ask' ? 'ask-clinic' : 'caution'
  const waitsForSigns = rule.settledSigns.length > 0
  const isOpen = strictEnd === undefined && !waitsForSigns && !rule.cleared
  if (isOpen && rule.stance === 'limit') return [waiting(status, from, 'time')]
  const timed: readonly Demand[] =
    strictEnd === undefined ? [] : [{ status, from, until: strictEnd, endedBy: 'time' }]
  const after = Math.max(from, strictEnd ?? from)
  if ((rule.cleared || isOpen) && now.clearedAt === undefined)
    return [...timed, waiting(status, after, 'clearance')]
  const gone = !waitsForSigns || reportedState(now, rule.settledSigns, now.since) === 'gone'
  return gone ? timed : [...timed, waiting(status, after, 'report')]
}

/** `use`, `allow` and `continue`: while they last. A recommendation on a condition is a permission. */
function permission({ rule, start: from, earlyEnd }: Standing): Demand {
  const recommended = rule.stance === 'use' && rule.position.condition === undefined
  return {
    status: recommended ? 'recommended' : 'allowed',
    from,
    until: earlyEnd ?? FOREVER,
    endedBy: 'time',
  }
}

function waiting(status: Status, from: Instant, endedBy: Demand['endedBy']): Demand {
  return { status, from, until: FOREVER, endedBy }
}

/** Another's figure ends an open avoid only where it ends something: not one that is over before the avoid begins. */
function borrowsEnd(rule: Rule, from: Instant, { statedEnd }: Circumstances): boolean {
  return isOpenEnded(rule) && (statedEnd ?? from) > from
}

function isOpenEnded(rule: Rule): boolean {
  return rule.ends.length === 0 && !rule.cleared && rule.settledSigns.length === 0
}

function latestOf(indexes: readonly number[], instants: readonly Instant[]): Instant | undefined {
  let latest: Instant | undefined
  for (const index of indexes) latest = Math.max(latest ?? -FOREVER, instantAt(instants, index))
  return latest
}

function earliestOf(indexes: readonly number[], instants: readonly Instant[]): Instant | undefined {
  let earliest: Instant | undefined
  for (const index of indexes) earliest = Math.min(earliest ?? FOREVER, instantAt(instants, index))
  return earliest
}

function instantAt(instants: readonly Instant[], index: number): Instant {
  // Every index was made by compileProtocol, which numbers the same list the clock walks.
  return instants[index] as Instant
}
