import {
  addToDate,
  formatInstant,
  type Instant,
  instantOf,
  isCalendarDate,
  localDate,
} from '@afterglow/engine'
import type { Asker } from './ask.ts'
import { ASK } from './copy-ask.ts'
import { QUESTIONS, type QuestionKey, UNKNOWN_CHOICE } from './questions.ts'

export type Answers = Readonly<Partial<Record<QuestionKey, readonly string[]>>>

/** Puts the questions one after the other; back goes to the one before; undefined when the person stops. */
export async function interview(asker: Asker): Promise<Answers | undefined> {
  const answers: Partial<Record<QuestionKey, readonly string[]>> = {}
  for (let k = 0; k < QUESTIONS.length; ) {
    const question = QUESTIONS[k]
    if (!question) break
    const reply = await asker.ask(question, ASK.place(k + 1, QUESTIONS.length))
    if (reply.kind === 'stop') return undefined
    if (reply.kind === 'said') answers[question.key] = reply.value
    k = reply.kind === 'back' ? Math.max(0, k - 1) : k + 1
  }
  return answers
}

/** Where and when the questions are answered. */
export interface Place {
  readonly zone: string
  readonly now: Instant
}

/** The session file that the answers make; what is not known is left out, so that the stricter answer follows. */
export function sessionOf(answers: Answers, place: Place): object {
  const { ended = [], setting, device, bodySites, adjuncts, health } = answers
  const at = timeIn(ended[0] ?? '', place)
  return {
    zone: place.zone,
    procedures: [
      {
        id: 'p1',
        code: 'microneedling',
        endedAt: formatInstant(at ?? place.now, place.zone),
        // It has ended by now: later than it did, so that nothing opens too early.
        ...(at === undefined && { endedAtEstimated: true }),
        ...deviceOf(device?.[0]),
        ...known('bodySites', bodySites),
        ...known('adjuncts', adjuncts),
        ...(isKnown(setting) && { setting: setting[0] }),
      },
    ],
    patient: isKnown(health)
      ? { history: below('history', health), medicines: below('medicines', health) }
      : {},
    events: [],
  }
}

function isKnown(values: readonly string[] | undefined): values is readonly string[] {
  return values !== undefined && !values.includes(UNKNOWN_CHOICE)
}

function known(key: string, values: readonly string[] | undefined): object {
  return isKnown(values) ? { [key]: values } : {}
}

/** `pen:1.5` is a pen and its depth. */
function deviceOf(choice: string | undefined): object {
  if (choice === undefined || choice === UNKNOWN_CHOICE) return {}
  const [device, depth] = choice.split(':')
  return { device, ...(depth !== undefined && { needleDepthMm: Number(depth) }) }
}

/** `history:keloid` is the word `keloid` of the history. */
function below(key: string, values: readonly string[]): readonly string[] {
  return values.filter((one) => one.startsWith(`${key}:`)).map((one) => one.slice(key.length + 1))
}

const TIME = /^(?:(\d{4}-\d\d-\d\d|today|yesterday|tomorrow)[ ,T]+)?(\d{1,2})[:.](\d\d)$/i
const DAYS_OFF: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }

/** `2026-11-22 10:45`, `yesterday 18:00` or `10:45` on the person's clock; undefined for anything else. */
export function timeIn(text: string, { zone, now }: Place): Instant | undefined {
  const [, day = 'today', hour = '', minute = ''] = TIME.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  const off = DAYS_OFF[day.toLowerCase()]
  const date =
    off === undefined ? day : addToDate(localDate(now, zone), { kind: 'days', days: off })
  if (!isCalendarDate(date)) return undefined
  return instantOf(date, `${hour.padStart(2, '0')}:${minute}`, zone)
}
