import { formatInstant, toWire } from '@afterglow/engine'
import { ask } from '@afterglow/language'
import { answerText } from '@afterglow/language/answer-text'
import {
  all,
  both,
  type Care,
  careOf,
  done,
  type LedgerLibrary,
  type Outcome,
  refuse,
  toldJson,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { askContextOf, readAskLibrary } from '../ask-context.ts'
import { readCare, type Request } from '../care.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession, lineText } from '../line-input.ts'
import { askPage, type SaidAnswer } from '../render/ask-page.ts'
import { viewOf } from '../render/view.ts'

/** `afterglow ask QUESTION`: a question in a person's own words. */
export async function askOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return askLines(request)
  const q = request.words.join(' ').trim()
  const example = 'is missing: write your question, such as "can i swim on friday"'
  if (q === '') return refuse(trouble('QUESTION', 'required', example))
  const read = both(await readCare(request), readAskLibrary(request))
  if (!read.ok) return read
  const [care, library] = read.value
  const answer = answered(care, library, q)
  return done({
    text: (look) => askPage(viewOf(care, look, request), answer),
    json: () => askJson(care, answer),
  })
}

function answered(care: Care, { asking }: LedgerLibrary, q: string): SaidAnswer {
  const context = askContextOf(care, asking)
  const answer = ask(context, q)
  return { ...answer, text: answerText(context, answer) }
}

function askJson(care: Care, answer: SaidAnswer): unknown {
  const wire = toWire({ ...answer, ...toldJson(care) }, care.zone)
  // An object stays one.
  return { ...(wire as object), at: formatInstant(care.at, care.zone) }
}

const KEYS = ['id', 'q', 'at', 'session']

async function askLines(request: Request): Promise<Outcome<null>> {
  const read = both(await lineDefaults(request), readAskLibrary(request))
  if (!read.ok) return read
  const [defaults, library] = read.value
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const line = all(
      lineText(input, 'q'),
      lineSession(input, defaults),
      lineInstant(input, defaults),
    )
    if (!line.ok) return line
    const [q, session, at] = line.value
    const care = careOf(library, session, at)
    return done(askJson(care, answered(care, library, q)))
  })
}
