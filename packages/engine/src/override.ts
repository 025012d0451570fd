import { holds } from './applicability.ts'
import type { Application } from './application.ts'
import type { SubjectRules } from './compiled.ts'
import { baseCircumstances, standingOf } from './demand.ts'
import type { ProcedureEffects } from './effects.ts'
import type { Issue } from './issue.ts'
import type { Instant } from './time.ts'

export interface Refusals {
  /** Places among the session's events. */
  readonly indexes: ReadonlySet<number>
  readonly issues: readonly Issue[]
}

/** Refuses every override that would open a subject before the earliest end that any source states for it. */
export function refusedOverrides(effects: ProcedureEffects, application: Application): Refusals {
  const refused = effects.overrides.flatMap((override) => {
    const subject = application.compiled.subjects.find((one) => one.code === override.subject)
    if (!subject || override.end === undefined) return []
    const latest = latestTimedEnd(subject, application)
    if (latest === undefined || override.end >= latest) return []
    const floor = floorOf(subject, application.instants)
    if (floor !== undefined && override.end >= floor) return []
    return [
      {
        index: override.index,
        issue: refusal(override.index, override.subject, floor !== undefined),
      },
    ]
  })
  return {
    indexes: new Set(refused.map((one) => one.index)),
    issues: refused.map((one) => one.issue),
  }
}

function latestTimedEnd(subject: SubjectRules, application: Application): Instant | undefined {
  const now = baseCircumstances(subject, application)
  const ends = subject.rules
    .filter((rule) => rule.stance === 'avoid' && holds(rule.gate, application.facts.possible))
    .map((rule) => standingOf(rule, application, now).timedEnd)
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** The earliest numeric avoid end that any source states on the subject; undefined where none does. */
export function floorOf(subject: SubjectRules, instants: readonly Instant[]): Instant | undefined {
  const ends = subject.floorEnds.map((end) => instants[end] as Instant)
  return ends.length === 0 ? undefined : Math.min(...ends)
}

function refusal(index: number, subject: string, hasFloor: boolean): Issue {
  const why = hasFloor
    ? 'it ends before the shortest time that any source gives'
    : 'no source gives a time that it could be shortened to'
  return {
    severity: 'warning',
    code: 'business-rule',
    diagnostics: `The override of "${subject}" was not applied: ${why}. Give a longer window, or none.`,
    expression: `events[${index}].window`,
  }
}
