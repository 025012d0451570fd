import { assess, toWire, type Verdict } from '@afterglow/engine'
import {
  all,
  type Care,
  careOf,
  done,
  likelySubjects,
  type Outcome,
  refuse,
  subjectCode,
  toldJson,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession, lineText } from '../line-input.ts'
import { verdictPage } from '../render/verdict-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow assess SUBJECT`: may I, at that instant? */
export async function assessOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return assessLines(request)
  const subject = oneSubject(request)
  if (!subject.ok) return subject
  const care = await readCare(request)
  if (!care.ok) return care
  return done(verdictAnswer(care.value, verdictOn(care.value, subject.value), request))
}

/** The one subject that a command line names; several words are one name. */
export function oneSubject({ words }: Pick<Request, 'words'>): Outcome<string> {
  const subject = words.join(' ').trim()
  if (subject !== '') return done(subject)
  return refuse(trouble('SUBJECT', 'required', 'is missing: name one, such as makeup or sunscreen'))
}

function verdictOn(care: Care, word: string): Verdict {
  return assess(care.plan, subjectCode(word, care.vocabulary), care.at)
}

function verdictAnswer(care: Care, verdict: Verdict, request: Request): Answer {
  return {
    text: (look) => verdictPage(viewOf(care, look, request), verdict),
    json: () => verdictJson(care, verdict),
  }
}

/** A word that is no subject comes with those that it may mean: nobody answers for a guess. */
function verdictJson(care: Care, verdict: Verdict): unknown {
  const isKnown = Object.hasOwn(care.plan.subjects, verdict.subject)
  const likely = isKnown ? [] : likelySubjects(verdict.subject, care.vocabulary)
  const told = { ...(likely.length > 0 && { didYouMean: likely }), ...toldJson(care) }
  return toWire({ ...verdict, ...told }, care.zone)
}

const KEYS = ['id', 'subject', 'at', 'session']

async function assessLines(request: Request): Promise<Outcome<null>> {
  const defaults = await lineDefaults(request)
  if (!defaults.ok) return defaults
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const read = all(
      lineText(input, 'subject'),
      lineSession(input, defaults.value),
      lineInstant(input, defaults.value),
    )
    if (!read.ok) return read
    const [subject, session, at] = read.value
    const care = careOf(defaults.value.library, session, at)
    return done(verdictJson(care, verdictOn(care, subject)))
  })
}
