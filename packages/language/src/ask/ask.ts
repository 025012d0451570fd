import {
  applyPlan,
  type CarePlan,
  cautionOf,
  daysBetween,
  type Instant,
  latestRevisions,
  localDate,
  type Planner,
  type Session,
  type Status,
  triage,
  type TriageAnswer,
  urgencyOf,
} from '@afterglow/engine'
import { readTokens, type Token } from '../words/lexicon.ts'
import type { AskAnswer, AskPart, AskTopic } from './answer.ts'
import { type Plans, partOf } from './assess-part.ts'
import { askedIn, askedSpans, defaultSpan } from './asked-spans.ts'
import { findSigns, type SaidSign, type SaidSigns, signReportsOf } from './find-signs.ts'
import { isCrisis } from './crisis-words.ts'
import { findSubjects, type SaidSubject } from './find-subjects.ts'
import { findTimes } from './find-times.ts'
import { findCues, type Intent, intentOf, isDone, speaksOfTreatment } from './intent.ts'
import type { Cue } from './intent-words.ts'
import { isLacking } from './left-undone.ts'
import { limitsIn } from './limits.ts'
import { pairs } from './pairs.ts'
import type { SaidTime } from './time-reading.ts'
import { type Unread, unreadIn } from './unread.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a message is answered from. */
export interface AskContext {
  readonly planner: Planner
  readonly plan: CarePlan
  readonly session: Session
  readonly at: Instant
  /** The zone the person is in at `at`. */
  readonly zone: string
  readonly vocabulary: Vocabulary
}

/** Everything read from one message. */
interface Message {
  readonly tokens: readonly Token[]
  readonly cues: ReadonlySet<Cue>
  readonly subjects: readonly SaidSubject[]
  readonly signs: SaidSigns
  readonly times: readonly SaidTime[]
  readonly unread: Unread
}

/**
 * Answers a message in a person's own words. Alarms come first: with one anywhere the answer is who to contact. Every
 * status is the engine's or more cautious; what is not understood is `unknown`: ask the clinic.
 */
export function ask(context: AskContext, q: string): AskAnswer {
  const message = readMessage(context, q)
  const heard = triageOf(context, message)
  const isUrgent = heard !== null && urgencyOf(heard.disposition) >= urgencyOf('urgent')
  const isInCrisis = isCrisis(message.tokens)
  const isAlarm = message.signs.alarms.length > 0 || isUrgent || isInCrisis
  const intent: Intent = isAlarm ? { kind: 'verdict' } : intentOf(heardIn(context, message))
  // Beside a crisis nothing else is answered.
  const isNothing = intent.kind === 'unknown' || isInCrisis
  const parts = isNothing ? [] : partsOf(context, message, isAlarm)
  const judged = isAlarm || isOfSigns(intent) ? heard : null
  const topic = intent.kind === 'info' ? intent.topic : null
  const said = isAlarm ? null : topic
  return {
    kind: kindOf(intent, { isAlarm, triage: judged, topic }),
    topic: isInCrisis ? 'crisis' : said,
    status: parts.length === 0 ? null : mostCautiousStatus(parts),
    disposition: isInCrisis ? 'emergency' : (judged?.disposition ?? null),
    parts,
    triage: judged,
    understood: understoodIn(context, message, parts),
  }
}

function isOfSigns(intent: Intent): boolean {
  return intent.kind === 'info' && (intent.topic === 'is-normal' || intent.topic === 'course')
}

interface Judged {
  readonly isAlarm: boolean
  readonly triage: TriageAnswer | null
  readonly topic: AskTopic | null
}

/** Signs that are for the clinic are an answer of who to contact, whatever was asked about them. */
function kindOf(intent: Intent, { isAlarm, triage: judged, topic }: Judged): AskAnswer['kind'] {
  if (isAlarm) return 'triage'
  const isForClinic =
    judged !== null && urgencyOf(judged.disposition) >= urgencyOf('contact-clinic')
  return topic === 'is-normal' && isForClinic ? 'triage' : intent.kind
}

function readMessage(context: AskContext, q: string): Message {
  const { vocabulary } = context
  const tokens = readTokens(q, vocabulary.near)
  const subjects = findSubjects(vocabulary, tokens)
  const cues = findCues(vocabulary, tokens)
  // Where it is asked whether something is usual, `peeling skin` is a sign.
  const isOfSubject = !cues.has('normal') && !cues.has('long')
  const taken = new Set(
    isOfSubject
      ? subjects.flatMap(({ start, end, isOwn, isGuess }) =>
          isOwn || isGuess ? [] : placesIn(start, end),
        )
      : [],
  )
  const times = findTimes(tokens, {
    lexicon: vocabulary.times,
    now: context.at,
    ended: endedFor(context),
    zone: context.zone,
    isDone: isDone({ cues, subjects }),
    isBoth: tokens.some(({ text }) => /[\u0600-\u06ff]/.test(text) || ROMAN_URDU.has(text)),
  })
  const signs = findSigns(vocabulary.signs, tokens, taken)
  const unread = unreadIn(vocabulary, { tokens, subjects, times })
  return { tokens, cues, subjects, signs, times, unread }
}

const ROMAN_URDU = new Set([
  'hai',
  'baad',
  'kya',
  'main',
  'mein',
  'din',
  'kal',
  'sakti',
  'sakta',
  'hafte',
])

function placesIn(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, k) => start + k)
}

/** The end of the last session by then; before any, of the first to come. */
function endedFor({ session, at }: AskContext): Instant {
  const ends = latestRevisions(session).map(({ endedAt }) => endedAt)
  const past = ends.filter((one) => one <= at)
  return past.length > 0 ? Math.max(...past) : Math.min(...ends)
}

function heardIn({ vocabulary }: AskContext, message: Message): Parameters<typeof intentOf>[0] {
  const { tokens } = message
  return {
    ...message,
    isOfTreatment: speaksOfTreatment(vocabulary, tokens),
    hasUnread: message.unread.words.length > 0,
    length: tokens.length,
  }
}

/** Of a message without a sign there is nothing to judge. */
function triageOf({ planner, plan, at }: AskContext, { signs }: Message): TriageAnswer | null {
  if (signs.alarms.length + signs.others.length === 0) return null
  return triage(planner, plan, {
    at,
    signs: [...signReportsOf([...signs.alarms, ...signs.others])],
  })
}

function partsOf(context: AskContext, message: Message, isAlarm: boolean): readonly AskPart[] {
  const { tokens, times, cues } = message
  const plans: Plans = {
    plan: context.plan,
    withSigns: planWithSigns(context, message.signs),
    limitsOf: limitsIn(context.vocabulary, message, isAlarm),
  }
  const asked = askedIn(message)
  const unsaid = defaultSpan(context.at, endedFor(context), cues.has('planned'))
  const parts = pairs(
    message,
    times.filter(({ isPast }) => !isPast),
  ).map(({ subject, time }) => {
    const spans = time ? askedSpans(asked, { subject, time }, context.at) : [unsaid]
    return { lacks: isLacking(tokens, subject), part: partOf(plans, subject, spans) }
  })
  // `Moisturiser without fragrance`: to leave out what is to be left out is no question.
  const meant = parts.filter(({ lacks, part }) => !lacks || part.status !== 'avoid')
  return onePerSubject((meant.length > 0 ? meant : parts).map(({ part }) => part))
}

/** What is said of signs counts as a check-in of now: the engine says what it holds back. */
function planWithSigns(
  { planner, session, at }: AskContext,
  { alarms, others }: SaidSigns,
): CarePlan | undefined {
  const signs: readonly SaidSign[] = [...alarms, ...others]
  if (signs.length === 0) return undefined
  const checkIn = { type: 'check-in' as const, at, signs: [...signReportsOf(signs)] }
  return applyPlan(planner, { ...session, events: [...session.events, checkIn] })
}

/** The same subject at the same time once, with the more cautious answer. */
function onePerSubject(parts: readonly AskPart[]): readonly AskPart[] {
  const kept = new Map<string, AskPart>()
  for (const part of parts) {
    const key = `${part.subject} ${part.at}`
    const before = kept.get(key)
    if (!before || cautionOf(part.status) > cautionOf(before.status)) kept.set(key, part)
  }
  return [...kept.values()].slice(0, PARTS_AT_MOST)
}

/** Nobody asks more at once; what comes after is in the overall status of those that are answered. */
const PARTS_AT_MOST = 40

function mostCautiousStatus(parts: readonly AskPart[]): Status {
  return parts.reduce<Status>(
    (worst, { status }) => (cautionOf(status) > cautionOf(worst) ? status : worst),
    'recommended',
  )
}

function understoodIn(
  context: AskContext,
  { signs, times, unread }: Message,
  parts: readonly AskPart[],
): AskAnswer['understood'] {
  const { zone, at } = context
  const asked = times.filter(({ isPast }) => !isPast).flatMap(({ spans }) => spans)
  const first = parts[0]?.at ?? asked[0]?.from ?? at
  return {
    subjects: [...new Set(parts.map(({ subject }) => subject))],
    signs: [...signs.alarms, ...signs.others].map(({ sign }) => sign),
    denied: signs.denied,
    times: asked.slice(0, PARTS_AT_MOST),
    unread: unread.words.slice(0, PARTS_AT_MOST),
    day: daysBetween(localDate(endedFor(context), zone), localDate(first, zone)),
  }
}
