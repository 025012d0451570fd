import {
  applyPlan,
  beforeSessions,
  type CarePlan,
  daysBetween,
  type Hold,
  type Instant,
  isCurrent,
  latestRevisions,
  localDate,
  type Planner,
  planSeries,
  type Procedure,
  type Session,
} from '@afterglow/engine'
import { DRAFT_ID } from './draft.ts'

/** What somebody should see before they record a session: none of it stops them, all of it has a reason in the ledger. */
export interface DraftFlags {
  /** It ends later than now: it is recorded as planned, and nothing opens or shuts by it yet. */
  readonly isPlanned: boolean
  /** Codes of what no protocol covers: the procedure's own, or an add-on's. */
  readonly uncovered: readonly string[]
  /** Words in no list, as they were typed: kept, and treated as unknown. */
  readonly unread: readonly string[]
  /** Reasons to postpone, by facts and by reports of the last sessions. */
  readonly holds: readonly Hold[]
  /** What the ledger would have said, or asked, because of a fact that was told. */
  readonly worthAWord: readonly string[]
  /** When another session is planned that is still ahead: this may be the very one. */
  readonly planned: Instant | null
  /** Days since the last session where the ledger spaces them otherwise. */
  readonly gap: Gap | null
}

interface Gap {
  readonly days: number
  readonly atLeast: number
  readonly atMost: number
}

interface Drafted {
  readonly planner: Planner
  /** With the session of the form in it. */
  readonly session: Session
  readonly plan: CarePlan
  readonly now: Instant
}

export function flagsOf({ planner, session, plan, now }: Drafted): DraftFlags {
  const drafted = draftIn(session)
  const at = drafted.endedAt
  const before = applyPlan(planner, sessionBefore(session, drafted))
  return {
    isPlanned: at > now,
    uncovered: plan.procedures
      .filter(({ id, protocol }) => isOfDraft(id) && protocol === null)
      .map(({ code }) => code),
    unread: plan.unmapped.map(({ word }) => word),
    holds: planSeries(planner, before, { at }).holds.filter((one) => !one.toConfirm),
    worthAWord: worthAWord(planner, session, drafted),
    planned: plannedAfter(session, at),
    gap: gapOf(planner, before, at),
  }
}

function isOfDraft(id: string): boolean {
  return id === DRAFT_ID || id.startsWith(`${DRAFT_ID}+`)
}

function draftIn({ procedures }: Session): Procedure {
  const drafted = procedures.find(({ id }) => id === DRAFT_ID)
  if (!drafted) throw new Error('a draft without its session')
  return drafted
}

/** The person as they came: where nothing was done before, the session of the form is still ahead of them. */
function sessionBefore(session: Session, drafted: Procedure): Session {
  const earlier = session.procedures.filter(({ id }) => id !== DRAFT_ID)
  return { ...session, procedures: earlier.length > 0 ? earlier : [ahead(drafted)] }
}

const MINUTE_MS = 60_000

function ahead(drafted: Procedure): Procedure {
  return { ...drafted, endedAt: drafted.endedAt + MINUTE_MS }
}

/** What is said of anybody is left out: only what a told fact brings. */
function worthAWord(planner: Planner, session: Session, drafted: Procedure): readonly string[] {
  const { device: _, adjuncts: __, ...bare } = drafted
  const ofAnybody = new Set(saidBefore(planner, { ...session, procedures: [bare], patient: {} }))
  return saidBefore(planner, { ...session, procedures: [drafted] }).filter(
    (id) => !ofAnybody.has(id),
  )
}

function saidBefore(planner: Planner, session: Session): readonly string[] {
  const drafted = draftIn(session)
  const told = { ...session, procedures: [ahead(drafted)], events: [] }
  const [before] = beforeSessions(planner, told, drafted.endedAt)
  return (before?.suitability ?? [])
    .filter(({ action, toConfirm }) => !toConfirm && action !== 'information')
    .map(({ suitability }) => suitability)
}

function plannedAfter(session: Session, at: Instant): Instant | null {
  const ends = latestRevisions(session)
    .filter((one) => one.procedure.id !== DRAFT_ID && one.endedAt > at)
    .map(({ endedAt }) => endedAt)
  return ends.length === 0 ? null : Math.min(...ends)
}

function gapOf(planner: Planner, before: CarePlan, at: Instant): Gap | null {
  const { allowableDays } = planSeries(planner, before, { at }).rules.spacing
  const ends = before.procedures
    .filter((one) => one.protocol !== null && isCurrent(one, at) && one.endedAt <= at)
    .map(({ endedAt }) => endedAt)
  if (ends.length === 0) return null
  const days = daysBetween(localDate(Math.max(...ends), before.zone), localDate(at, before.zone))
  const isUsual = days >= allowableDays.atLeast && days <= allowableDays.atMost
  return isUsual ? null : { days, ...allowableDays }
}
