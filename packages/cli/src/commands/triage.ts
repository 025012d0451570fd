import { formatInstant, triage, type TriageAnswer, type TriageReason } from '@afterglow/engine'
import {
  both,
  type Care,
  careOf,
  type CheckedIn,
  checkedInOf,
  done,
  isSign,
  isTold,
  lastCheckIn,
  type LedgerLibrary,
  type Outcome,
  refuse,
  saysSomething,
  type Symptom,
  type Told,
  toldIn,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readAskLibrary } from '../ask-context.ts'
import { readCare, type Request } from '../care.ts'
import { symptomsInFlags } from '../symptom-flags.ts'
import { noWords } from '../flags.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession } from '../line-input.ts'
import { reasonText } from '../render/triage-text.ts'
import { triagePage } from '../render/triage-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow triage`: who to contact about how the skin is, and how fast. */
export async function triageOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return triageLines(request)
  const stray = noWords(request, (word) => `write --symptom ${word}=SEVERITY`)
  if (!stray.ok) return stray
  const symptoms = symptomsInFlags(request.flags.symptom)
  if (!symptoms.ok) return symptoms
  const read = both(await readCare(request), readAskLibrary(request))
  if (!read.ok) return read
  const [given, { asking }] = read.value
  const heard = heardOnLine({ care: given, asking }, symptoms.value, request)
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

/** A plan, and what messages are read by: notes are read for alarms. */
interface Hearing {
  readonly care: Care
  readonly asking: LedgerLibrary['asking']
}

/** What `--symptom` and `--notes` say; without them the session's last check-in. */
function heardOnLine(
  { care, asking }: Hearing,
  symptoms: readonly Symptom[],
  { flags }: Request,
): Outcome<Heard> {
  const told = { at: care.at, symptoms, notes: flags.notes?.[0] }
  if (saysSomething(told)) return done(heardOf({ care, asking }, told, () => '--symptom'))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done({ care: { ...care, at: last.at }, checkIn: last, readAs: [] })
  const text =
    'is missing: say how the skin is, such as --symptom redness=mild, or give a session with a check-in. afterglow signs lists the words'
  return refuse(trouble('--symptom', 'required', text))
}

function heardOf({ care, asking }: Hearing, told: Told, place: (index: number) => string): Heard {
  const { unread, ...checkedIn } = checkedInOf(told, { texts: care.texts, asking }, place)
  return { ...checkedIn, care: { ...care, remarks: [...care.remarks, ...unread] } }
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
  const ready = both(await lineDefaults(request), readAskLibrary(request))
  if (!ready.ok) return ready
  const [defaults, { asking }] = ready.value
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const read = both(lineSession(input, defaults), lineInstant(input, defaults))
    if (!read.ok) return read
    const care = careOf(defaults.library, ...read.value)
    const heard = heardInInput({ care, asking }, input)
    if (!heard.ok) return heard
    return done(triageJson(heard.value, triage(care.planner, care.plan, heard.value.checkIn)))
  })
}

/** What the line says; where it says nothing the session's last check-in, as without --jsonl. */
function heardInInput({ care, asking }: Hearing, input: LineInput): Outcome<Heard> {
  const told = toldIn(input, care.at)
  if (!told.ok) return told
  if (isTold(input)) return done(heardOf({ care, asking }, told.value, (k) => `symptoms[${k}]`))
  const last = lastCheckIn(care.plan, care.at)
  if (last) return done({ care, checkIn: last, readAs: [] })
  const text =
    'is missing: say how the skin is, such as [{"name": "redness", "severity": "mild"}] or [] for no signs, or give a session with a check-in'
  return refuse(trouble('symptoms', 'required', text))
}
