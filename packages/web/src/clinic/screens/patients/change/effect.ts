import { applyPlan, assess, type CareEvent, explain, isOpen, type Session } from '@afterglow/engine'
import { withEvent } from '../../../../app/care-context.ts'
import type { Care } from '../../../../model/care.ts'
import { changesBetween, type SubjectChange } from '../../../../model/changes.ts'

/** What the plan would be once something was said of it, beside what it is. */
export interface Effect {
  /** What is different now or opens at another time comes first. */
  readonly changes: readonly SubjectChange[]
  /** Why the engine would not take it; empty where it would. */
  readonly refusals: readonly string[]
}

/** What an event would change, told now. */
export function effectOf(care: Care, event: CareEvent): Effect {
  const session = withEvent(withoutGeneralWord(care, event), event)
  return effectOfSession(care, session, session.events.length - 1)
}

/** What another session would change. `added` is the place of what is new among its events. */
export function effectOfSession(care: Care, session: Session, added = -1): Effect {
  const { planner, plan, at } = care
  const after = applyPlan(planner, session)
  const place = `events[${added}]`
  return {
    changes: nearestFirst(changesBetween(plan, after, at)),
    refusals: after.issues
      .filter(({ expression }) => expression?.startsWith(place))
      .map(({ diagnostics }) => diagnostics),
  }
}

/**
 * Once a clinician has moved a subject for one person, what the clinic shortens for everybody is not said of it again: not
 * of a session that is still to come either.
 */
function withoutGeneralWord({ session, at }: Care, event: CareEvent): Session {
  if (event.type !== 'override') return session
  const isLater = (one: CareEvent) =>
    one.type === 'override' && one.subject === event.subject && one.at > at
  return { ...session, events: session.events.filter((one) => !isLater(one)) }
}

function nearestFirst(changes: readonly SubjectChange[]): readonly SubjectChange[] {
  return changes.toSorted((a, b) => laterOf(a) - laterOf(b) || openingOf(a) - openingOf(b))
}

function laterOf({ was, is }: SubjectChange): number {
  return Number(was.status === is.status && was.opensAt === is.opensAt)
}

function openingOf({ is }: SubjectChange): number {
  return is.opensAt ?? Number.MAX_SAFE_INTEGER
}

/** What a clearance of one subject would come to. */
export interface Cleared {
  /** `now`, the instant from which it would be open, or null where it would stay shut. */
  readonly from: 'now' | number | null
  /** Whether it would be open with care alone then. */
  readonly isWithCare: boolean
  /** Narrower ones that would stay shut for longer, each with when time opens it. */
  readonly shut: readonly { readonly subject: string; readonly opensAt: number | null }[]
  readonly effect: Effect
}

/** A clearance ends what waits for a clinician or for signs; what counts time goes on. */
export function clearedBy(care: Care, subject: string, by: string): Cleared {
  const { planner, session, at } = care
  const event: CareEvent = { type: 'clearance', at, subject, by }
  const after = applyPlan(planner, withEvent(session, event))
  const verdict = assess(after, subject, at)
  const from = isOpen(verdict.status) ? 'now' : verdict.opensAt
  const shut = (after.subjects[subject]?.narrower ?? [])
    .filter((code) => !after.subjects[code]?.group)
    .map((code) => assess(after, code, at))
    .filter(({ status, opensAt }) => !isOpen(status) && opensAfter(opensAt, from))
  const then = typeof from === 'number' ? assess(after, subject, from) : verdict
  return {
    from,
    isWithCare: then.status === 'caution',
    shut: shut.map(({ subject: code, opensAt }) => ({ subject: code, opensAt })),
    effect: effectOf(care, event),
  }
}

function opensAfter(opensAt: number | null, from: Cleared['from']): boolean {
  if (opensAt === null) return from !== null
  return from === 'now' || (from !== null && opensAt > from)
}

/** The earliest instant that an override may open a subject at; null where no source gives a time. */
export function floorOf({ planner, plan, at }: Care, subject: string): number | null {
  return explain(planner, plan, { subject, at }).floor
}
