import {
  type CheckIn,
  formatInstant,
  SIGNS,
  triage,
  type TriageAnswer,
  type TriageReason,
} from '@afterglow/engine'
import type { Answer } from '../answer.ts'
import { type Care, careOf, readCare, type Request } from '../care.ts'
import { checkInOf, isTold, lastCheckIn, symptomInFlag, toldInLine } from '../check-in.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession } from '../line-input.ts'
import { both, done, type Outcome, refuse, trouble } from '../outcome.ts'
import { reasonText } from '../render/triage-text.ts'
import { triagePage } from '../render/triage-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow triage`: who to contact about how the skin is, and how fast. */
export async function triageOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return triageLines(request)
  const read = await readCare(request)
  if (!read.ok) return read
  const care = read.value
  const checkIn = toldOnLine(care, request)
  if (!checkIn.ok) return checkIn
  const answer = triage(care.planner, care.plan, checkIn.value)
  return done({
    text: (look) => triagePage(viewOf({ ...care, at: checkIn.value.at }, look, request), answer),
    json: () => triageJson(care, checkIn.value, answer),
  })
}

/** What `--symptom` and `--notes` say; without them the session's last check-in. */
function toldOnLine(care: Care, { flags, words }: Request): Outcome<CheckIn> {
  if (words.length > 0)
    return refuse(trouble(words[0] ?? '', 'not-found', 'write --symptom NAME=SEVERITY'))
  const symptoms = flags.symptom?.map(symptomInFlag)
  const notes = flags.notes?.[0]
  if (symptoms || notes !== undefined)
    return done(checkInOf({ at: care.at, symptoms: symptoms ?? [], notes }, care.texts))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done(last)
  const text =
    'is missing: say how the skin is, such as --symptom redness=mild, or give a session with a check-in'
  return refuse(trouble('--symptom', 'required', text))
}

/** The answer with its codes and the ledger's words for them. */
function triageJson(care: Care, { at, signs }: CheckIn, answer: TriageAnswer): object {
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
    at: formatInstant(at, care.zone),
  }
}

function isSign(code: string): boolean {
  return SIGNS.some((sign) => sign === code)
}

const KEYS = ['id', 'session', 'at', 'symptoms', 'notes']

async function triageLines(request: Request): Promise<Outcome<null>> {
  const defaults = await lineDefaults(request)
  if (!defaults.ok) return defaults
  const { library } = defaults.value
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const read = both(lineSession(input, defaults.value), lineInstant(input, defaults.value))
    if (!read.ok) return read
    const [session, at] = read.value
    const care = careOf(library, session, at)
    const checkIn = toldInInput(care, input)
    if (!checkIn.ok) return checkIn
    const answer = triage(care.planner, care.plan, checkIn.value)
    return done(triageJson(care, checkIn.value, answer))
  })
}

/** What the line says; where it says nothing the session's last check-in, as without --jsonl. */
function toldInInput(care: Care, input: LineInput): Outcome<CheckIn> {
  const told = toldInLine(input, care.at)
  if (!told.ok) return told
  if (isTold(input)) return done(checkInOf(told.value, care.texts))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done(last)
  const text =
    'is missing: say how the skin is, such as [{"name": "redness", "severity": "mild"}] or [] for no signs, or give a session with a check-in'
  return refuse(trouble('symptoms', 'required', text))
}
