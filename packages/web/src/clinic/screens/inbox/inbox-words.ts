import {
  type Disposition,
  parseInstant,
  type Session,
  type SignReport,
  unreachable,
} from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import { questionOptions } from '../../../interview/question-words.ts'
import { hasStrength } from '../../../model/check-in.ts'
import { procedureWords } from '../../../words/procedure-words.ts'
import { lowerFirst } from '../../../words/texts.ts'
import type { Alert, LastSession, Told } from '../../api/alerts.ts'
import { strongest } from './told-signs.ts'

type Words = Pick<App, 'i18n' | 'texts' | 'format'>
type SignWords = Words & Pick<App, 'planner'>

/** How soon somebody has to act, in a word or two. */
export function levelWord(
  i18n: I18n,
  disposition: Disposition,
  kind: Alert['kind'] = 'check-in',
): string {
  switch (disposition) {
    case 'emergency':
      return i18n._({ id: 'inbox.level.emergency', message: 'Emergency, now' })
    case 'urgent':
      return i18n._({ id: 'inbox.level.urgent', message: 'Urgent, today' })
    case 'contact-clinic':
      return kind === 'message'
        ? i18n._({ id: 'inbox.level.answer', message: 'Answer' })
        : i18n._({ id: 'inbox.level.call', message: 'Call' })
    case 'self-care':
      return i18n._({ id: 'inbox.level.self-care', message: 'Self-care' })
    case 'expected':
      return i18n._({ id: 'inbox.level.expected', message: 'Expected' })
    default:
      return unreachable(disposition)
  }
}

/** `Day 3, face, 1.5 mm`; that no session has ended where there is none. */
export function sessionWords(
  { i18n, format }: Words,
  { day, procedure }: { readonly day: number | null; readonly procedure: LastSession | null },
): string {
  if (procedure === null || day === null)
    return i18n._({ id: 'inbox.no-session', message: 'No session has ended yet' })
  const { bodySites, needleDepthMm, toConfirm } = procedure
  const sites = questionOptions(i18n, 'sites')
  const parts = [
    dayWord({ i18n, format }, day),
    ...otherThanUsual(i18n, procedure),
    ...bodySites.map((site) =>
      lowerFirst(sites.find(({ value }) => value === site)?.label ?? site),
    ),
    ...(needleDepthMm === null
      ? []
      : [
          i18n._({
            id: 'inbox.depth',
            message: '{depth} mm',
            values: { depth: format.number(needleDepthMm) },
          }),
        ]),
    ...(toConfirm ? [toConfirmWords(i18n)] : []),
  ]
  return format.join(parts, 'comma')
}

/** Of a session that was planned, and of which nobody has said that it took place. */
function toConfirmWords(i18n: I18n): string {
  return i18n._({ id: 'inbox.to-confirm', message: 'planned: was it done?' })
}

/** What was done, where it is not what a clinic of this kind does every day. */
function otherThanUsual(i18n: I18n, { code, device }: LastSession): readonly string[] {
  if (code === 'microneedling' && device !== 'rf') return []
  const given = { id: 'last', code, endedAt: 0, ...(device !== null && { device }) }
  const session: Session = { zone: 'UTC', procedures: [given], patient: {}, events: [] }
  return [procedureWords(i18n, session, given)]
}

export function dayWord({ i18n, format }: Pick<Words, 'i18n' | 'format'>, day: number): string {
  return i18n._({
    id: 'inbox.day',
    message: 'Day {day}',
    values: { day: format.number(day) },
  })
}

/** What was told, in a line: signs with their strength, else what was written. */
export function toldWords(words: SignWords, told: Told | null): string {
  const { i18n, format } = words
  if (told === null) return ''
  if (told.body !== undefined) return quoted(i18n, told.body)
  if (told.answer !== undefined) return answerWord(i18n, told.answer)
  const present = strongest(told.signs ?? []).map((sign) => signWords(words, sign))
  const [first, ...rest] = present
  const notes = told.notes ? [quoted(i18n, told.notes)] : []
  if (first === undefined)
    return notes[0] ?? i18n._({ id: 'inbox.told.no-signs', message: 'No signs' })
  // Signs have commas of their own.
  return format.join([first, ...rest.map(lowerFirst), ...notes], 'semicolon')
}

function quoted(i18n: I18n, words: string): string {
  // Kept together in a line that may run the other way.
  const isolated = `\u2068${words}\u2069`
  return i18n._({ id: 'inbox.quote', message: '“{words}”', values: { words: isolated } })
}

function answerWord(i18n: I18n, answer: string): string {
  switch (answer) {
    case 'worse':
      return i18n._({ id: 'inbox.told.worse', message: 'Answered a reminder with “worse”' })
    case 'not-yet':
      return i18n._({ id: 'inbox.told.not-yet', message: 'Answered a reminder with “not yet”' })
    case 'done':
      return i18n._({ id: 'inbox.told.done', message: 'Answered a reminder with “done”' })
    default:
      return quoted(i18n, answer)
  }
}

/** `Pain, 6 of 10`, `Pus`, `Fever, 38.4 °C`, with how it goes where that was told. A yes or no has no strength. */
export function signWords(words: SignWords, report: SignReport): string {
  const { texts, format, i18n } = words
  const { code, severity } = report
  const isTold = typeof severity === 'number' || severity === 'none' || hasStrength(words, code)
  const how = isTold ? [strengthWords(words, report)] : trendWords(i18n, report)
  return format.join([texts.sign(code), ...how], 'comma')
}

/** How strong a sign is, and how it goes where that was told. */
export function strengthWords(words: Pick<App, 'i18n' | 'format'>, report: SignReport): string {
  const { i18n, format } = words
  return format.join([strengthWord(words, report), ...trendWords(i18n, report)], 'comma')
}

function trendWords(i18n: I18n, { trend }: SignReport): readonly string[] {
  if (trend === 'worsening') return [i18n._({ id: 'inbox.trend.worse', message: 'getting worse' })]
  if (trend === 'fading') return [i18n._({ id: 'inbox.trend.fading', message: 'fading' })]
  return []
}

function strengthWord(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  { code, severity }: Pick<SignReport, 'code' | 'severity'>,
): string {
  if (typeof severity === 'number') {
    // Kept together and from left to right, also in a sentence that runs from right to left.
    if (code === 'fever') return `\u2066${format.number(severity)} °C\u2069`
    return i18n._({
      id: 'inbox.severity',
      message: '{severity} of 10',
      values: { severity: format.number(severity) },
    })
  }
  switch (severity) {
    case 'none':
      return i18n._({ id: 'inbox.severity.none', message: 'gone' })
    case 'mild':
      return i18n._({ id: 'inbox.severity.mild', message: 'mild' })
    case 'moderate':
      return i18n._({ id: 'inbox.severity.moderate', message: 'moderate' })
    case 'severe':
      return i18n._({ id: 'inbox.severity.severe', message: 'severe' })
    default:
      return unreachable(severity)
  }
}

/** How long ago; the least that is said is a minute. */
export function agoWords({ at, format }: Pick<App, 'at' | 'format'>, since: string): string {
  return format.elapsed(Math.max(MINUTE_MS, at - (parseInstant(since) ?? at)))
}

const MINUTE_MS = 60_000

/** How long it has waited, and for whom. */
export function waitsWords(
  app: Pick<App, 'i18n' | 'at' | 'format'>,
  { raisedAt, ownerName }: Alert,
): string {
  const values = { length: agoWords(app, raisedAt), owner: ownerName ?? '' }
  return ownerName === null
    ? app.i18n._({ id: 'inbox.waits', message: 'Waits {length}, nobody has it', values })
    : app.i18n._({ id: 'inbox.waits.with', message: 'Waits {length}, with {owner}', values })
}

/** That it was taken back; empty where it stands. */
export function takenBackWords(i18n: I18n, { undone }: Pick<Alert, 'undone'>): string {
  return undone ? i18n._({ id: 'inbox.told.taken-back', message: 'Taken back since' }) : ''
}

/** When more people are told of it, and that nobody could be; empty where nobody will be. */
export function escalationWords(
  { i18n, format, at }: Pick<App, 'i18n' | 'format' | 'at'>,
  { escalatesAt, escalatedAt, acknowledgedAt, nobodyTold }: Alert,
): string {
  if (nobodyTold)
    return i18n._({
      id: 'inbox.nobody-told',
      message: 'Nobody could be told of it by e-mail',
    })
  const due = escalatesAt === null ? undefined : parseInstant(escalatesAt)
  if (due !== undefined && due > at)
    return i18n._({
      id: 'inbox.escalates',
      message: 'More people are told in {length}',
      values: { length: format.length(due - at) },
    })
  // Its time alone tells nobody: a server that was down has told nobody yet.
  if (acknowledgedAt !== null || escalatedAt === null) return ''
  return i18n._({ id: 'inbox.escalated', message: 'More people were told of it' })
}

/** Whose it is. */
export function ownerWords(
  i18n: I18n,
  { ownerId, ownerName }: Pick<Alert, 'ownerId' | 'ownerName'>,
  userId: string,
): string {
  if (ownerId === null) return i18n._({ id: 'inbox.owner.none', message: 'Nobody yet' })
  if (ownerId === userId) return i18n._({ id: 'inbox.owner.you', message: 'You' })
  return ownerName ?? i18n._({ id: 'inbox.owner.gone', message: 'Somebody who has left the team' })
}
