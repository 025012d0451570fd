import { setImmediate } from 'node:timers/promises'
import { addToDate, type Instant, instantOf, localDate, planSeries } from '@afterglow/engine'
import {
  calendarEvents,
  type CalendarVersion,
  englishCalendarWords,
  toIcalFeed,
} from '@afterglow/formats'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { derivedId } from '../derived-id.ts'
import type { CareVersion } from './care-versions.ts'
import { type PatientCare, withEvents, withVersion } from './patient-care.ts'

export interface CalendarAsked {
  readonly care: PatientCare
  /** The versions of the protocols that the plan has had, the first first. */
  readonly versions: readonly CareVersion[]
  /** Titles that say what opens; without, they say only that there is something. */
  readonly detailed: boolean
  readonly at: Instant
}

const A_YEAR = { kind: 'months', months: 12 } as const
/** What a plan drops is told of for so long, as cancelled: a program that fetches seldom hears of it, too. */
const DROPPED_FOR_MS = 30 * 86_400_000

/**
 * The calendar of a patient's plan, from its first day for a year. It is made from stored data alone, as the plan was after
 * each of its events: who fetches it again gets the same bytes until the plan has changed or something dropped is old.
 */
export async function calendarOf(asked: CalendarAsked): Promise<string> {
  const { care, detailed, at } = asked
  const { record, library } = care
  const words = englishCalendarWords(library.texts.text)
  const text = toIcalFeed({
    name: detailed ? words.calendarName : words.discreetName,
    planId: derivedId(record.clinicId, record.patientId, 'calendar'),
    versions: await calendarVersions(asked),
    droppedSince: at - DROPPED_FOR_MS,
  })
  return detailed ? text : withOpaqueIds(text)
}

/** What the calendar told after each event; where nothing changed, the version before goes on. */
async function calendarVersions({
  care,
  versions,
  detailed,
}: CalendarAsked): Promise<readonly CalendarVersion[]> {
  const told: CalendarVersion[] = []
  for (const stamp of changesOf(care, versions)) {
    const then = careAt(care, versions, stamp)
    const before = told.at(-1)
    const same = before && eventsOf(then.care, { detailed, asOf: before.stamp })
    if (before && isDeepStrictEqual(same, before.events)) continue
    told.push({
      stamp,
      sequence: then.sequence,
      events: eventsOf(then.care, { detailed, asOf: stamp }),
    })
    // Some milliseconds each: whoever else asks is not kept waiting for all of them.
    await setImmediate()
  }
  return told
}

/** Every instant at which the plan may have become another one. */
function changesOf(care: PatientCare, versions: readonly CareVersion[]): readonly Instant[] {
  const events = care.events.filter(({ type }) => CHANGING.has(type))
  const [first] = events
  if (first === undefined) return []
  const moved = versions.map(({ from }) => from).filter((from) => from > first.recordedAt)
  const instants = new Set([...events.map(({ recordedAt }) => recordedAt), ...moved])
  return [...instants].toSorted((a, b) => a - b)
}

/** More than a plan will ever have events: a later version of the protocols is higher than all before. */
const EVENTS_AT_MOST = 10_000

/** The care as it was told by an instant, and which telling of it that was. */
function careAt(
  care: PatientCare,
  versions: readonly CareVersion[],
  at: Instant,
): { readonly care: PatientCare; readonly sequence: number } {
  const events = care.events.filter(({ recordedAt }) => recordedAt <= at)
  const version = versions.findLast(({ from }) => from <= at)
  const then = version === undefined ? care : withVersion(care, version)
  const changes = events.filter(({ type }) => CHANGING.has(type)).length
  return {
    care: withEvents(then, events),
    sequence: (version?.number ?? 0) * EVENTS_AT_MOST + changes,
  }
}

/** The entries of a plan for a year from `asOf` on; none where there is no plan. */
function eventsOf(
  { care, library: { planner, texts } }: PatientCare,
  { detailed, asOf }: { readonly detailed: boolean; readonly asOf: Instant },
): CalendarVersion['events'] {
  if (care === null) return []
  const { plan } = care
  const { zone } = plan
  const { sessions, holds } = planSeries(planner, plan, { at: asOf })
  const [next] = holds.some((hold) => !hold.toConfirm) ? [] : sessions
  const until = instantOf(addToDate(localDate(asOf, zone), A_YEAR), '23:59', zone)
  return calendarEvents({
    planner,
    plan,
    span: { from: plan.anchor, until },
    routines: false,
    ...(next && { nextSession: next.date }),
    detail: detailed ? 'full' : 'discreet',
    words: englishCalendarWords(texts.text),
  })
}

/** What a plan is made from; what is sent, answered or consented to changes none. */
const CHANGING: ReadonlySet<string> = new Set([
  'procedure',
  'patient-facts',
  'check-in',
  'clearance',
  'override',
  'done',
  'moved',
  'corrected',
  'patient-reported-advice',
  'undone',
])

/** An id names the change that it is of (RFC 5545, 3.8.4.7: any text will do), and a title that tells nothing has an id that does not either. */
function withOpaqueIds(text: string): string {
  return text.replaceAll(/^UID:(.*(?:\r\n[ \t].*)*)\r\n/gm, (_all, folded: string) => {
    const id = folded.replaceAll(/\r\n[ \t]/g, '')
    const hash = createHash('sha256').update(id).digest('hex').slice(0, 32)
    return `UID:${hash}@afterglow\r\n`
  })
}
