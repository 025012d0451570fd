import type { Instant } from '@afterglow/engine'
import { CLAUSE_MARKS, tokensOf } from '../words/fold.ts'
import type { Token } from '../words/lexicon.ts'
import { pointAt, type TimeSpan } from './calendar.ts'
import type { SaidSubject } from './find-subjects.ts'
import { STRETCH_WORDS, STRETCH_WORDS_AFTER, STRETCH_WORDS_BEFORE } from './stretch-words.ts'
import type { SaidTime } from './time-reading.ts'

interface Asked {
  readonly tokens: readonly Token[]
  readonly subjects: readonly SaidSubject[]
  readonly times: readonly SaidTime[]
  /** Where an `and` or a comma only joins two subjects: `swimming and gym tomorrow` is one clause. */
  readonly lists: ReadonlySet<number>
}

/** A message, made ready to be asked about its times. */
export function askedIn(message: Omit<Asked, 'lists'>): Asked {
  const starts = new Set(message.subjects.map(({ start }) => start))
  const ends = message.subjects.map(({ end }) => end)
  return { ...message, lists: new Set(ends.filter((end) => starts.has(end + 1))) }
}

/** When a subject is asked about; from now on, where the words may mean a limit, a duration or another's time. */
export function askedSpans(
  said: Asked,
  { subject, time }: { readonly subject: SaidSubject; readonly time: SaidTime },
  now: Instant,
): readonly TimeSpan[] {
  const isExact =
    !time.isDoubtful && isOfSubject(said, subject, time) && !isStretch(said, subject, time)
  if (isExact) return time.spans
  return time.spans.map(({ from, until }) => ({
    from: Math.min(from, now),
    until: Math.max(until, now),
  }))
}

/** Now; of a session still to come, asked about what is after it, its end. */
export function defaultSpan(now: Instant, ended: Instant, isPlanned: boolean): TimeSpan {
  return pointAt(ended > now && isPlanned ? ended : now)
}

const NEAR = 3

function isStretch({ tokens, times }: Asked, subject: SaidSubject, time: SaidTime): boolean {
  const isOwn = (k: number) =>
    [subject, ...times].some(({ start, end }) => k >= start && k < end) && !isLimit(tokens, k)
  return (
    tokens.some(({ text }, k) => STRETCH_WORDS.has(text) && !isOwn(k)) ||
    // A time may hold the word itself: `last week`.
    tokens.slice(Math.max(0, time.start - NEAR), time.end).some(isIn(STRETCH_WORDS_BEFORE)) ||
    tokens.slice(time.start, time.end + NEAR).some(isIn(STRETCH_WORDS_AFTER))
  )
}

function isLimit(tokens: readonly Token[], k: number): boolean {
  return LIMITS.has(tokens[k]?.text ?? '')
}

const LIMITS = new Set(tokensOf('before antes pehle pahle قبل پہلے until within since desde خلال'))

const isIn =
  (words: ReadonlySet<string>) =>
  ({ text }: Token): boolean =>
    words.has(text)

/** In one clause with the subject, or alone in the clause beside: `day 5, can i wear makeup`. */
function isOfSubject(
  { tokens, subjects, lists }: Asked,
  subject: SaidSubject,
  time: SaidTime,
): boolean {
  const isBreak = (k: number) =>
    BREAKS.has(tokens[k]?.text ?? '') && !lists.has(k) && !isIdle(tokens, k)
  const [from, to] =
    subject.start < time.start ? [subject.end, time.start] : [time.end, subject.start]
  const breaks = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter(isBreak)
  if (breaks.length === 0) return true
  if (breaks.length === 1 && isAlone(tokens, time, isBreak)) return true
  return isSaidAgain({ tokens, subjects }, [subject, time], isBreak)
}

/** `Can I put foundation on Saturday? like full makeup`: asked before with that time already. */
function isSaidAgain(
  { tokens, subjects }: Pick<Asked, 'tokens' | 'subjects'>,
  [subject, time]: readonly [SaidSubject, SaidTime],
  isBreak: (k: number) => boolean,
): boolean {
  let from = time.start
  while (from > 0 && !isBreak(from - 1)) from -= 1
  const isAsking = tokens.slice(from, time.start).some(isIn(ASKING))
  return (
    isAsking &&
    subject.start > time.start &&
    subjects.some(
      ({ start, codes }) =>
        start >= from && start < time.start && codes.some((code) => subject.codes.includes(code)),
    )
  )
}

const ASKING = new Set(
  tokensOf(`can could may should puedo puede podria sakti sakta سکتی سکتا اقدر استطيع ممكن هل`),
)

/** `And stuff`: nothing new begins. */
function isIdle(tokens: readonly Token[], k: number): boolean {
  return tokens[k]?.text === 'and' && ['stuff', 'things'].includes(tokens[k + 1]?.text ?? '')
}

function isAlone(
  tokens: readonly Token[],
  { start, end }: SaidTime,
  isBreak: (k: number) => boolean,
): boolean {
  const isSmall = (k: number) => SMALL.has(tokens[k]?.text ?? '')
  let [from, to] = [start - 1, end]
  while (from >= 0 && !isBreak(from) && isSmall(from)) from -= 1
  while (to < tokens.length && !isBreak(to) && isSmall(to)) to += 1
  return (from < 0 || isBreak(from)) && (to >= tokens.length || isBreak(to))
}

const SMALL = new Set(
  tokensOf(`in on at the of my its it is im i am after post session treatment microneedling needling and so hi hello
  en el la al del de mi despues tras sesion tratamiento hoy es
  main mein ko ka ke ki baad hai aaj میں کو کے کی کا بعد ہے آج في يوم بعد من الجلسه جلسه جلستي`),
)

const BREAKS = new Set([
  ...CLAUSE_MARKS,
  ':',
  '&',
  ...tokensOf(`and but because cause cuz so since if when while then although though also
  y pero porque asi si cuando aunque entonces tambien
  aur lekin magar kyunke kyunki kyonki agar jab to phir اور لیکن مگر کیونکہ اگر جب تو پھر
  و لكن بس لان عشان اذا لو لما ثم`),
])
