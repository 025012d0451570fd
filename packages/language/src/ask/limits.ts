import type { Status } from '@afterglow/engine'
import { isSaid, phrasesOf, type Token } from '../words/lexicon.ts'
import type { AskPart } from './answer.ts'
import { doseIn } from './dose.ts'
import type { SaidSubject } from './find-subjects.ts'
import { isForbidden } from './forbidden.ts'
import { leftUndoneIn } from './left-undone.ts'
import { someoneElseIn } from './someone-else.ts'
import type { Unread } from './unread.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why an answer is no more open than it is, and what it is at most. */
export type Limit = readonly [why: AskPart['raisedBy'][number], status: Status]

interface Asked {
  readonly tokens: readonly Token[]
  readonly subjects: readonly SaidSubject[]
  readonly unread: Unread
}

const ALLERGY = phrasesOf('allerg*, alerg*, الرجی*, حساسي*')

/** What in a message holds an answer back, whatever the plan says. Read once for each message. */
export function limitsIn(
  vocabulary: Vocabulary,
  { tokens, subjects, unread }: Asked,
  isAlarm: boolean,
): (said: SaidSubject) => readonly Limit[] {
  const isToldNo = isForbidden(tokens)
  const isOfAllergy = isSaid(ALLERGY, tokens)
  const isOfSomeoneElse = someoneElseIn(tokens)
  const isLeftUndone = leftUndoneIn(tokens)
  const asksHowMuch = doseIn(vocabulary, { tokens, subjects })
  return (said) => {
    const nearness = said.isGuess ? 'beside' : unread.nearness(said)
    // What may be part of the subject's name is the clinic's to judge; what only stands near it asks for care.
    const limits: readonly (readonly [...Limit, holds: boolean])[] = [
      ['product', 'caution', said.isProduct],
      ['forbidden', 'ask-clinic', isToldNo],
      ['allergy', 'ask-clinic', isOfAllergy],
      ['someone-else', 'ask-clinic', isOfSomeoneElse(said)],
      ['left-undone', 'ask-clinic', isLeftUndone(said)],
      ['dose', 'ask-clinic', asksHowMuch(said)],
      ['words', nearness === 'beside' ? 'ask-clinic' : 'caution', nearness !== 'none'],
      ['red-flag', 'ask-clinic', isAlarm],
    ]
    return limits.flatMap(([why, status, holds]) => (holds ? [[why, status] as const] : []))
  }
}
