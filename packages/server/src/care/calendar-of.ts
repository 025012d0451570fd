import { addToDate, instantOf, localDate, planSeries } from '@afterglow/engine'
import { englishCalendarWords, toIcal } from '@afterglow/formats'
import { createHash } from 'node:crypto'
import { derivedId } from '../derived-id.ts'
import type { StoredEvent } from '../store/event-log.ts'
import { type PatientCare, planHash, withEvents } from './patient-care.ts'

export interface CalendarAsked {
  readonly care: PatientCare
  /** Titles that say what opens; without, they say only that there is something. */
  readonly detailed: boolean
  /** When the clinic moved the plan to other protocols, if it did, and how many times it has. */
  readonly adoption: { readonly number: number; readonly publishedAt: number } | null
}

const A_YEAR = { kind: 'months', months: 12 } as const

/**
 * The calendar of a patient's plan, from its first day for a year. It is made from stored data alone, so that who fetches
 * it again gets the same bytes until the plan has changed. Null before the first procedure: there is no plan.
 */
export function calendarOf({ care: read, detailed, adoption }: CalendarAsked): string | null {
  const { care, library, record } = read
  if (care === null) return null
  const { plan } = care
  const { clinicId, patientId } = record
  const { planner, texts } = library
  const { zone } = plan
  const last = lastChange(read)
  const stamp = Math.max(last.at, adoption?.publishedAt ?? 0)
  const { sessions, holds } = planSeries(planner, plan, { at: stamp })
  const [next] = holds.some((hold) => !hold.toConfirm) ? [] : sessions
  const text = toIcal({
    planner,
    plan,
    span: {
      from: plan.anchor,
      until: instantOf(addToDate(localDate(stamp, zone), A_YEAR), '23:59', zone),
    },
    routines: false,
    ...(next && { nextSession: next.date }),
    detail: detailed ? 'full' : 'discreet',
    words: englishCalendarWords(texts.text),
    planId: derivedId(clinicId, patientId, 'calendar'),
    stamp,
    sequence: last.count + (adoption?.number ?? 0),
  })
  return detailed ? text : withOpaqueIds(text)
}

/** The last event that made another plan, and how many of the plan's events there were with it. */
function lastChange(care: PatientCare): { readonly at: number; readonly count: number } {
  const hashOf = (events: readonly StoredEvent[]) => {
    const { care: made } = withEvents(care, events)
    return made === null ? null : planHash(made.plan)
  }
  const now = hashOf(care.events)
  const events = care.events.filter(({ type }) => CHANGING.has(type))
  let count = events.length
  while (count > 1 && hashOf(events.slice(0, count - 1)) === now) count -= 1
  return { at: events[count - 1]?.recordedAt ?? care.record.createdAt, count }
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
