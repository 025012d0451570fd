import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  done,
  type LedgerLibrary,
  type LocatedIssue,
  type Outcome,
  parseJson,
  refuse,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readAskLibrary } from '../ask-context.ts'
import type { Request } from '../care.ts'
import { isRecord } from '../eval/expected.ts'
import { scoreLine } from '../eval/score-line.ts'
import { type Scored, type Tally, tallyOf } from '../eval/tally.ts'
import { evalPage } from '../render/eval-page.ts'

/** `afterglow eval FILE...`: scores lines with the answers they must get. */
export async function evalSets(request: Request): Promise<Outcome<Answer>> {
  if (request.words.length === 0)
    return refuse(trouble('FILE', 'required', 'is missing: name one or more files of JSON lines'))
  const library = readAskLibrary(request)
  if (!library.ok) return library
  const read = request.words.map((file) => scoreFile(file, library.value))
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  if (issues.length > 0) return { ok: false, issues }
  const tallies = read.flatMap((one) => (one.ok ? [one.value] : []))
  return done({ text: (look) => evalPage(look, tallies), json: () => tallies })
}

function scoreFile(file: string, library: LedgerLibrary): Outcome<Tally> {
  const text = readText(file)
  if (!text.ok) return text
  const scored: Scored[] = []
  const issues: LocatedIssue[] = []
  for (const [k, line] of text.value.split('\n').entries()) {
    if (line.trim() === '') continue
    const one = lineScore(line, file, library)
    if (one.ok) scored.push(one.value)
    else issues.push(...one.issues.map((issue) => ({ ...issue, file, line: k + 1 })))
  }
  return issues.length > 0 ? { ok: false, issues } : done(tallyOf(file, scored))
}

function lineScore(text: string, file: string, library: LedgerLibrary): Outcome<Scored> {
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const line = parsed.value
  if (!isRecord(line)) return refuse(trouble('', 'structure', 'is no object'))
  const session = sessionOf(line['session'], file)
  return session.ok ? scoreLine({ line, session: session.value }, library) : session
}

/** A session itself, or the name of one in the folder `sessions` beside the set's own folder, or in it. */
function sessionOf(given: unknown, file: string): Outcome<unknown> {
  if (typeof given !== 'string') return done(given)
  const name = given.endsWith('.json') ? given : `${given}.json`
  const folders = [
    join(dirname(file), '..', 'sessions'),
    join(dirname(file), 'sessions'),
    dirname(file),
  ]
  const texts = folders.map((folder) => readText(join(folder, name)))
  const found = texts.find((one) => one.ok)
  return found?.ok
    ? parseJson(found.value)
    : refuse(trouble('session', 'not-found', `found no ${name}`))
}

function readText(file: string): Outcome<string> {
  try {
    return done(readFileSync(file, 'utf8'))
  } catch {
    return refuse(trouble(file, 'not-found', 'cannot be read'))
  }
}
