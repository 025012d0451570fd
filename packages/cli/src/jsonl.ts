import {
  didYouMean,
  done,
  issueText,
  type LocatedIssue,
  type Outcome,
  parseJson,
  refuse,
  trouble,
} from '@afterglow/ledger'
import type { Io } from './io.ts'
import type { LineInput } from './line-input.ts'
import { type Line, LONGEST_LINE_BYTES, linesOf } from './lines.ts'

/** Answers one line, without its id. */
export type LineAnswer = (input: LineInput) => Outcome<unknown>

/** One answer a line, in order, ids given back; a bad line gets an error and the run goes on. */
export async function answerLineByLine(
  io: Pick<Io, 'stdin' | 'write'>,
  keys: readonly string[],
  answer: LineAnswer,
): Promise<Outcome<null>> {
  for await (const line of linesOf(io.stdin)) {
    if ('text' in line && line.text.trim() === '') continue
    await io.write(`${JSON.stringify(answerLine(line, keys, answer))}\n`)
  }
  return done(null)
}

function answerLine(line: Line, keys: readonly string[], answer: LineAnswer): unknown {
  const read = readLine(line)
  if (!read.ok) return problem({}, line, read.issues)
  const input = read.value
  const id = input['id'] === undefined ? {} : { id: input['id'] }
  const strange = Object.keys(input).filter((key) => !keys.includes(key))
  if (strange.length > 0)
    return problem(
      id,
      line,
      strange.map((key) => unknownKey(key, keys)),
    )
  const answered = attempt(answer, input)
  // An answer is an object: `toWire` and the commands make no other.
  return answered.ok ? { ...id, ...(answered.value as object) } : problem(id, line, answered.issues)
}

/** A mistake of ours in one line is that line's error: the lines after it still get their answer. */
function attempt(answer: LineAnswer, input: LineInput): Outcome<unknown> {
  try {
    return answer(input)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return refuse(trouble('', 'structure', `a mistake of ours, please report it: ${said}`))
  }
}

function readLine(line: Line): Outcome<LineInput> {
  if ('tooLong' in line)
    return refuse(trouble('', 'value', `is too long: at most ${LONGEST_LINE_BYTES} bytes are read`))
  if ('notText' in line) return refuse(trouble('', 'structure', 'is not UTF-8 text'))
  const parsed = parseJson(line.text)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(trouble('', 'structure', 'is no JSON object; accepted is {...}'))
  // Just seen to be an object that is no list.
  return done(value as LineInput)
}

function unknownKey(key: string, keys: readonly string[]): LocatedIssue {
  const text = `unknown key "${key}"${didYouMean(key, keys)}; accepted: ${keys.join(', ')}`
  return trouble(key, 'structure', text)
}

function problem(
  id: { readonly id?: unknown },
  { number }: Line,
  found: readonly LocatedIssue[],
): unknown {
  const error = `line ${number}: ${found.map((issue) => issueText(inLine(issue))).join('; ')}`
  return { ...id, error, issues: found.map(inLine) }
}

/** The place inside the line says it all: there is no file, and the line is named once. */
function inLine({ severity, code, diagnostics, expression }: LocatedIssue): LocatedIssue {
  return { severity, code, diagnostics, expression }
}
