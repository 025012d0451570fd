import { assess, type CarePlan, type Status, type Verdict } from '@afterglow/engine'
import type { Care } from './care.ts'
import { type Note, noteOf } from './note.ts'

/** One line of a list: a subject that stands for every narrower one with the same answer. */
export interface Entry {
  readonly subject: string
  /** The topmost subject above it, its own where there is none: what lists are grouped by. */
  readonly group: string
  readonly verdict: Verdict
  /** The answer after the next change by time; null where none follows. */
  readonly next: Status | null
  readonly note: Note | null
}

/** The answers on all subjects, a broader one standing for narrower ones that say the same, in order of the tree. */
export function entriesOf(care: Pick<Care, 'plan' | 'at'>): readonly Entry[] {
  return rootsOf(care.plan).flatMap((code) => entriesBelow(care, code))
}

/** The subjects that no other one holds, in the protocol's order. */
export function rootsOf({ subjects }: CarePlan): readonly string[] {
  return Object.entries(subjects)
    .filter(([, subject]) => subject.broader.length === 0)
    .map(([code]) => code)
}

/** The subjects right below one; a subject with several ways up stands under its nearest one only. */
export function childrenOf({ subjects }: CarePlan, code: string): readonly string[] {
  return (subjects[code]?.narrower ?? []).filter((child) => subjects[child]?.broader[0] === code)
}

/** The topmost subject above `code`, or `code` itself. */
export function rootOf({ subjects }: CarePlan, code: string): string {
  return subjects[code]?.broader.at(-1) ?? code
}

function entriesBelow(care: Pick<Care, 'plan' | 'at'>, code: string): readonly Entry[] {
  const { plan } = care
  const below = childrenOf(plan, code).flatMap((child) => entriesBelow(care, child))
  if (plan.subjects[code]?.group) {
    const [first, ...others] = below
    const isOneAnswer = first && others.length > 0 && others.every((one) => isSame(one, first))
    return isOneAnswer ? [{ ...first, subject: code }] : below
  }
  const own = entryOf(care, code)
  const others = below.filter((one) => !isSame(one, own))
  // One that says the same is still shown where a line between them says otherwise.
  const isHidden = (one: Entry) =>
    isSame(one, own) && !others.some((other) => isBelow(plan, one.subject, other.subject))
  return [own, ...below.filter((one) => !isHidden(one))]
}

function isBelow({ subjects }: CarePlan, code: string, broader: string): boolean {
  return subjects[code]?.broader.includes(broader) ?? false
}

function entryOf({ plan, at }: Pick<Care, 'plan' | 'at'>, code: string): Entry {
  const verdict = assess(plan, code, at)
  const { nextChangeAt } = verdict
  return {
    subject: code,
    group: rootOf(plan, code),
    verdict,
    next: nextChangeAt === null ? null : assess(plan, code, nextChangeAt).status,
    note: noteOf(verdict),
  }
}

function isSame(a: Entry, b: Entry): boolean {
  return (
    a.verdict.status === b.verdict.status &&
    a.verdict.opensAt === b.verdict.opensAt &&
    a.verdict.nextChangeAt === b.verdict.nextChangeAt &&
    a.next === b.next &&
    JSON.stringify(a.note) === JSON.stringify(b.note) &&
    (a.verdict.governing === null) === (b.verdict.governing === null)
  )
}
