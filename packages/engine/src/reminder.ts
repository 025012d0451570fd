import type { CarePlan } from './care-plan.ts'
import { DAY_MS } from './duration.ts'
import { type Occasion, REMINDER_KINDS, type ReminderKind } from './occasion.ts'
import { isStillDue, occasionsOf, opennessOf } from './occasions.ts'
import { isAsOpen } from './opening.ts'
import type { Span } from './occurrence.ts'
import type { Planner } from './planner.ts'
import { firstNotQuiet, isQuiet, type QuietHours } from './quiet-hours.ts'
import { addToDate, type Instant, instantOf, localDate } from './time.ts'
import { assess } from './verdict.ts'
import { nextShowing, type OffsetAt, offsetsOf, timeOf } from './wall-clock.ts'

/** What a patient is to be reminded of, and when: `nominalAt <= dueAt < expiresAt`. */
export interface Reminder extends Occasion {
  /** After quiet hours, and with the rest of its digest. */
  readonly dueAt: Instant
  /** The same for all that are to be told together. */
  readonly digest?: string
  /** Narrower subjects that are not as open at `dueAt`, and so are not meant. */
  readonly except?: readonly string[]
}

/** Times of day, such as `21:00`, are by the clock of the zone the person is in then. */
export interface ReminderPreferences {
  readonly quietHours: QuietHours | null
  /** When all but routines are told together; null for each at its own time. */
  readonly digestAt: string | null
  readonly kinds: readonly ReminderKind[]
  /** When a check-in is asked for; in the evening of the protocol's routine where it is not given. */
  readonly checkInAt?: string
}

export interface ReminderRequest {
  /** Of `dueAt`: spans that follow one another have every reminder once. */
  readonly span: Span
  readonly preferences: ReminderPreferences
}

/** All kinds but what opens with care only. */
export const DEFAULT_REMINDER_KINDS: readonly ReminderKind[] = REMINDER_KINDS.filter(
  (kind) => kind !== 'window-caution',
)

/**
 * What falls due in a span, in time order. What quiet hours put off past its use is left out, never sent late, as is what no
 * longer holds when it is due; what a digest would bring too late comes by itself.
 */
export function remindersOf(
  planner: Planner,
  plan: CarePlan,
  { span, preferences }: ReminderRequest,
): readonly Reminder[] {
  const { from, until } = { ...span, until: Math.min(span.until, planEnd(plan)) }
  if (!(from < until)) return []
  const request = { planner, plan, span: { from, until }, checkInAt: preferences.checkInAt }
  const dueOf = timing(offsetsOf(planner, plan), preferences)
  return [...new Set(preferences.kinds)]
    .flatMap((kind) => occasionsOf(kind, request))
    .flatMap((occasion) => {
      const due = dueOf(occasion)
      if (due.dueAt < from || due.dueAt >= until) return []
      return isStillDue(plan, occasion, due.dueAt) ? [reminderOf(plan, occasion, due)] : []
    })
    .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

/** When the first reminder strictly after an instant is due; null when none is left. */
export function nextDueAt(
  planner: Planner,
  plan: CarePlan,
  { after, preferences }: { readonly after: Instant; readonly preferences: ReminderPreferences },
): Instant | null {
  const end = planEnd(plan)
  let from = after + 1
  for (let days = 1; from < end; days *= 2) {
    const until = Math.min(from + days * DAY_MS, end)
    const [first] = remindersOf(planner, plan, { span: { from, until }, preferences })
    if (first) return first.dueAt
    from = until
  }
  return null
}

/** A plan is computed over 12 months: after its last session's nobody is reminded of anything. */
function planEnd({ procedures }: CarePlan): Instant {
  const ends = procedures.map(({ endedAt, zone }) =>
    instantOf(addToDate(localDate(endedAt, zone), { kind: 'months', months: 12 }), '00:00', zone),
  )
  return Math.max(...ends)
}

type Due = Pick<Reminder, 'dueAt' | 'digest'>

function timing(
  offsetAt: OffsetAt,
  { quietHours, digestAt }: ReminderPreferences,
): (occasion: Occasion) => Due {
  const notQuiet = (at: Instant) =>
    quietHours === null ? at : firstNotQuiet(at, quietHours, offsetAt)
  const digest = digestAt === null ? null : digestClock(digestAt, quietHours)
  return ({ kind, nominalAt, expiresAt }) => {
    const alone = notQuiet(nominalAt)
    if (kind === 'routine' || digest === null) return { dueAt: alone }
    const together = notQuiet(nextShowing(alone, digest, offsetAt))
    return together < expiresAt
      ? { dueAt: together, digest: `digest/${together}` }
      : { dueAt: alone }
  }
}

/** A digest inside the quiet hours comes at their end. */
function digestClock(digestAt: string, quietHours: QuietHours | null): string {
  return quietHours && isQuiet(timeOf(digestAt), quietHours) ? quietHours.until : digestAt
}

function reminderOf(plan: CarePlan, occasion: Occasion, due: Due): Reminder {
  const except = exceptOf(plan, occasion, due.dueAt)
  return { ...occasion, ...due, ...(except.length > 0 && { except }) }
}

function exceptOf(plan: CarePlan, { kind, subject }: Occasion, at: Instant): readonly string[] {
  if (subject === undefined || kind === 'routine') return []
  return plan.windows
    .filter((one) => one.steps.length > 0 && plan.subjects[one.subject]?.broader.includes(subject))
    .map((one) => one.subject)
    .filter((code) => !isAsOpen(assess(plan, code, at).status, opennessOf(kind)))
}
