import { foundAt, type Token } from '../words/lexicon.ts'
import { CLAUSE_MARKS, tokensOf } from '../words/fold.ts'
import { FILLER_WORDS } from './common-words.ts'
import type { SaidSubject } from './find-subjects.ts'
import { MEDICINES } from './dose.ts'
import { LEAVING_OUT } from './left-undone.ts'
import { ALARM_ROWS } from './sign-words.ts'
import type { SaidTime } from './time-reading.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Read {
  readonly tokens: readonly Token[]
  readonly subjects: readonly SaidSubject[]
  readonly times: readonly SaidTime[]
}

/** The words that nobody understood, and whether they can be part of what a subject is. */
export interface Unread {
  readonly words: readonly string[]
  /** How near an unread word stands to a subject: right beside it, in its clause, or nowhere there. */
  readonly nearness: (subject: SaidSubject) => 'beside' | 'in-clause' | 'none'
}

/**
 * The words of a message that nobody understood: no subject, sign, time or turn of a question, and none that changes no
 * answer. Each may change what is asked, most of all beside it: `moisturiser with peppermint`, `bath my dog`,
 * `20 paracetamol`.
 */
export function unreadIn(vocabulary: Vocabulary, read: Read): Unread {
  const { tokens, subjects } = read
  const isRead = readPlaces(vocabulary, read)
  const isUnread = (k: number) => isRead[k] === false
  const hasUnread = isRead.includes(false)
  const clauses = clausesOf(tokens)
  const unreadClauses = new Set(clauses.filter((_, k) => isUnread(k)))
  const ownClauses = new Set(subjects.map(({ start }) => clauses[start]))
  // `Moisturiser, it has mercury`: what follows without a subject of its own may still be of this one.
  const isOfClause = (clause: number) =>
    unreadClauses.has(clause) || (!ownClauses.has(clause + 1) && unreadClauses.has(clause + 1))
  const nearness: Unread['nearness'] = ({ start, end, codes }) => {
    if (codes.some((code) => MEDICINES.has(code)) && hasUnread) return 'beside'
    if (isUnread(stepOver(tokens, start - 1, -1)) || isUnread(stepOver(tokens, end, 1)))
      return 'beside'
    return isOfClause(clauses[start] ?? 0) ? 'in-clause' : 'none'
  }
  const words = tokens.flatMap(({ text }, k) => (isUnread(k) ? [text] : []))
  return { words: [...new Set(words)], nearness }
}

/** The first word on one side that is more than a joint: `with`, `my`, `in the`. */
function stepOver(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let k = from
  while (JOINTS.has(tokens[k]?.text ?? '')) k += step
  return k
}

const JOINTS = new Set(
  tokensOf(`, the a an my your some any of in on with w plus and made
  el la los las un una mi de del con en y ka ki ke mein saath aur کا کی کے میں ساتھ اور في من مع على و`),
)

/** Marks and words that end a clause: what stands behind them is said of something else. */
const ENDS = new Set([
  ...CLAUSE_MARKS,
  ...tokensOf(
    `but because cuz cos bc since so though im its ive pero porque aunque que lekin kyunke magar لیکن مگر بس لان لاني عشان`,
  ),
])

/** The number of each word's clause. */
function clausesOf(tokens: readonly Token[]): readonly number[] {
  let clause = 0
  return tokens.map(({ text }) => (ENDS.has(text) ? ++clause : clause))
}

function readPlaces(vocabulary: Vocabulary, { tokens, subjects, times }: Read): readonly boolean[] {
  const isRead = new Array<boolean>(tokens.length).fill(false)
  const known = subjects.filter(({ isGuess }) => !isGuess)
  for (const { start, end } of [...known, ...times]) isRead.fill(true, start, end)
  const written = tokens.map(asWritten)
  for (const [k, token] of tokens.entries()) {
    if (
      isFiller(token) ||
      isTimeWord(vocabulary, written, k) ||
      isUsualNumber(vocabulary, tokens, k)
    )
      isRead[k] = true
    const found = [...turnsAt(vocabulary, tokens, k), ...signsAt(vocabulary, written, k)]
    for (const { end } of found) isRead.fill(true, k, end)
  }
  return isRead
}

const FILLER = new Set(FILLER_WORDS)
/** A shorter word that is no filler as written is none. */
const SURE = 7

function isFiller({ text, readings }: Token): boolean {
  if (!/[\p{L}\d]/u.test(text) || FILLER.has(text) || LEAVING_OUT.has(text)) return true
  return text.length >= SURE && readings.some((word) => FILLER.has(word) && isSlipOf(text, word))
}

/** Of the words that it may be a slip of, one about as long that ends alike. */
function isSlipOf(text: string, word: string): boolean {
  return Math.abs(text.length - word.length) <= 1 && text.at(-1) === word.at(-1)
}

/** Without guesses: `rosacea` is no slip of `reseca` here. */
function asWritten(token: Token): Token {
  const isLatin = /^[a-z]/.test(token.text)
  return isLatin ? { text: token.text, readings: [token.text] } : token
}

/** Turns of a question; what says that it is about something else is no part of ours. */
function turnsAt(
  { cues }: Vocabulary,
  tokens: readonly Token[],
  k: number,
): readonly { readonly end: number }[] {
  return foundAt(cues, tokens, k).filter(({ value }) => value !== 'elsewhere')
}

/** A word that is a sign by itself; half of one, as `drug` of an overdose, is none. */
function signsAt(
  { signs: { alarms, others } }: Vocabulary,
  tokens: readonly Token[],
  k: number,
): readonly { readonly end: number }[] {
  const alone = foundAt(alarms, tokens, k).filter(
    ({ value }) => ALARM_ROWS[value.row]?.groups.length === 1,
  )
  return [...alone, ...foundAt(others, tokens, k)]
}

/** `2 paracetamol`, `500 mg`, `spf 50`, `1.5 mm`: no number of these is a reason to ask. */
function isUsualNumber({ times }: Vocabulary, tokens: readonly Token[], k: number): boolean {
  const text = tokens[k]?.text ?? ''
  if (!/^\d/.test(text)) return false
  const number = Number(text)
  const beside = [tokens[k - 1]?.text, tokens[k + 1]?.text]
  const isOfTime = foundAt(times, tokens, k + 1).some(({ value }) => value.kind === 'unit')
  if (number === 1 || number === 2 || isOfTime) return true
  return (beside[1] === 'mg' && number <= 1000) || beside.some((one) => UNITS.has(one ?? ''))
}

const UNITS = new Set(['mm', 'spf', 'factor', 'fps', 'fpm', 'fp'])

/** Alone these are no time: `20 paracetamol`, `tylenol pm`. */
const PARTS_OF_A_TIME = new Set<string>(['number', 'am', 'pm'])

function isTimeWord({ times }: Vocabulary, tokens: readonly Token[], k: number): boolean {
  return foundAt(times, tokens, k).some(
    ({ value, end }) => !PARTS_OF_A_TIME.has(value.kind) && end === k + 1,
  )
}
