import type { CarePlan, Done, PlanProcedure } from './care-plan.ts'
import { type Contribution, contributionOf } from './contribution.ts'
import type { Issue } from './issue.ts'
import { mergedWindows } from './merge-procedures.ts'
import { createPlanner, type Planner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { isEndUnknown, revisionsOf, type Session, withOwnAdjuncts } from './session.ts'
import { type Rest, shiftedRest } from './rest.ts'
import type { Instant } from './time.ts'
import { unmappedWords } from './unmapped.ts'

/** The plan of one session: protocols applied to its procedures, its person's facts and its events. Pure and total. */
export function applyProtocol(protocols: readonly Protocol[], session: Session): CarePlan {
  return applyPlan(createPlanner(protocols), session)
}

/** The same with protocols made ready once, for callers that plan again and again. */
export function applyPlan(planner: Planner, session: Session): CarePlan {
  const contributions = contributionsOf(planner, session)
  // A session has at least one procedure.
  const first = contributions[0] as Contribution
  const anchor = first.revision.endedAt
  const isOne = contributions.length === 1
  let windows: CarePlan['windows'] | undefined
  return {
    protocols: planner.versions,
    zone: session.zone,
    anchor,
    procedures: contributions.map(planProcedure),
    patient: session.patient,
    events: session.events,
    subjects: planner.subjects,
    get windows() {
      windows ??= isOne ? first.windows : mergedWindows(planner.codes, contributions, anchor)
      return windows
    },
    ...(isOne ? first.rest : mergedRest(contributions, anchor)),
    done: doneAgainstPlan(planner, session),
    unmapped: unmappedWords(session),
    issues: [...contributions.flatMap((one) => one.issues), ...unknownSubjects(planner, session)],
  }
}

function contributionsOf(planner: Planner, session: Session): readonly Contribution[] {
  const contributions: Contribution[] = []
  for (const revision of revisionsOf(session)) {
    for (const procedure of withOwnAdjuncts(revision.procedure)) {
      const own = procedure === revision.procedure ? revision : { ...revision, procedure }
      contributions.push(contributionOf({ planner, session, revision: own }))
    }
  }
  return contributions
}

/** Tasks and milestones of every reading that nothing corrected, and the course of every reading: triage looks back. */
function mergedRest(contributions: readonly Contribution[], anchor: Instant): Rest {
  const shifted = contributions.map(({ revision, rest }) => ({
    ...shiftedRest(rest, { by: revision.endedAt - anchor, procedure: revision.procedure.id }),
    lasting: revision.validUntil === Number.POSITIVE_INFINITY,
  }))
  const lasting = shifted.filter((rest) => rest.lasting)
  return {
    course: shifted.flatMap((rest) => rest.course),
    tasks: lasting.flatMap((rest) => rest.tasks),
    milestones: lasting.flatMap((rest) => rest.milestones),
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
    ...(isEndUnknown(revision) && { endedAtEstimated: true }),
    ...(procedure.bodySites && { bodySites: procedure.bodySites }),
    ...(procedure.indications && { indications: procedure.indications }),
    ...(procedure.sessionNumber !== undefined && { sessionNumber: procedure.sessionNumber }),
    ...(Number.isFinite(validFrom) && { correctedAt: validFrom }),
    ...(Number.isFinite(validUntil) && { replacedAt: validUntil }),
  }
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
      Object.hasOwn(planner.subjects, event.subject) ||
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
