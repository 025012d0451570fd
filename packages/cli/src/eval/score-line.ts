import { type Instant, parseInstant, type Session, triage } from '@afterglow/engine'
import { ask, label } from '@afterglow/language'
import {
  type Care,
  careOf,
  checkInOf,
  done,
  codedSession,
  type LedgerLibrary,
  type Outcome,
  refuse,
  toldIn,
  trouble,
} from '@afterglow/ledger'
import { askContextOf } from '../ask-context.ts'
import { type Expected, expectedTrouble, isRecord } from './expected.ts'
import { scoreAsk } from './score-ask.ts'
import { ingredientsRight, scoreLabel } from './score-label.ts'
import { urgencyAbove } from './score.ts'
import type { Scored } from './tally.ts'

/** A line of a set, and the session it names. */
export interface SetLine {
  readonly line: Readonly<Record<string, unknown>>
  readonly session: unknown
}

/** Answers a line through the product and scores the answer. */
export function scoreLine({ line, session }: SetLine, library: LedgerLibrary): Outcome<Scored> {
  const problem = expectedTrouble(line['expected'])
  if (problem !== undefined) return refuse(trouble('expected', 'value', problem))
  const given = codedSession(session, library)
  if (!given.ok) return given
  const at = instantOf(line['at'], given.value.session)
  if (at === undefined) {
    const text = 'is no instant; accepted is one with an offset, or hours after the session'
    return refuse(trouble('at', 'value', text))
  }
  const care = careOf(library, given.value, at)
  // Checked above.
  return scored(line, { care, library, expected: line['expected'] as Expected })
}

function instantOf(at: unknown, { procedures }: Session): Instant | undefined {
  if (typeof at === 'string') return parseInstant(at)
  if (typeof at !== 'number') return undefined
  return Math.max(...procedures.map(({ endedAt }) => endedAt)) + at * HOUR_MS
}

const HOUR_MS = 3_600_000

interface Asked {
  readonly care: Care
  readonly library: LedgerLibrary
  readonly expected: Expected
}

function scored(line: SetLine['line'], asked: Asked): Outcome<Scored> {
  const text = (key: string) => (typeof line[key] === 'string' ? line[key] : '')
  const named = { id: text('id'), lang: text('lang'), class: text('class') }
  const { care, library, expected } = asked
  if (typeof line['q'] === 'string') {
    const answer = ask(askContextOf(care, library.asking), line['q'])
    return done({ ...named, said: line['q'], ...scoreAsk(answer, expected, care.plan.subjects) })
  }
  if (typeof line['ingredients'] === 'string') {
    const request = { ingredients: line['ingredients'], product: text('product'), at: care.at }
    const answer = label(care.plan, request)
    const ingredients = ingredientsRight(answer, expected)
    return done({ ...named, said: text('product'), ...scoreLabel(answer, expected), ingredients })
  }
  return isRecord(line) ? scoredCheckIn(line, named, asked) : refuse()
}

function scoredCheckIn(
  line: SetLine['line'],
  named: Pick<Scored, 'id' | 'lang' | 'class'>,
  { care, library, expected }: Asked,
): Outcome<Scored> {
  const told = toldIn(line, care.at)
  if (!told.ok) return told
  const answer = triage(care.planner, care.plan, checkInOf(told.value, care.texts, library.asking))
  const wanted = expected.disposition ?? 'expected'
  const above = urgencyAbove(answer.disposition, wanted)
  const said = told.value.symptoms.map(({ name }) => name).join(', ')
  return done({
    ...named,
    said,
    strict: above === 0,
    lenient: above === 0 || above === 1,
    unsafe: above < 0,
    expected: wanted,
    got: answer.disposition,
  })
}
