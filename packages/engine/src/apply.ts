import type { CarePlan, Done, PlanCourse, PlanProcedure } from './care-plan.ts'
import { type Contribution, contributionOf } from './contribution.ts'
import type { Issue } from './issue.ts'
import { datedWindows, mergedWindows } from './merge.ts'
import type { Milestone } from './milestone.ts'
import { createPlanner, type Planner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { revisionsOf, type Session, withOwnAdjuncts } from './session.ts'
import type { Task } from './task.ts'
import type { Instant } from './time.ts'
import { unmappedWords } from './unmapped.ts'

/** The plan of one session: protocols applied to its procedures, its person's facts and its events. Pure and total. */
export function applyProtocol(protocols: readonly Protocol[], session: Session): CarePlan {
  return applyPlan(createPlanner(protocols), session)
}

/** The same with protocols made ready once, for callers that plan again and again. */
export function applyPlan(planner: Planner, session: Session): CarePlan {
  const contributions = revisionsOf(session).flatMap((revision) =>
    withOwnAdjuncts(revision.procedure).map((procedure) =>
      contributionOf(planner, session, { ...revision, procedure }),
    ),
  )
  const [only] = contributions
  const single = contributions.length === 1 && only
  const lasting = contributions.filter(
    ({ revision }) => revision.validUntil === Number.POSITIVE_INFINITY,
  )
  return {
    protocols: planner.versions,
    zone: session.zone,
    procedures: contributions.map(planProcedure),
    patient: session.patient,
    events: session.events,
    subjects: planner.subjects,
    windows: single
      ? datedWindows(planner.codes, single)
      : mergedWindows(planner.codes, contributions),
    course: lasting.flatMap(datedCourse),
    tasks: lasting.flatMap((one) => datedTasks(one, !single)),
    milestones: lasting.flatMap((one) => datedMilestones(one, !single)),
    done: doneAgainstPlan(planner, session),
    unmapped: unmappedWords(session),
    issues: [...contributions.flatMap((one) => one.issues), ...unknownSubjects(planner, session)],
  }
}

function planProcedure({ revision, protocol }: Contribution): PlanProcedure {
  const { procedure, endedAt, zone, validFrom, validUntil } = revision
  return {
    id: procedure.id,
    code: procedure.code,
    endedAt,
    zone,
    protocol,
    ...(procedure.bodySites && { bodySites: procedure.bodySites }),
    ...(procedure.sessionNumber !== undefined && { sessionNumber: procedure.sessionNumber }),
    ...(Number.isFinite(validFrom) && { correctedAt: validFrom }),
    ...(Number.isFinite(validUntil) && { replacedAt: validUntil }),
  }
}

function datedCourse({ revision, rest }: Contribution): readonly PlanCourse[] {
  return rest.course.map((sign) => ({
    ...sign,
    typicalEnd: revision.endedAt + sign.typicalEnd,
    outerEnd: revision.endedAt + sign.outerEnd,
    severeUntil: revision.endedAt + sign.severeUntil,
    procedure: revision.procedure.id,
  }))
}

function datedTasks({ revision, rest }: Contribution, several: boolean): readonly Task[] {
  return rest.tasks.map((task) => ({
    ...task,
    from: later(revision.endedAt, task.from),
    until: later(revision.endedAt, task.until),
    ...(several && { procedure: revision.procedure.id }),
  }))
}

function datedMilestones({ revision, rest }: Contribution, several: boolean): readonly Milestone[] {
  return rest.milestones.map((milestone) => ({
    ...milestone,
    from: later(revision.endedAt, milestone.from),
    until: later(revision.endedAt, milestone.until),
    ...(several && { procedure: revision.procedure.id }),
  }))
}

function later(anchor: Instant, elapsed: number | null): Instant | null {
  return elapsed === null ? null : anchor + elapsed
}

function doneAgainstPlan(planner: Planner, session: Session): readonly Done[] {
  return session.events.flatMap((event) => {
    if (event.type !== 'done') return []
    const advice = adviceFor(planner, event.subject)
    return [{ at: event.at, subject: event.subject, ...(advice ?? { source: null, watchFor: [] }) }]
  })
}

/** What the ledger says of having done it: of the subject itself, else of the nearest broader one that has a word. */
function adviceFor(planner: Planner, subject: string): Omit<Done, 'at' | 'subject'> | undefined {
  const codes = [subject, ...(planner.subjects[subject]?.broader ?? [])]
  const rules = planner.shelves.flatMap(({ compiled }) => compiled.subjects)
  for (const code of codes) {
    const found = rules.find((one) => one.code === code)?.ifDone
    if (found)
      return {
        source: found.source,
        text: `done.${code}`,
        watchFor: found.watchFor,
        ...(found.fact && { fact: found.fact }),
      }
  }
  return undefined
}

function unknownSubjects(planner: Planner, session: Session): readonly Issue[] {
  return session.events.flatMap((event, k): readonly Issue[] => {
    if (
      !('subject' in event) ||
      planner.subjects[event.subject] ||
      planner.holds.has(event.subject)
    )
      return []
    return [
      {
        severity: 'warning',
        code: 'not-found',
        diagnostics: `"${event.subject}" is no subject of the protocol, so this ${event.type} changes nothing; ask your clinic.`,
        expression: `events[${k}].subject`,
      },
    ]
  })
}
