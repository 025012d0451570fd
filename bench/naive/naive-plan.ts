import type {
  CarePlan,
  Elapsed,
  Milestone,
  Planner,
  Session,
  SignCourse,
  SubjectWindows,
  Task,
} from '../../packages/engine/src/index.ts'
import {
  type Position,
  positionsOn,
  type Protocol,
  type Subject,
} from '../../packages/engine/src/protocol.ts'
import { reasonOf } from '../floor/subject-code.ts'
import { unmappedOf } from '../unmapped-of.ts'
import { type BitFacts, bitFacts, gateFunctions, type GateFunctions } from './applies.ts'
import { naiveClock, type NaiveClock } from './naive-clock.ts'
import { naiveSteps } from './naive-windows.ts'
import { readingOf, type RuleList, ruleListOf, type TaskRule } from './rule-list.ts'

/**
 * What everybody writes round a rules engine: the engine has said which rules apply, and this merges them, dates them and
 * puts the plan together. Plain and shared by all three, so that only the engines differ. One procedure, no events.
 */
export interface NaivePlanner {
  readonly protocol: Protocol
  readonly planner: Planner
  readonly rules: RuleList
  readonly positions: ReadonlyMap<string, readonly Position[]>
  readonly gateOf: (when: NonNullable<Position['when']>) => GateFunctions
}

export function createNaivePlanner(protocol: Protocol, planner: Planner): NaivePlanner {
  const byCode = new Map(protocol.subjects.map((subject) => [subject.subject, subject]))
  return {
    protocol,
    planner,
    rules: ruleListOf(protocol),
    positions: new Map(
      protocol.subjects.map(({ subject }) => [subject, positionsOn(subject, byCode)]),
    ),
    gateOf: gateFunctions(protocol),
  }
}

/** What is known of one session, and which rules the engine says apply. */
export interface Applied {
  readonly clock: NaiveClock
  readonly facts: BitFacts
  readonly rules: ReadonlySet<number>
}

export function appliedTo(
  { protocol }: NaivePlanner,
  session: Session,
  numbers: readonly number[],
): Applied {
  const procedure = onlyProcedure(session)
  return {
    clock: naiveClock(protocol, session.zone, procedure.endedAt),
    facts: bitFacts(procedure, session.patient),
    rules: new Set(numbers),
  }
}

export function onlyProcedure(session: Session): Session['procedures'][number] {
  // The bench's sessions have exactly one.
  return session.procedures[0] as Session['procedures'][number]
}

export function naivePlan(naive: NaivePlanner, session: Session, applied: Applied): CarePlan {
  const { id, code, endedAt, bodySites, sessionNumber } = onlyProcedure(session)
  const { protocol, planner } = naive
  return {
    protocols: planner.versions,
    zone: session.zone,
    anchor: endedAt,
    procedures: [
      {
        ...{ id, code, endedAt, zone: session.zone, protocol: protocol.code },
        ...(bodySites && { bodySites }),
        ...(sessionNumber !== undefined && { sessionNumber }),
      },
    ],
    patient: session.patient,
    events: session.events,
    subjects: planner.subjects,
    windows: protocol.subjects.map((subject) => naiveWindows(naive, subject, applied)),
    course: courseOf(naive, applied),
    tasks: tasksOf(naive, applied),
    milestones: milestonesOf(naive, applied),
    done: [],
    unmapped: unmappedOf(session),
    issues: [],
  }
}

export function naiveWindows(
  naive: NaivePlanner,
  { subject, group }: Subject,
  applied: Applied,
): SubjectWindows {
  if (group) return { subject, steps: [], reasons: [] }
  const all = naive.positions.get(subject) ?? []
  const voices = all
    .filter((position) => applied.rules.has(naive.rules.positions.get(position) ?? -1))
    .map((position) => ({ position, reason: reasonOf(position, doubtsOf(naive, position, applied)) }))
  const steps = naiveSteps(voices, applied.clock, statedEndOf(all, applied.clock))
  const before = preparationOf(naive, subject, applied.clock)
  return {
    subject,
    steps: [...before.steps, ...steps],
    reasons: [...voices.map(({ reason }) => reason), ...before.reasons],
  }
}

function doubtsOf(naive: NaivePlanner, position: Position, { facts }: Applied): readonly string[] {
  if (!position.when || readingOf(position) === 'certain') return []
  const gate = naive.gateOf(position.when)
  if (gate.certain(facts)) return []
  return gate.doubts.filter(({ isOpen }) => isOpen(facts)).map(({ key }) => key)
}

/** The latest end that an avoid for everybody states: what an open one takes. */
function statedEndOf(positions: readonly Position[], clock: NaiveClock): Elapsed | undefined {
  const ends = positions.flatMap(({ stance, when, window }) =>
    stance === 'avoid' && !when && window?.until !== undefined && window.until !== 'cleared'
      ? [clock.latest(window.until)]
      : [],
  )
  return ends.length === 0 ? undefined : Math.max(...ends)
}

function preparationOf(
  { protocol }: NaivePlanner,
  subject: string,
  clock: NaiveClock,
): Omit<SubjectWindows, 'subject'> {
  const leads = protocol.preparation.flatMap(({ id, source, lead, subject: code }) =>
    code === subject && lead !== undefined ? [{ id, source, start: clock.before(lead) }] : [],
  )
  const [first] = leads.sort((a, b) => a.start - b.start)
  if (!first) return { steps: [], reasons: [] }
  const { id, source, start } = first
  return {
    steps: [{ start, status: 'unknown', governing: id, changedBy: ['time'] }],
    reasons: [{ id, kind: 'preparation', source, stance: 'ask', window: null }],
  }
}

function courseOf(naive: NaivePlanner, { rules, clock }: Applied): readonly SignCourse[] {
  const figures = new Map<SignCourse['sign'], { id: string; end: Elapsed }[]>()
  for (const expectation of naive.protocol.course.expectations) {
    const { id, until, stage, signs } = expectation
    if (until === undefined || stage) continue
    if (!rules.has(naive.rules.expectations.get(expectation) ?? -1)) continue
    for (const sign of signs)
      figures.set(sign, [...(figures.get(sign) ?? []), { id, end: clock.latest(until) }])
  }
  const course = [...figures].map(([sign, found]): SignCourse => {
    const ends = found.map(({ end }) => end).sort((a, b) => a - b)
    const severe = naive.protocol.triage.severe.until[sign]
    return {
      sign,
      typicalEnd: ends[Math.floor(ends.length / 2)] ?? 0,
      outerEnd: ends[ends.length - 1] ?? 0,
      severeUntil: severe === undefined ? 0 : clock.elapsed(severe),
      after: 0,
      expectations: found.map(({ id }) => id),
    }
  })
  return course.sort((a, b) => (a.sign < b.sign ? -1 : 1))
}

function tasksOf(naive: NaivePlanner, { rules, clock }: Applied): readonly Task[] {
  return naive.protocol.tasks
    .filter((task) => rules.has(naive.rules.tasks.get(task) ?? -1))
    .map((task) => ({
      task: task.id,
      phase: task.phase,
      ...(task.subject !== undefined && { subject: task.subject }),
      ...spanOf(task, clock),
      ...(task.times && { times: task.times }),
      ...(task.everyDays !== undefined && { everyDays: task.everyDays }),
    }))
}

function spanOf(task: TaskRule, clock: NaiveClock): Pick<Task, 'from' | 'until'> {
  if (task.phase === 'before')
    return { from: task.lead === undefined ? null : clock.before(task.lead), until: 0 }
  const starts = task.statements.map(({ from }) => (from === undefined ? 0 : clock.elapsed(from)))
  const ends = task.statements.flatMap(({ until }) =>
    until === undefined ? [] : [clock.latest(until)],
  )
  return { from: Math.min(...starts), until: ends.length === 0 ? null : Math.max(...ends) }
}

function milestonesOf(naive: NaivePlanner, { rules, clock }: Applied): readonly Milestone[] {
  return naive.protocol.course.milestones
    .filter((milestone) => rules.has(naive.rules.milestones.get(milestone) ?? -1))
    .map(({ id, kind, from, until }) => ({
      milestone: id,
      kind,
      from: from === undefined ? null : clock.elapsed(from),
      until: until === undefined ? null : clock.elapsed(until),
    }))
    .sort((a, b) => startOf(a) - startOf(b))
}

function startOf({ from, until }: Milestone): number {
  return from ?? until ?? Number.MAX_SAFE_INTEGER
}
