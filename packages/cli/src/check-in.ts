import type { CarePlan, CheckIn, Instant } from '@afterglow/engine'
import type { LineInput } from './line-input.ts'
import { done, type LocatedIssue, type Outcome, refuse, trouble } from './outcome.ts'
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

/** Reads `symptoms` and `notes` of a line; no symptoms are none. */
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
    signs: symptoms.map(({ name, severity }) => ({
      code: signCode(name, texts),
      severity: severityOf(severity),
    })),
    ...(notes !== undefined && { notes }),
  }
}

function severityOf(given: unknown): CheckIn['signs'][number]['severity'] {
  if (typeof given === 'number' && Number.isFinite(given)) return given
  if (typeof given !== 'string' || given.trim() === '') return UNREADABLE
  const said = given.trim().toLowerCase()
  const number = Number(said.replace(',', '.').replace(/\s*(°\s*c|c)$/, ''))
  return WORDS.find((word) => word === said) ?? (Number.isFinite(number) ? number : UNREADABLE)
}

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
