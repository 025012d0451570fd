import type { CarePlan, CheckIn, Instant, Issue, SignReport } from '@afterglow/engine'
import { alarmsIn, type AskContext, signsIn } from '@afterglow/language'
import type { LedgerLibrary } from './library.ts'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'
import {
  isGone,
  signReportOf,
  type Symptom,
  temperatureIssues,
  type Trend,
  TRENDS,
} from './sign-report.ts'
import type { Texts } from './texts.ts'
import { isCalled, isSign, signCode } from './vocabulary.ts'

/** What triage is asked about. */
export interface Told {
  readonly at: Instant
  readonly symptoms: readonly Symptom[]
  readonly notes: string | undefined
}

type Json = Readonly<Record<string, unknown>>

/** What words for signs are read by. */
export type Hearing = Pick<LedgerLibrary, 'texts' | 'asking'>

/** Whether somebody says how the skin is; an empty list of symptoms says that there are none. */
export function isTold({ symptoms, notes }: Json): boolean {
  if (symptoms !== undefined && symptoms !== null) return true
  return typeof notes === 'string' ? notes.trim() !== '' : notes !== undefined && notes !== null
}

/** Reads `symptoms` and `notes`; an empty list is no symptoms. */
export function toldIn(input: Json, at: Instant): Outcome<Told> {
  const { symptoms = [], notes } = input
  if (notes !== undefined && notes !== null && typeof notes !== 'string')
    return refuse(trouble('notes', 'value', `found ${JSON.stringify(notes)}; accepted is a text`))
  if (symptoms !== null && !Array.isArray(symptoms))
    return refuse(trouble('symptoms', 'structure', 'is no list; accepted is [{name, severity}]'))
  const read = (symptoms ?? []).map((one: unknown, k) => symptomIn(one, `symptoms[${k}]`))
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  if (issues.length > 0) return { ok: false, issues }
  return done({
    at,
    symptoms: read.flatMap((one) => (one.ok ? one.value : [])),
    notes: notes ?? undefined,
  })
}

function symptomIn(value: unknown, expression: string): Outcome<Symptom> {
  if (typeof value === 'string' && value.trim() !== '')
    return done({ name: value, severity: undefined })
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(trouble(expression, 'structure', 'is no symptom; accepted is {name, severity}'))
  const { name, severity, trend, ...others } = value as Readonly<Record<string, unknown>>
  const strange = [
    ...Object.keys(others).map((key) =>
      trouble(`${expression}.${key}`, 'structure', 'unknown key; accepted: name, severity, trend'),
    ),
    ...(trend === undefined || isTrend(trend) ? [] : [otherTrend(expression, trend)]),
  ]
  const nameless: readonly LocatedIssue[] =
    typeof name === 'string' && name.trim() !== ''
      ? []
      : [
          trouble(
            `${expression}.name`,
            'required',
            'is missing; accepted is a text that is not empty',
          ),
        ]
  if (typeof name !== 'string' || strange.length + nameless.length > 0)
    return { ok: false, issues: [...nameless, ...strange] }
  return done({ name, severity, ...(isTrend(trend) && { trend }) })
}

function isTrend(value: unknown): value is Trend {
  return TRENDS.some((one) => one === value)
}

function otherTrend(expression: string, found: unknown): LocatedIssue {
  const accepted = `accepted is one of ${TRENDS.join(', ')}`
  return trouble(`${expression}.trend`, 'value', `found ${JSON.stringify(found)}; ${accepted}`)
}

/** The check-in as the engine takes it: words for signs become codes, others stay unknown. Empty notes are none. */
export function checkInOf(
  { at, symptoms, notes = '' }: Told,
  texts: Texts,
  asking: AskContext['vocabulary'],
): CheckIn {
  const signs = symptoms.map((symptom) => signReportOf(symptom, texts))
  const heard = signs.flatMap((one, k) => heardIn(one, symptoms[k], asking))
  const alarms = alarmsIn(asking, notes)
  return { at, signs: [...heard, ...alarms], ...(notes.trim() !== '' && { notes }) }
}

/** A word in no list may be a message by itself: `yellow stuff coming out`. Where it is, its signs stand for it. */
function heardIn(
  report: SignReport,
  symptom: Symptom | undefined,
  asking: AskContext['vocabulary'],
): readonly SignReport[] {
  if (isSign(report.code) || !symptom) return [report]
  const heard = signsIn(asking, symptom.name)
  if (heard.length === 0) return [report]
  const { severity, trend } = report
  return heard.map(({ report: one, isSaidSevere }) => {
    const isOwn = one.code === 'fever' || !isRead(severity)
    const isTalkedDown = isSaidSevere && !isGone(severity) && isBelow(severity, one.severity)
    return { ...one, ...(trend && { trend }), ...(!isOwn && !isTalkedDown && { severity }) }
  })
}

type Severity = SignReport['severity']

function isRead(severity: Severity): boolean {
  return typeof severity !== 'number' || severity <= STRONGEST
}

/** `Unbearable pain` with a low number beside it: the stronger of the two stands. */
function isBelow(given: Severity, heard: Severity): boolean {
  if (typeof given === 'number') return typeof heard === 'number' && given < heard
  return given !== 'severe'
}

const STRONGEST = 10

/** Whether a person says anything of their skin: notes of spaces are none. */
export function saysSomething({ symptoms, notes = '' }: Omit<Told, 'at'>): boolean {
  return symptoms.length > 0 || notes.trim() !== ''
}

/** A word that is read as a sign of another name, for the person to see how. */
export interface ReadAs {
  readonly word: string
  readonly code: string
}

function readAs(word: string, texts: Texts, asking: AskContext['vocabulary']): readonly ReadAs[] {
  const code = signCode(word, texts)
  if (!isSign(code)) return signsIn(asking, word).map(({ report }) => ({ word, code: report.code }))
  return isCalled(word, code, texts) ? [] : [{ word, code }]
}

/** A check-in, and the words of it that are called otherwise in the ledger. */
export interface CheckedIn {
  readonly checkIn: CheckIn
  readonly readAs: readonly ReadAs[]
}

/** The same, and what of it could not be read. */
export interface GivenCheckIn extends CheckedIn {
  readonly unread: readonly Issue[]
}

/** What was told as the engine takes it; `place(2)` is what issues call the third symptom. */
export function checkedInOf(
  told: Told,
  { texts, asking }: Hearing,
  place: (index: number) => string,
): GivenCheckIn {
  return {
    checkIn: checkInOf(told, texts, asking),
    readAs: told.symptoms.flatMap(({ name }) => readAs(name, texts, asking)),
    unread: unreadStrengths(told, place),
  }
}

/** What of the strengths could not be read, with the place of each: `place(2)` is the third symptom's. */
function unreadStrengths({ symptoms }: Told, place: (index: number) => string): readonly Issue[] {
  return symptoms.flatMap((symptom, k) => temperatureIssues(symptom, place(k)))
}

/** The last check-in by then that says anything; undefined where the session holds none. */
export function lastCheckIn({ events }: CarePlan, at: Instant): CheckIn | undefined {
  const given = events
    .filter((event) => event.type === 'check-in')
    .filter((one) => one.at <= at && isReport(one))
  const last = given.reduce<(typeof given)[number] | undefined>(
    (best, next) => (best && best.at > next.at ? best : next),
    undefined,
  )
  if (!last) return undefined
  const settled = (last.settled ?? []).map((code) => ({ code, severity: 0 }))
  const { signs, notes } = last
  return { at: last.at, signs: [...signs, ...settled], ...(notes !== undefined && { notes }) }
}

type CheckInEvent = Extract<CarePlan['events'][number], { type: 'check-in' }>

/** One without a sign and without a word reports nothing: a sign left out is no report. */
function isReport({ signs, settled = [], notes = '' }: CheckInEvent): boolean {
  return signs.length + settled.length > 0 || notes.trim() !== ''
}
