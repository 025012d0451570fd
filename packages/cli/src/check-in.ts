import type { CarePlan, CheckIn, Instant } from '@afterglow/engine'
import type { LineInput } from './line-input.ts'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'
import { isBodyCelsius, signWordsIn } from './sign-words.ts'
import type { Texts } from './texts.ts'
import { signCode } from './vocabulary.ts'

/** A symptom as a person gives it: a code or a word, and how strong. */
interface Symptom {
  readonly name: string
  readonly severity: unknown
}

/** What triage is asked about. */
export interface Told {
  readonly at: Instant
  readonly symptoms: readonly Symptom[]
  readonly notes: string | undefined
}

const WORDS = ['none', 'mild', 'moderate', 'severe'] as const
/** Off every scale, and above every alarm's threshold: how strong it is cannot be told, so the clinic is asked. */
const UNREADABLE = 999

/** Whether a line says how the skin is; an empty list of symptoms says that there are none. */
export function isTold({ symptoms, notes }: LineInput): boolean {
  if (symptoms !== undefined && symptoms !== null) return true
  return typeof notes === 'string' ? notes.trim() !== '' : notes !== undefined && notes !== null
}

/** Reads `symptoms` and `notes` of a line; an empty list is no symptoms. */
export function toldInLine(input: LineInput, at: Instant): Outcome<Told> {
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
  const { name, severity, ...others } = value as Readonly<Record<string, unknown>>
  const strange = Object.keys(others).map((key) =>
    trouble(`${expression}.${key}`, 'structure', 'unknown key; accepted: name, severity'),
  )
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
  return done({ name, severity })
}

/** The check-in as the engine takes it: words for signs that the ledger names become codes, others stay unknown. */
export function checkInOf({ at, symptoms, notes }: Told, texts: Texts): CheckIn {
  return {
    at,
    signs: symptoms.map((symptom) => ({
      code: signCode(symptom.name, texts),
      severity: strengthOf(symptom),
    })),
    ...(notes !== undefined && { notes }),
  }
}

type Severity = CheckIn['signs'][number]['severity']

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

function isGone(severity: Severity): boolean {
  return severity === 0 || severity === 'none'
}

function severityOf(given: unknown): Severity {
  if (typeof given === 'number' && Number.isFinite(given)) return given
  if (typeof given !== 'string') return UNREADABLE
  const said = given.trim().toLowerCase()
  const number = said.replace(/\s*(°\s*c|c)$/, '')
  const word = WORDS.find((one) => one === said)
  if (word) return word
  return NUMBER.test(number) ? Number(number.replace(',', '.')) : UNREADABLE
}

/** A unit without a number is no 0, which would say that the sign is gone. */
const NUMBER = /^\d+([.,]\d+)?$/

/** `redness=mild`, `fever=38.4`: a symptom of the command line. */
export function symptomInFlag(text: string): Symptom {
  const at = text.lastIndexOf('=')
  if (at < 0) return { name: text.trim(), severity: undefined }
  return { name: text.slice(0, at).trim(), severity: text.slice(at + 1) }
}

/** The last check-in that the session holds by then; undefined where it holds none. */
export function lastCheckIn({ events }: CarePlan, at: Instant): CheckIn | undefined {
  const given = events.filter((event) => event.type === 'check-in').filter((one) => one.at <= at)
  const last = given.reduce<(typeof given)[number] | undefined>(
    (best, next) => (best && best.at > next.at ? best : next),
    undefined,
  )
  if (!last) return undefined
  const settled = (last.settled ?? []).map((code) => ({ code, severity: 0 }))
  const { signs, notes } = last
  return { at: last.at, signs: [...signs, ...settled], ...(notes !== undefined && { notes }) }
}
