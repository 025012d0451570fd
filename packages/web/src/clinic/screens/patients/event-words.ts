import { formatInstant, parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import { lowerFirst } from '../../../words/texts.ts'
import { type PatientEvent, textIn } from '../../api/events.ts'
import { readLength } from '../protocol/length.ts'
import { consentWord } from './consent-words.ts'
import { historyWord, medicineWord, sessionText } from './session-words.ts'

type Words = Pick<App, 'i18n' | 'texts' | 'format' | 'at'>

/** What happened, in a line. */
export function eventTitle(words: Words, event: PatientEvent): string {
  const { type, data } = event
  const { i18n, format, at } = words
  switch (type) {
    case 'procedure':
      return procedureTitle(words, event)
    case 'patient-facts':
      return i18n._({ id: 'patient.event.facts', message: 'Facts told' })
    case 'check-in':
      return i18n._({ id: 'patient.event.check-in', message: 'Check-in' })
    case 'moved':
      return i18n._({
        id: 'patient.event.moved',
        message: 'Went to {zone}',
        values: { zone: zoneText(words, textIn(event, 'zone')) },
      })
    case 'corrected':
      return i18n._({
        id: 'patient.event.corrected',
        message: 'End of the session corrected to {when}',
        values: { when: timeText({ format, at }, data['endedAt']) },
      })
    default:
      return subjectTitle(words, event) ?? otherTitle(i18n, type)
  }
}

/** Told of a time to come it is planned. */
function procedureTitle({ i18n, format, at }: Words, event: PatientEvent): string {
  if (Date.parse(event.at) <= Date.parse(event.recordedAt))
    return i18n._({ id: 'patient.event.procedure', message: 'Session' })
  const planned = parseInstant(event.at) ?? at
  const when =
    event.data['endedAtEstimated'] === true
      ? format.shortDay(planned)
      : format.shortDayTime(planned, at)
  return i18n._({
    id: 'patient.event.planned',
    message: 'Session planned: {when}',
    values: { when },
  })
}

/** Of what is said of one subject. */
function subjectTitle({ i18n, texts }: Words, event: PatientEvent): string | null {
  const values = { subject: texts.subject(textIn(event, 'subject')) }
  switch (event.type) {
    case 'clearance':
      return i18n._({ id: 'patient.event.clearance', message: 'Cleared: {subject}', values })
    case 'override':
      return i18n._({ id: 'patient.event.override', message: 'Time changed: {subject}', values })
    case 'done':
      return i18n._({ id: 'patient.event.done', message: 'Did it already: {subject}', values })
    case 'patient-reported-advice':
      return i18n._({
        id: 'patient.event.advice',
        message: 'Their own doctor said to wait: {subject}',
        values,
      })
    default:
      return null
  }
}

function otherTitle(i18n: I18n, type: string): string {
  switch (type) {
    case 'message':
      return i18n._({ id: 'patient.event.message', message: 'Message' })
    case 'photo':
      return i18n._({ id: 'patient.event.photo', message: 'Photo added' })
    case 'consent':
      return i18n._({ id: 'patient.event.consent', message: 'Consent' })
    case 'acknowledgement':
      return i18n._({ id: 'patient.event.acknowledgement', message: 'Confirmed that they read it' })
    case 'adverse-event':
      return i18n._({ id: 'patient.event.adverse', message: 'Adverse event reported' })
    case 'answer':
      return i18n._({ id: 'patient.event.answer', message: 'Answered a reminder' })
    default:
      return type
  }
}

/** What stands in it, after the line. Of a check-in its signs are shown by themselves. */
export function eventDetail(words: Words, event: PatientEvent): string {
  const { i18n, format } = words
  const { type, data } = event
  switch (type) {
    case 'procedure':
      // Written from a parsed procedure.
      return sessionText(words, data as Parameters<typeof sessionText>[1])
    case 'patient-facts':
      return factsText(words, data)
    case 'override':
      return format.join(
        [
          windowText(words, data['window']),
          ...(textIn(event, 'reason') === '' ? [] : [textIn(event, 'reason')]),
        ],
        'comma',
      )
    case 'patient-reported-advice':
      return windowText(words, data['window'])
    case 'message':
      return textIn(event, 'body')
    case 'consent':
      return consentText(i18n, event)
    case 'answer':
      return answerText(i18n, textIn(event, 'answer'))
    default:
      return ''
  }
}

function consentText(i18n: I18n, event: PatientEvent): string {
  const values = { scope: consentWord(i18n, textIn(event, 'scope')) }
  return event.data['given'] === true
    ? i18n._({ id: 'patient.event.consent.given', message: '{scope}: given', values })
    : i18n._({ id: 'patient.event.consent.withdrawn', message: '{scope}: withdrawn', values })
}

function answerText(i18n: I18n, answer: string): string {
  switch (answer) {
    case 'done':
      return i18n._({ id: 'patient.answer.done', message: 'done' })
    case 'worse':
      return i18n._({ id: 'patient.answer.worse', message: 'worse' })
    case 'not-yet':
      return i18n._({ id: 'patient.answer.not-yet', message: 'not yet' })
    default:
      return answer
  }
}

/** `for 7 days after the session`; `until they are told that it is fine`. */
function windowText({ i18n, format }: Words, window: unknown): string {
  const until: unknown = typeof window === 'object' && window ? Reflect.get(window, 'until') : ''
  if (until === 'cleared')
    return i18n._({ id: 'patient.window.cleared', message: 'until that doctor says yes' })
  const length = readLength(String(until))
  if (length === null) return ''
  return i18n._({
    id: 'patient.window.for',
    message: 'for {length} from the end of the session',
    values: { length: format.unit(length.count, length.unit) },
  })
}

/** What is told of a person; what is not told is said to be unknown. */
function factsText(
  { i18n, format }: Pick<Words, 'i18n' | 'format'>,
  facts: Readonly<Record<string, unknown>>,
): string {
  const skin = facts['fitzpatrickSkinType']
  const parts = [
    typeof skin === 'string' && skin !== 'unknown'
      ? i18n._({
          id: 'patient.facts.skin',
          message: 'skin type {type}',
          values: { type: skin },
        })
      : i18n._({ id: 'patient.facts.skin.unknown', message: 'skin type not known' }),
    listText(facts['medicines'], {
      some: (words) => format.list(words.map((one) => lowerFirst(medicineWord(i18n, one)))),
      none: i18n._({ id: 'patient.facts.medicines.none', message: 'no medicines' }),
      unknown: i18n._({ id: 'patient.facts.medicines.unknown', message: 'medicines not known' }),
    }),
    listText(facts['history'], {
      some: (words) => format.list(words.map((one) => historyWord(i18n, one))),
      none: i18n._({ id: 'patient.facts.history.none', message: 'no history' }),
      unknown: i18n._({ id: 'patient.facts.history.unknown', message: 'history not known' }),
    }),
  ]
  return format.join(parts, 'semicolon')
}

interface ListWords {
  readonly some: (words: readonly string[]) => string
  readonly none: string
  readonly unknown: string
}

function listText(told: unknown, { some, none, unknown }: ListWords): string {
  if (!Array.isArray(told)) return unknown
  return told.length === 0 ? none : some(told.map(String))
}

/** An instant as the server writes it, on the reader's clock. */
export function timeText({ format, at }: Pick<Words, 'format' | 'at'>, text: unknown): string {
  const instant = typeof text === 'string' ? parseInstant(text) : undefined
  return instant === undefined ? '' : format.shortDayTime(instant, at)
}

function zoneText({ format, at }: Pick<Words, 'format' | 'at'>, zone: string): string {
  try {
    return format.zoneName(zone, at)
  } catch {
    // A zone that this browser does not know by name.
    return zone
  }
}

/** The day of an instant where the patient is, to group what happened by. */
export function dayOf(text: string, zone: string): string {
  const instant = parseInstant(text)
  return instant === undefined ? '' : formatInstant(instant, zone).slice(0, 10)
}
