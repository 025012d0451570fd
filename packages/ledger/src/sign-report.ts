import type { CheckIn, Issue } from '@afterglow/engine'
import { TEMPERATURE } from './copy-told.ts'
import { isBodyCelsius, isBodyFahrenheit, signWordsIn } from './sign-words.ts'
import type { Texts } from './texts.ts'
import { signCode } from './vocabulary.ts'

/** A symptom as a person gives it: a code or a word, and how strong. */
export interface Symptom {
  readonly name: string
  readonly severity: unknown
  /** Whether it fades or gets worse, where that was said. */
  readonly trend?: Trend
}

export const TRENDS = ['fading', 'steady', 'worsening'] as const
export type Trend = (typeof TRENDS)[number]

type SignReport = CheckIn['signs'][number]
type Severity = SignReport['severity']

const STRENGTHS = ['none', 'mild', 'moderate', 'severe'] as const
/** Off every scale, and above every alarm's threshold: how strong it is cannot be told, so the clinic is asked. */
const UNREADABLE = 999

/** A symptom as the engine takes it: a word for a sign becomes its code, any other word stays unknown. */
export function signReportOf(symptom: Symptom, texts: Texts): SignReport {
  const { name, trend } = symptom
  return { code: signCode(name, texts), severity: strengthOf(symptom), ...(trend && { trend }) }
}

/**
 * As `signReportOf`, of a report that the session keeps. That a severe form of a sign is gone says nothing of the sign
 * itself: such a word stays as it is.
 */
export function keptReportOf(symptom: Symptom, texts: Texts): SignReport {
  const report = signReportOf(symptom, texts)
  return isGone(report.severity) ? { ...report, code: goneCode(symptom.name, texts) } : report
}

/** The code of a sign that is reported gone. */
export function goneCode(name: string, texts: Texts): string {
  const { isSevere, celsius } = signWordsIn(name) ?? {}
  return isSevere || celsius !== undefined ? name : signCode(name, texts)
}

/** A strength as it is written, in any case; undefined for what is none. */
export function writtenSeverity(given: unknown): Severity | undefined {
  if (typeof given === 'number') return given
  if (typeof given !== 'string') return undefined
  return STRENGTHS.find((one) => one === given.trim().toLowerCase())
}

/** What to say of a temperature that no body has in degrees C; nothing where it can be read. */
export function temperatureIssues(
  { name, severity }: Symptom,
  expression: string,
): readonly Issue[] {
  const { code, celsius } = signWordsIn(name) ?? {}
  if (code !== 'fever' || celsius !== undefined) return []
  const said = typeof severity === 'number' ? String(severity) : (severity ?? name)
  const [, digits = '', unit] = typeof said === 'string' ? (DEGREES.exec(said.trim()) ?? []) : []
  const degrees = Number(digits.replace(',', '.'))
  const isCelsius = unit === undefined && (degrees === 0 || isBodyCelsius(degrees))
  if (digits === '' || isCelsius) return []
  const isOther = unit !== undefined || isBodyFahrenheit(degrees)
  const diagnostics = isOther ? TEMPERATURE.fahrenheit(digits) : TEMPERATURE.unread(digits)
  return [{ severity: 'warning', code: 'value', diagnostics, expression }]
}

/** A number at the end, with an F for Fahrenheit where there is one. */
const DEGREES = /(-?\d+(?:[.,]\d+)?)\s*(?:°\s*)?(?:c|(f))?$/i

/** What is given beside the name; where the name itself says how strong it is, never less than that. */
function strengthOf({ name, severity }: Symptom): Severity {
  const given = severityOf(severity)
  const { code, celsius, isSevere } = signWordsIn(name) ?? {}
  const isSaid = severity !== undefined && severity !== null
  if (celsius !== undefined) return isSaid && given !== celsius ? UNREADABLE : celsius
  if (isGone(given)) return given
  if (isSevere) return given === UNREADABLE ? UNREADABLE : 'severe'
  if (code === 'fever' && typeof given === 'number' && !isBodyCelsius(given)) return UNREADABLE
  return given
}

/** Whether a sign is reported as not there. */
export function isGone(severity: Severity): boolean {
  return severity === 0 || severity === 'none'
}

function severityOf(given: unknown): Severity {
  if (typeof given === 'number' && Number.isFinite(given)) return given
  if (typeof given !== 'string') return UNREADABLE
  const said = given.trim().toLowerCase()
  const number = said.replace(/\s*(°\s*c|c)$/, '')
  return (
    writtenSeverity(said) ?? (NUMBER.test(number) ? Number(number.replace(',', '.')) : UNREADABLE)
  )
}

/** A unit without a number is no 0, which would say that the sign is gone. */
const NUMBER = /^\d+([.,]\d+)?$/
