import { formatInstant, triage, type TriageAnswer, type TriageReason } from '@afterglow/engine'
import type { Answer } from '../answer.ts'
import { type Care, careOf, readCare, type Request } from '../care.ts'
import {
  type CheckedIn,
  checkInOf,
  isTold,
  lastCheckIn,
  readAs,
  saysSomething,
  symptomsInFlags,
  type Told,
  toldInLine,
  unreadStrengths,
} from '../check-in.ts'
import { noWords } from '../flags.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession } from '../line-input.ts'
import { both, done, type Outcome, refuse, trouble } from '../outcome.ts'
import { reasonText } from '../render/triage-text.ts'
import { triagePage } from '../render/triage-page.ts'
import { viewOf } from '../render/view.ts'
import type { Symptom } from '../sign-report.ts'
import { isSign } from '../vocabulary.ts'

/** `afterglow triage`: who to contact about how the skin is, and how fast. */
export async function triageOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return triageLines(request)
  const stray = noWords(request, (word) => `write --symptom ${word}=SEVERITY`)
  if (!stray.ok) return stray
  const symptoms = symptomsInFlags(request.flags.symptom)
  if (!symptoms.ok) return symptoms
  const read = await readCare(request)
  if (!read.ok) return read
  const heard = heardOnLine(read.value, symptoms.value, request)
  if (!heard.ok) return heard
  const { care, checkIn } = heard.value
  const answer = triage(care.planner, care.plan, checkIn)
  return done({
    text: (look) => triagePage(viewOf(care, look, request), { ...heard.value, answer }),
    json: () => triageJson(heard.value, answer),
  })
}

/** A check-in to be judged, in the plan of its instant, with what of it could not be read. */
interface Heard extends CheckedIn {
  readonly care: Care
}

/** What `--symptom` and `--notes` say; without them the session's last check-in. */
function heardOnLine(care: Care, symptoms: readonly Symptom[], { flags }: Request): Outcome<Heard> {
  const told = { at: care.at, symptoms, notes: flags.notes?.[0] }
  if (saysSomething(told)) return done(heardOf(care, told, () => '--symptom'))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done({ care: { ...care, at: last.at }, checkIn: last, readAs: [] })
  const text =
    'is missing: say how the skin is, such as --symptom redness=mild, or give a session with a check-in. afterglow signs lists the words'
  return refuse(trouble('--symptom', 'required', text))
}

function heardOf(care: Care, told: Told, place: (index: number) => string): Heard {
  const remarks = [...care.remarks, ...unreadStrengths(told, place)]
  return {
    care: { ...care, remarks },
    checkIn: checkInOf(told, care.texts),
    readAs: told.symptoms.flatMap(({ name }) => readAs(name, care.texts)),
  }
}

/** The answer with its codes and the ledger's words for them. */
function triageJson({ care, checkIn: { at, signs } }: Heard, answer: TriageAnswer): object {
  const unmapped = signs.map(({ code }) => code).filter((code) => !isSign(code))
  return {
    disposition: answer.disposition,
    title: care.texts.text(`disposition.${answer.disposition}`),
    reasons: answer.reasons.map((reason: TriageReason) => ({
      ...reason,
      text: reasonText(reason, care.texts),
    })),
    safetyNet: answer.safetyNet.map((id) => ({ id, text: care.texts.text(`safety-net.${id}`) })),
    unmapped: [...new Set(unmapped)],
    ...(care.remarks.length > 0 && { issues: care.remarks }),
    at: formatInstant(at, care.zone),
  }
}

const KEYS = ['id', 'session', 'at', 'symptoms', 'notes']

async function triageLines(request: Request): Promise<Outcome<null>> {
  const defaults = await lineDefaults(request)
  if (!defaults.ok) return defaults
  const { library } = defaults.value
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const read = both(lineSession(input, defaults.value), lineInstant(input, defaults.value))
    if (!read.ok) return read
    const care = careOf(library, ...read.value)
    const heard = heardInInput(care, input)
    if (!heard.ok) return heard
    return done(triageJson(heard.value, triage(care.planner, care.plan, heard.value.checkIn)))
  })
}

/** What the line says; where it says nothing the session's last check-in, as without --jsonl. */
function heardInInput(care: Care, input: LineInput): Outcome<Heard> {
  const told = toldInLine(input, care.at)
  if (!told.ok) return told
  if (isTold(input)) return done(heardOf(care, told.value, (k) => `symptoms[${k}]`))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done({ care, checkIn: last, readAs: [] })
  const text =
    'is missing: say how the skin is, such as [{"name": "redness", "severity": "mild"}] or [] for no signs, or give a session with a check-in'
  return refuse(trouble('symptoms', 'required', text))
}
