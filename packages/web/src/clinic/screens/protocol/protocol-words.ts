import type { ProtocolSource } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { SubjectAnswer, Voice } from '../../../model/subject-answer.ts'
import { kindWord, voiceName } from '../../../words/source-words.ts'
import { statusWord } from '../../../words/status-words.ts'
import { lowerFirst } from '../../../words/texts.ts'
import { END, type OtherPosition } from './evidence.ts'
import { type LengthUnit, readLength } from './length.ts'

export type ProtocolWords = Pick<App, 'i18n' | 'format' | 'texts'>

/** `7 days` of `P7D`. */
export function lengthText({ format }: Pick<App, 'format'>, until: string): string {
  const length = readLength(until)
  return length === null ? until : format.unit(length.count, length.unit)
}

export function unitWord(i18n: I18n, unit: LengthUnit): string {
  switch (unit) {
    case 'minute':
      return i18n._({ id: 'protocol.unit.minutes', message: 'minutes' })
    case 'hour':
      return i18n._({ id: 'protocol.unit.hours', message: 'hours' })
    case 'day':
      return i18n._({ id: 'protocol.unit.days', message: 'days' })
    case 'week':
      return i18n._({ id: 'protocol.unit.weeks', message: 'weeks' })
    case 'month':
      return i18n._({ id: 'protocol.unit.months', message: 'months' })
    case 'year':
      return i18n._({ id: 'protocol.unit.years', message: 'years' })
  }
}

/** `not yet until 2 weeks, then open` */
export function spansText(words: ProtocolWords, { spans }: Pick<SubjectAnswer, 'spans'>): string {
  const { i18n, format } = words
  const merged = spans.filter(({ status }, k) => status !== spans[k - 1]?.status)
  const parts = merged.map(({ status }, k) => {
    const next = merged[k + 1]
    const word = lowerFirst(statusWord(i18n, status))
    if (next === undefined)
      return k === 0
        ? word
        : i18n._({ id: 'protocol.span.then', message: 'then {word}', values: { word } })
    const values = { word, length: format.length(next.start - END) }
    return i18n._({ id: 'protocol.span.until', message: '{word} until {length}', values })
  })
  return format.join(parts, 'comma')
}

/** Who says it, to staff. */
export function sayer(i18n: I18n, voice: Pick<Voice, 'reason' | 'source'>): string {
  if (voice.reason.kind === 'override')
    return i18n._({
      id: 'protocol.sayer.clinic',
      message: '{name}, for this clinic',
      values: { name: voice.reason.source },
    })
  return voiceName(i18n, voice)
}

export function otherSayer({ source, sourceCode }: OtherPosition): string {
  return source ? (source.author ?? source.publisher) : sourceCode
}

/** `review of studies, 2024, certainty: low` */
export function aboutSource({ i18n, format }: ProtocolWords, source: ProtocolSource): string {
  const { kind, date, certainty } = source
  return format.join(
    [
      kindWord(i18n, kind),
      ...(date ? [date.length === DAY_LENGTH ? format.date(date) : date] : []),
      certaintyWord(i18n, certainty),
    ],
    'comma',
  )
}

/** Of some sources only the year or the month is known. */
const DAY_LENGTH = '2026-11-30'.length

function certaintyWord(i18n: I18n, certainty: ProtocolSource['certainty']): string {
  switch (certainty) {
    case 'high':
      return i18n._({ id: 'protocol.certainty.high', message: 'high certainty' })
    case 'moderate':
      return i18n._({ id: 'protocol.certainty.moderate', message: 'moderate certainty' })
    case 'low':
      return i18n._({ id: 'protocol.certainty.low', message: 'low certainty' })
    case 'very-low':
      return i18n._({ id: 'protocol.certainty.very-low', message: 'very low certainty' })
    case 'not-graded':
      return i18n._({ id: 'protocol.certainty.none', message: 'certainty not graded' })
  }
}

/** What a number is called: `Version 3 of this clinic`, or what is published for everybody. */
export function versionName(i18n: I18n, number: number): string {
  return number === 0
    ? i18n._({ id: 'protocol.version.published', message: 'As published' })
    : i18n._({
        id: 'protocol.version.own',
        message: 'Version {number}',
        values: { number },
      })
}
