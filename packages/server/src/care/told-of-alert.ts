import { formatInstant, toWire } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'
import { judgeCheckIn } from './judge-check-in.ts'
import { lastSessionJson, lastSessionOf } from './last-session.ts'
import { type PatientCare, zoneOf } from './patient-care.ts'

/** What somebody reported, opened, and how far along their skin was: what staff need to see of an alert. */
export function reportJson(read: PatientCare, event: StoredEvent): object {
  const zone = zoneOf(read, event.at)
  const session = lastSessionOf(read, event.at)
  return {
    kind: event.type,
    day: session && session.day,
    procedure: session && lastSessionJson(session, zone),
    told: toldJson(event, zone),
    reasons: toWire(reasonsOf(read, event), zone),
  }
}

/** Where what was told is gone: its time to be kept was over, or its patient is. */
export const NOTHING_TOLD = { kind: null, day: null, procedure: null, told: null, reasons: [] }

function toldJson({ at, data }: StoredEvent, zone: string): object {
  const { signs = [], notes, body, answer, question } = data
  return {
    at: formatInstant(at, zone),
    signs,
    ...(notes !== undefined && { notes }),
    ...(body !== undefined && { body }),
    ...(answer !== undefined && { answer }),
    ...(question === true && { question }),
  }
}

/** Of a check-in. A message speaks for itself: to read each of a page again, word by word, would keep the page waiting. */
function reasonsOf(read: PatientCare, event: StoredEvent): readonly unknown[] {
  return event.type === 'check-in' ? judgeCheckIn(read, event).reasons : []
}
