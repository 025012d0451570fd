import type { I18n } from '@lingui/core'
import type { App } from '../app/app-context.ts'
import { type AnsweringNow, answeringAt } from './answering-now.ts'
import type { ClinicLink } from '../store/clinic-link.ts'
import { createFormat } from '../words/format.ts'

/** The clinic by its name; one that has not said it yet is "your clinic". */
export function clinicName(i18n: I18n, { card }: Pick<ClinicLink, 'card'>): string {
  return card.name || i18n._({ id: 'clinic.unnamed', message: 'Your clinic' })
}

/** Whether anybody reads now what is sent, on the person's own clock. Nobody is promised. */
export function answeringText(app: App, { card }: Pick<ClinicLink, 'card'>): string {
  return answeringSentence(app, answeringAt(card.answering, card.zone, app.at))
}

function answeringSentence({ i18n, format, at }: App, now: AnsweringNow): string {
  switch (now.state) {
    case 'reading':
      return i18n._({
        id: 'clinic.reading',
        message: 'Messages are read now, until {when}.',
        values: { when: format.dayTime(now.until, at) },
      })
    case 'away':
      return i18n._({
        id: 'clinic.away',
        message: 'Nobody reads this until {when}.',
        values: { when: format.dayTime(now.from, at) },
      })
    case 'unsaid':
      return i18n._({
        id: 'clinic.unsaid',
        message: 'Your clinic has not said when messages are read. Do not wait for an answer here.',
      })
    default:
      return now satisfies never
  }
}

/** `Monday to Friday` and the like is for people to write; here each day is named. */
export function hoursText(
  { i18n, locale, digits, format }: Pick<App, 'i18n' | 'locale' | 'digits' | 'format'>,
  { days, from, until }: ClinicLink['card']['answering']['hours'][number],
): string {
  const utc = createFormat({ locale, digits, zone: 'UTC' })
  // The first of January 2024 was a Monday.
  const names = days.map((day) => utc.day(Date.UTC(2024, 0, day)).split(/[\s,،]/)[0] ?? '')
  return i18n._({
    id: 'clinic.hours',
    message: '{days}: {from} to {until}',
    values: { days: format.list(names), from, until },
  })
}

export function goneWrong(i18n: I18n, what: 'unreached' | 'refused'): string {
  return what === 'unreached'
    ? i18n._({
        id: 'clinic.unreached',
        message: 'The clinic’s server cannot be reached. There may be no network.',
      })
    : i18n._({
        id: 'clinic.refused',
        message: 'The clinic’s server did not do this. Try again later, or call your clinic.',
      })
}
