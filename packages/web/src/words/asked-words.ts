import { isOpen, unreachable } from '@afterglow/engine'
import type { AskAnswer, AskPart, AskTopic } from '@afterglow/language'
import type { I18n } from '@lingui/core'
import { type AskedPart, isRaised, type Way } from '../model/asked.ts'
import { type AnswerWords, answerSentence } from './answer-words.ts'
import { lowerFirst } from './texts.ts'

/** Which time a part answers for: `Now`, `Friday 27 November`, `Friday 27 November, 18:00`. */
export function askedWhen({ i18n, format, at: now }: AnswerWords, part: AskedPart): string {
  const { at, precision } = part
  if (precision === 'now') return i18n._({ id: 'ask.now', message: 'Now' })
  return precision === 'day' ? format.day(at) : format.dayTime(at, now)
}

/** A part's answer in one sentence, its time written out; never more open than its status. */
export function askedSentence(words: AnswerWords, part: AskedPart): string {
  const { own, status, opensAt, opensAs, precision } = part
  const isThen = precision !== 'now'
  if (!isRaised(part)) return answerSentence(words, { ...own, isThen })
  if (isOpen(status)) return words.i18n._({ id: 'answer.care', message: 'Open, only with care.' })
  return answerSentence(words, { ...own, status, opensAt, opensAs, nextChangeAt: null })
}

type RaisedWords = Pick<AnswerWords, 'i18n' | 'format'>

/** Why an answer is stricter than the plan's own. */
export function raisedSentence(
  words: RaisedWords,
  why: AskPart['raisedBy'][number],
  unread: readonly string[],
): string {
  return RAISED[why](words, unread)
}

const RAISED: Readonly<
  Record<AskPart['raisedBy'][number], (words: RaisedWords, unread: readonly string[]) => string>
> = {
  product: ({ i18n }) =>
    i18n._({
      id: 'ask.raised.product',
      message: 'We do not know what is in this product. Check its list under Products.',
    }),
  signs: ({ i18n }) =>
    i18n._({
      id: 'ask.raised.signs',
      message: 'What you say about your skin makes this answer stricter.',
    }),
  words: ({ i18n, format }, unread) =>
    i18n._({
      id: 'ask.raised.words',
      message: 'We do not know these words, and they may matter: {words}.',
      values: { words: format.list(unread.slice(0, UNREAD_SAID), 'and') },
    }),
  'left-undone': ({ i18n }) =>
    i18n._({
      id: 'ask.raised.left-undone',
      message: 'You ask about leaving it out. Your plan only says what holds when you do it.',
    }),
  forbidden: ({ i18n }) =>
    i18n._({
      id: 'ask.raised.forbidden',
      message: 'Your clinic’s word comes first, and you say it said no.',
    }),
  allergy: ({ i18n }) =>
    i18n._({
      id: 'ask.raised.allergy',
      message: 'You write of an allergy: ask your clinic or pharmacist first.',
    }),
  dose: ({ i18n }) =>
    i18n._({
      id: 'ask.raised.dose',
      message: 'How much and how often is for your clinic or pharmacist to say.',
    }),
  'someone-else': ({ i18n }) =>
    i18n._({
      id: 'ask.raised.someone-else',
      message: 'This plan is for your skin alone. It does not hold for somebody else.',
    }),
  'red-flag': ({ i18n }) =>
    i18n._({
      id: 'ask.raised.red-flag',
      message: 'First get help with what you told us about your skin.',
    }),
}

/** `Swimming · Friday 27 November · Day 5`: what was read from the words, to be checked by who wrote them. */
export function understoodParts(
  words: AnswerWords,
  { understood, kind }: AskAnswer,
): readonly string[] {
  const { texts, format, at } = words
  const { subjects, signs, times, day } = understood
  if (kind === 'unknown') return []
  return [
    ...subjects.map((code) => texts.subject(code)),
    ...signs.map((code) => texts.sign(code)),
    ...times.slice(0, TIMES_SAID).map((time) => timeText(words, time)),
    ...(times.length === 0 && subjects.length > 0 ? [format.day(at)] : []),
    ...(day === null ? [] : [dayText(words, day)]),
  ]
}

/** More than these nobody reads. */
const TIMES_SAID = 3
const UNREAD_SAID = 5
const DAY_LIKE_MS = 12 * 3_600_000

interface SaidTime {
  readonly from: number
  readonly until: number
}

function timeText({ format, at }: AnswerWords, { from, until }: SaidTime): string {
  return until - from >= DAY_LIKE_MS ? format.day(from) : format.dayTime(from, at)
}

function dayText({ i18n, format }: AnswerWords, day: number): string {
  if (day < 0)
    return i18n._({
      id: 'ask.days-before',
      message:
        '{count, plural, one {# day before your session} other {# days before your session}}',
      values: { count: -day },
    })
  return i18n._({
    id: 'ask.day-after',
    message: 'Day {day} after your session',
    values: { day: format.number(day) },
  })
}

/** Signs that the message says are not there: what to do if one comes. */
export function deniedSentence(
  { i18n, texts, format }: AnswerWords,
  denied: readonly string[],
): string {
  const signs = format.list(
    denied.map((sign) => lowerFirst(texts.sign(sign))),
    'or',
  )
  return i18n._({
    id: 'ask.denied',
    message: 'You say these are not there: {signs}. If one comes, get help.',
    values: { signs },
  })
}

/** What an answer without a verdict says first. */
export function topicSentence(i18n: I18n, topic: AskTopic): string {
  return TOPICS[topic](i18n)
}

const TOPICS: Readonly<Record<AskTopic, (i18n: I18n) => string>> = {
  'is-normal': (i18n) =>
    i18n._({
      id: 'ask.topic.is-normal',
      message: 'Check in to see if this can show at this point. Tell your clinic if it gets worse.',
    }),
  results: (i18n) =>
    i18n._({
      id: 'ask.topic.results',
      message: 'Results come slowly, over weeks. Your results page shows what each source says.',
    }),
  'next-session': (i18n) =>
    i18n._({
      id: 'ask.topic.next-session',
      message: 'Your sessions page shows when the next one can be. Your clinic sets the date.',
    }),
  'what-to-use': (i18n) =>
    i18n._({
      id: 'ask.topic.what-to-use',
      message: 'Use plain products that you know. You can check the list of any product here.',
    }),
  course: (i18n) =>
    i18n._({
      id: 'ask.topic.course',
      message: 'Your timeline shows how healing goes, day by day.',
    }),
  done: (i18n) =>
    i18n._({
      id: 'ask.topic.done',
      message: 'It is done. Stop now, be gentle with your skin and watch it.',
    }),
  crisis: (i18n) =>
    i18n._({
      id: 'ask.topic.crisis',
      message:
        'Call the emergency number now, or go to the nearest emergency department. Do not wait, and do not stay alone.',
    }),
  'what-is': (i18n) =>
    i18n._({
      id: 'ask.topic.what-is',
      message: 'Its own page says what your plan says about it, and what each source says.',
    }),
}

/** Where a way leads, in words. */
export function wayText({ i18n, texts }: Pick<AnswerWords, 'i18n' | 'texts'>, way: Way): string {
  if (way.subject !== undefined) return texts.subject(way.subject)
  switch (way.screen) {
    case 'can-i':
      return i18n._({ id: 'ask.way.can-i', message: 'Look it up under Can I?' })
    case 'check-in':
      return i18n._({ id: 'nav.check-in', message: 'Check in' })
    case 'help':
      return i18n._({ id: 'help.title', message: 'When to get help' })
    case 'products':
      return i18n._({ id: 'ask.way.products', message: 'Check a product’s list' })
    case 'results':
      return i18n._({ id: 'ask.way.results', message: 'Your results' })
    case 'sessions':
      return i18n._({ id: 'ask.way.sessions', message: 'Your sessions' })
    case 'timeline':
      return i18n._({ id: 'ask.way.timeline', message: 'Your timeline' })
    default:
      return unreachable(way.screen)
  }
}
