import type {
  CarePlan,
  Expected,
  Instant,
  Issue,
  Planner,
  PlanProcedure,
  ProtocolSource,
  ProtocolVersion,
  Session,
} from '@afterglow/engine'
import { zoneAt } from '@afterglow/engine'
import { toLink } from '../link/link.ts'
import { type ShortCode, toShortCode } from '../link/short-code.ts'
import { type CareCard, careCardsOf } from '../plan/care-card.ts'
import { proceduresAt } from '../plan/known-procedure.ts'
import { expectedNow, type SignEnds, signEndsOf } from './sheet-course.ts'
import { type OpeningGroup, openingGroups } from './opening-group.ts'
import { type SheetSeries, seriesOf } from './sheet-series.ts'
import { type ComingProcedure, comingProcedures } from './coming-procedure.ts'
import { type SheetTask, sheetTasks } from './sheet-task.ts'
import { sourcesOf } from './sheet-source.ts'
import { type Told, toldOf } from './sheet-told.ts'

/** What a sheet is made of. */
export interface SheetRequest {
  readonly planner: Planner
  readonly session: Session
  /** The plan of that session. */
  readonly plan: CarePlan
  /** When the sheet is printed: it tells what holds from then on. */
  readonly at: Instant
}

/**
 * One printable sheet for all procedures: plain records, instants in epoch milliseconds, words as keys of the protocols'
 * texts. Every screen, page and file that renders it says the same.
 */
export interface Sheet {
  readonly at: Instant
  /** The zone the person is in at `at`, in which dates and times are written out. */
  readonly zone: string
  /** What the plan was computed with: the receipt of care. */
  readonly protocols: readonly ProtocolVersion[]
  /** As known at `at`, the last to end first. */
  readonly procedures: readonly SheetProcedure[]
  readonly expected: readonly Expected[]
  readonly signs: readonly SignEnds[]
  readonly tasks: readonly SheetTask[]
  /** Every subject once: what is open, what opens when, what only a clinician opens. */
  readonly groups: readonly OpeningGroup[]
  readonly cards: readonly CareCard[]
  /** Keys of what stands beside the cards: that nobody sees the skin, and not to wait. */
  readonly safetyNet: readonly string[]
  /** Procedures still to come. */
  readonly coming: readonly ComingProcedure[]
  /** Null where no protocol covers what was done. */
  readonly series: SheetSeries | null
  readonly told: Told
  readonly sources: readonly SheetSource[]
  readonly carry: Carry
}

export interface SheetProcedure extends PlanProcedure {
  readonly device: string | null
  readonly hasEnded: boolean
}

export interface SheetSource extends ProtocolSource {
  readonly code: string
}

/** The session to take along: for a code to scan, and to type. */
export interface Carry {
  /** What stands in a URL's fragment. */
  readonly link: string
  /** Null, with the issues, where the session fits in none. */
  readonly shortCode: ShortCode | null
  readonly issues: readonly Issue[]
}

/** The sheet of a plan at one moment. Pure: the same arguments give the same sheet. */
export function sheetOf(request: SheetRequest): Sheet {
  const { planner, plan, at } = request
  const groups = openingGroups(plan, at)
  const expected = expectedNow(request)
  return {
    at,
    zone: zoneAt(plan.zone, plan.events, at),
    protocols: plan.protocols,
    procedures: sheetProcedures(request),
    expected,
    signs: signEndsOf(plan, at),
    tasks: sheetTasks(plan, at),
    groups,
    cards: careCardsOf(request),
    safetyNet: planner.shelves[0]?.safetyNet ?? [],
    coming: comingProcedures(request),
    series: seriesOf(request),
    told: toldOf(request),
    sources: sourcesOf(planner, { groups, expected }),
    carry: carryOf(request),
  }
}

function sheetProcedures({ plan, session, at }: SheetRequest): readonly SheetProcedure[] {
  return proceduresAt(plan, at)
    .map((one) => ({
      ...one,
      device: session.procedures.find(({ id }) => id === one.id)?.device ?? null,
      hasEnded: one.endedAt <= at,
    }))
    .toSorted((a, b) => b.endedAt - a.endedAt)
}

/** The short code tells the last procedure that has ended. */
function carryOf({ plan, session, at }: SheetRequest): Carry {
  const given = new Set(session.procedures.map(({ id }) => id))
  const [last] = proceduresAt(plan, at)
    .filter(({ id, endedAt }) => given.has(id) && endedAt <= at)
    .toSorted((a, b) => b.endedAt - a.endedAt)
  const short = toShortCode(session, last?.id)
  return {
    link: toLink(session),
    shortCode: short.ok ? short.value : null,
    issues: short.ok ? [] : short.issues,
  }
}
