import { existsSync } from 'node:fs'
import { toWire } from '@afterglow/engine'
import { label, type LabelAnswer } from '@afterglow/language'
import {
  all,
  both,
  type Care,
  careOf,
  done,
  type Outcome,
  refuse,
  toldJson,
  trouble,
} from '@afterglow/ledger'
import type { Answer } from '../answer.ts'
import { readCare, type Request } from '../care.ts'
import { LABEL } from '../copy-label.ts'
import { fileText, streamText } from '../given-text.ts'
import { answerLineByLine } from '../jsonl.ts'
import { type LineInput, lineDefaults, lineInstant, lineSession } from '../line-input.ts'
import { labelPage } from '../render/label-page.ts'
import { viewOf } from '../render/view.ts'

/** What there is to read of a product. */
interface Given {
  readonly ingredients: string
  readonly product: string
}

/** `afterglow label TEXT`: may this product go on the skin, when, and which ingredient decides? */
export async function labelOne(request: Request): Promise<Outcome<Answer | null>> {
  if (request.flags.jsonl) return labelLines(request)
  const given = await givenLabel(request)
  if (!given.ok) return given
  const care = await readCare(request)
  if (!care.ok) return care
  const answer = answerOn(care.value, given.value)
  return done({
    text: (look) => labelPage(viewOf(care.value, look, request), answer),
    json: () => labelJson(care.value, answer),
  })
}

/** The words of the command line; the text of the file that they name; or stdin. A product's name will do. */
async function givenLabel({ words, flags, io }: Request): Promise<Outcome<Given>> {
  const product = flags.product?.[0] ?? ''
  const text = words.join(' ').trim()
  if (text === '' && product === '') return refuse(trouble('TEXT', 'required', LABEL.missing))
  if (text === '-' && flags.session?.[0] === '-') return refuse(trouble('-', 'value', LABEL.both))
  const read = await textGiven(text, io)
  return read.ok ? done({ ingredients: read.value, product }) : read
}

async function textGiven(text: string, io: Request['io']): Promise<Outcome<string>> {
  if (text === '-') return named(await streamText(io.stdin), 'stdin')
  return isFile(text) ? named(fileText(text), text) : done(text)
}

/** A text with commas or lines is a list, whatever the folder holds. */
function isFile(text: string): boolean {
  return text !== '' && !/[,;\n]/.test(text) && existsSync(text)
}

function named(read: Outcome<string>, name: string): Outcome<string> {
  return read.ok
    ? read
    : { ok: false, issues: read.issues.map((issue) => ({ ...issue, expression: name })) }
}

function answerOn({ plan, at }: Care, given: Given): LabelAnswer {
  return label(plan, { ...given, at })
}

function labelJson(care: Care, answer: LabelAnswer): unknown {
  return toWire({ ...answer, ...toldJson(care) }, care.zone)
}

const KEYS = ['id', 'ingredients', 'product', 'at', 'session']

async function labelLines(request: Request): Promise<Outcome<null>> {
  const defaults = await lineDefaults(request)
  if (!defaults.ok) return defaults
  return answerLineByLine(request.io, KEYS, (input: LineInput) => {
    const read = all(
      lineLabel(input),
      lineSession(input, defaults.value),
      lineInstant(input, defaults.value),
    )
    if (!read.ok) return read
    const [given, session, at] = read.value
    const care = careOf(defaults.value.library, session, at)
    return done(labelJson(care, answerOn(care, given)))
  })
}

/** A list, a name, or both; an empty list is one that nobody could read. */
function lineLabel(input: LineInput): Outcome<Given> {
  const read = both(textIn(input, 'ingredients'), textIn(input, 'product'))
  if (!read.ok) return read
  const [ingredients, product] = read.value
  if (ingredients === undefined && product === undefined)
    return refuse(trouble('ingredients', 'required', LABEL.missing))
  return done({ ingredients: ingredients ?? '', product: product ?? '' })
}

function textIn(input: LineInput, key: string): Outcome<string | undefined> {
  const given = input[key]
  if (given === undefined || given === null) return done(undefined)
  if (typeof given === 'string') return done(given)
  return refuse(trouble(key, 'value', `found ${JSON.stringify(given)}; accepted is a text`))
}
