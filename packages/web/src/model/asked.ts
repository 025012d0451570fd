import { assess, type Disposition, type Instant, type Status } from '@afterglow/engine'
import type { CareCard } from '@afterglow/formats'
import type { AskAnswer, AskPart } from '@afterglow/language'
import type { Care } from './care.ts'
import { type SubjectAnswer, subjectAnswer } from './subject-answer.ts'

/** One part of an answer to a message, as the screen shows it. */
export interface AskedPart {
  readonly subject: string
  /** What else the words may mean; the strictest of all is the subject. */
  readonly others: readonly string[]
  readonly at: Instant
  /** `now`; `day` where a whole day was asked about; else the `instant` itself. */
  readonly precision: 'now' | 'day' | 'instant'
  readonly status: Status
  readonly opensAt: Instant | null
  readonly opensAs: Status | null
  readonly raisedBy: AskPart['raisedBy']
  /** Words of the message that nobody understood. */
  readonly unread: readonly string[]
  /** The plan's own answer at that time; the part's status is this or stricter. */
  readonly own: SubjectAnswer
}

/** A screen that holds more on what was asked. */
export interface Way {
  readonly screen: 'can-i' | 'check-in' | 'help' | 'products' | 'results' | 'sessions' | 'timeline'
  readonly subject?: string
}

const DAY_LIKE_MS = 12 * 3_600_000

/** The parts of an answer, each with what the plan itself says at its time. */
export function askedParts(care: Care, { parts, understood }: AskAnswer): readonly AskedPart[] {
  return parts.map((part) => {
    const { subject, others, at, status, opensAt, raisedBy } = part
    return {
      subject,
      others,
      at,
      precision: precisionOf(care.at, at, understood),
      status,
      opensAt,
      opensAs: opensAt === null ? null : assess(care.plan, subject, opensAt).status,
      raisedBy,
      unread: understood.unread,
      own: subjectAnswer({ ...care, at }, subject),
    }
  })
}

function precisionOf(
  now: Instant,
  at: Instant,
  { times }: AskAnswer['understood'],
): AskedPart['precision'] {
  if (at === now) return 'now'
  const isInDay = times.some(
    ({ from, until }) => from <= at && at < until && until - from >= DAY_LIKE_MS,
  )
  return isInDay ? 'day' : 'instant'
}

/** Where to go on from an answer, the likeliest first. */
export function waysFrom({ topic, kind, parts }: AskAnswer): readonly Way[] {
  const subjects = [...new Set(parts.map(({ subject }) => subject))]
  const pages = subjects.map((subject) => ({ screen: 'can-i', subject }) as const)
  if (topic === 'crisis') return [{ screen: 'help' }]
  if (kind === 'triage') return [{ screen: 'check-in' }, { screen: 'help' }]
  if (kind === 'unknown') return [{ screen: 'can-i' }, { screen: 'products' }, { screen: 'help' }]
  switch (topic) {
    case 'is-normal':
      return [{ screen: 'check-in' }, { screen: 'timeline' }]
    case 'results':
      return [{ screen: 'results' }]
    case 'next-session':
      return [{ screen: 'sessions' }]
    case 'what-to-use':
      return [{ screen: 'can-i' }, { screen: 'products' }]
    case 'course':
      return [{ screen: 'timeline' }, { screen: 'check-in' }]
    case 'done':
    case 'what-is':
      return pages.length > 0 ? pages : [{ screen: 'can-i' }]
    default:
      return hasProduct(parts) ? [{ screen: 'products' }] : []
  }
}

function hasProduct(parts: readonly AskPart[]): boolean {
  return parts.some(({ raisedBy }) => raisedBy.includes('product'))
}

/** The care card that an outcome belongs to; undefined where every card may be needed. */
export function cardLevelOf(disposition: Disposition | null): CareCard['level'] | undefined {
  if (disposition === 'emergency' || disposition === 'urgent') return disposition
  return disposition === 'contact-clinic' ? 'contact' : undefined
}

/** Whether what was said of the skin or the product holds an answer back more than the plan itself does. */
export function isRaised({ raisedBy, status, own }: AskedPart): boolean {
  return raisedBy.length > 0 || status !== own.status
}
