import { assess, type CarePlan, type Instant, type Status, type Verdict } from '@afterglow/engine'
import { listed, signWord, type Texts } from '@afterglow/ledger'
import { PLAN } from '../copy.ts'

/** One line of a list: a subject that stands for every narrower one with the same answer. */
export interface Entry {
  readonly subject: string
  readonly verdict: Verdict
  /** The answer after the next change by time; null where none follows. */
  readonly next: Status | null
  /** What the answer depends on, in words; empty where it does not. */
  readonly note: string
}

/** The answers on all subjects at `at`, broader ones standing for narrower ones that say the same, in order of the tree. */
export function entriesAt(plan: CarePlan, at: Instant, texts: Texts): readonly Entry[] {
  const roots = Object.entries(plan.subjects)
    .filter(([, subject]) => subject.broader.length === 0)
    .map(([code]) => code)
  return roots.flatMap((code) => entriesBelow(code, { plan, at, texts }))
}

/** The codes of subjects and narrower subjects, each branch on its own: `a` before what `a` holds. */
export function childrenOf(plan: Pick<CarePlan, 'subjects'>, code: string): readonly string[] {
  return (plan.subjects[code]?.narrower ?? []).filter((child) => {
    const chain = plan.subjects[child]?.broader ?? []
    // A subject with several ways up stands under its nearest one only.
    return chain[0] === code
  })
}

interface Setting {
  readonly plan: CarePlan
  readonly at: Instant
  readonly texts: Texts
}

function entriesBelow(code: string, setting: Setting): readonly Entry[] {
  const below = childrenOf(setting.plan, code).flatMap((child) => entriesBelow(child, setting))
  if (setting.plan.subjects[code]?.group) {
    const [first, ...others] = below
    const isOneAnswer = first && others.length > 0 && others.every((one) => isSame(one, first))
    return isOneAnswer ? [{ ...first, subject: code }] : below
  }
  const own = entryOf(code, setting)
  const others = below.filter((one) => !isSame(one, own))
  // One that says the same is still shown where a line between them says otherwise.
  const isHidden = (one: Entry) =>
    isSame(one, own) && !others.some((other) => isBelow(setting.plan, one.subject, other.subject))
  return [own, ...below.filter((one) => !isHidden(one))]
}

function isBelow(plan: CarePlan, code: string, broader: string): boolean {
  return plan.subjects[code]?.broader.includes(broader) ?? false
}

function entryOf(code: string, { plan, at, texts }: Setting): Entry {
  const verdict = assess(plan, code, at)
  const { nextChangeAt } = verdict
  return {
    subject: code,
    verdict,
    next: nextChangeAt === null ? null : assess(plan, code, nextChangeAt).status,
    note: noteOf(verdict, texts),
  }
}

function isSame(a: Entry, b: Entry): boolean {
  return (
    a.verdict.status === b.verdict.status &&
    a.verdict.nextChangeAt === b.verdict.nextChangeAt &&
    a.next === b.next &&
    a.note === b.note &&
    (a.verdict.governing === null) === (b.verdict.governing === null)
  )
}

/** What an open answer depends on: the governing source's condition, or the signs that must be gone. */
export function noteOf({ status, governing }: Verdict, texts: Texts): string {
  if (!governing || status === 'avoid' || status === 'ask-clinic' || status === 'unknown') return ''
  if (governing.condition !== undefined) return texts.text(`condition.${governing.condition}`)
  if (status !== 'caution') return ''
  const { window } = governing
  if (window?.and?.includes('settled')) {
    return Array.isArray(window.signs)
      ? PLAN.settled(listed(window.signs.map((sign) => signWord(texts, sign))))
      : PLAN.settledAll
  }
  return governing.why === undefined ? PLAN.careful : texts.text(`why.${governing.why}`)
}
