import { assess, isOpen, type Verdict } from '@afterglow/engine'
import { type Care, lowerFirst, subjectName } from '@afterglow/ledger'
import { ASSESS, CHANGE, STATUS } from '../copy.ts'
import { clockText, countdown } from '../time-text.ts'
import { noteOf } from './entries.ts'
import { proceduresAt } from './now.ts'

/** The answer in a sentence or two: `Not yet. Makeup opens with care Wed 25 Nov, 12:45 (in 3 days 1 h).` */
export function shortAnswer(care: Care, verdict: Verdict): string {
  const name = subjectName(care.texts, verdict.subject)
  if (!Object.hasOwn(care.plan.subjects, verdict.subject)) return ASSESS.notCovered(verdict.subject)
  if (!proceduresAt(care.plan, care.at).some((one) => one.endedAt <= care.at))
    return beforeAnswer(care, verdict, name)
  const rest = isOpen(verdict.status)
    ? openRest(care, verdict, name)
    : closedRest(care, verdict, name)
  const isFree = verdict.status === 'allowed' && verdict.governing === null && !verdict.narrower
  return isFree ? ASSESS.free(name) : `${STATUS[verdict.status]}. ${rest}`
}

/** What will hold once the first session to come has ended. */
function beforeAnswer(care: Care, { status, governing, subject }: Verdict, name: string): string {
  const ends = proceduresAt(care.plan, care.at).map((one) => one.endedAt)
  const after = assess(care.plan, subject, Math.min(...ends))
  const now = status === 'unknown' && governing ? ` ${ASSESS.keepBefore}` : ''
  return `${ASSESS.stillToCome} ${afterText(care, after, lowerFirst(name))}${now}`
}

function afterText(care: Care, after: Verdict, name: string): string {
  const { status, opensAt, nextChangeAt, subject } = after
  const clock = (instant: number) => clockText(instant, care)
  if (isOpen(status)) {
    const note = noteOf(after, care.texts)
    return note === '' ? ASSESS.beforeOpen(name) : ASSESS.beforeOpenWith(name, lowerFirst(note))
  }
  if (opensAt !== null) {
    const isCare = assess(care.plan, subject, opensAt).status === 'caution'
    return isCare ? ASSESS.beforeCare(name, clock(opensAt)) : ASSESS.before(name, clock(opensAt))
  }
  const waits = status === 'avoid' && nextChangeAt !== null
  return waits ? ASSESS.beforeAsks(name, clock(nextChangeAt)) : ASSESS.beforeAsk(name)
}

function openRest(care: Care, verdict: Verdict, name: string): string {
  const note = noteOf(verdict, care.texts)
  const next = verdict.nextChangeAt
  const open = note === '' ? ASSESS.openNow(name) : ASSESS.openWith(name, note)
  if (next === null) return open
  const then = assess(care.plan, verdict.subject, next).status
  if (!isOpen(then)) return `${open} ${ASSESS.stricterAgain(clockText(next, care))}`
  return verdict.status === 'caution' ? `${open} ${ASSESS.allClear(clockText(next, care))}` : open
}

function closedRest(care: Care, verdict: Verdict, name: string): string {
  const { opensAt, nextChangeAt } = verdict
  if (opensAt !== null) {
    const when = [clockText(opensAt, care), countdown(opensAt, care.at)] as const
    const isCare = assess(care.plan, verdict.subject, opensAt).status === 'caution'
    return isCare ? ASSESS.opensCare(name, ...when) : ASSESS.opens(name, ...when)
  }
  if (verdict.status === 'avoid' && nextChangeAt !== null)
    return ASSESS.asksAfter(name, clockText(nextChangeAt, care), countdown(nextChangeAt, care.at))
  return ASSESS.clinicOnly(name)
}

/** What would change an answer, in words; `others` are said beside it, so that time is not alone. */
export function changesText(
  care: Care,
  { changedBy, nextChangeAt }: Verdict,
  others: readonly string[] = [],
): readonly string[] {
  const isAlone = changedBy.length + others.length === 1
  const texts = changedBy.flatMap((change) => {
    if (change !== 'time' || isAlone) return [CHANGE[change]]
    return nextChangeAt === null ? [] : [CHANGE.timeToo(clockText(nextChangeAt, care))]
  })
  return [...texts, ...others]
}
