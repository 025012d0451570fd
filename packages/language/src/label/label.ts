import { type CarePlan, cautionOf, type Instant, isOpen } from '@afterglow/engine'
import { findingsOf, isFree, type LabelFinding, subjectsOf, unsourcedIn } from './findings.ts'
import { isIncomplete, type LabelLimit, limitsOf } from './limits.ts'
import { kindsNamed, type NamedKind } from './product-name.ts'
import { readLabel } from './read-label.ts'
import { warnsAgainst } from './warnings.ts'
import { openingOf } from './opening.ts'
import { type OwnReader, withOwn } from './own-findings.ts'

export interface LabelRequest {
  readonly ingredients: string
  readonly product?: string | undefined
  readonly at: Instant
  /** Finds the plan's own subjects in a text, where it has more than the ledger. */
  readonly own?: OwnReader
}

type LabelVerdict = 'avoid' | 'ask-clinic' | 'caution' | 'ok' | 'cannot-clear'

export interface LabelAnswer {
  readonly verdict: LabelVerdict
  readonly at: Instant
  /** The first instant at which every class of it is open; null where no time opens it, or where it cannot be told. */
  readonly opensAt: Instant | null
  readonly deciding: LabelFinding | null
  /** What the plan says of each ingredient that has a class. */
  readonly findings: readonly LabelFinding[]
  /** What it says of the rest: of what the name tells, and of plain care where that is not open. */
  readonly named: readonly LabelFinding[]
  readonly recommended: readonly string[]
  readonly unrecognised: readonly string[]
  /** Known, and no source of ours speaks of them. */
  readonly unsourced: readonly string[]
  readonly limits: readonly LabelLimit[]
}

/** Whether a product may go on the skin at `at`, by its list and its name. Every status is the plan's own. */
export function label(
  plan: CarePlan,
  { ingredients, product = '', at, own }: LabelRequest,
): LabelAnswer {
  const told = { product, list: ingredients, read: readLabel(ingredients) }
  const { read, ownFindings, isGuessed } = withOwn({ plan, at }, told, own)
  const kinds = kindsNamed(product)
  const findings = [...findingsOf({ plan, at }, read, kinds), ...ownFindings]
  const unsourced = unsourcedIn(read, { plan, at })
  const isWarned = warnsAgainst(`${product} ${ingredients}`)
  const limits = limitsOf({ read, kinds, unsourced, plan, isWarned })
  const ranked = ranking(findings)
  const judged = { limits, kinds, product, isGuessed }
  const verdict = verdictOf(ranked, judged)
  return {
    verdict,
    at,
    opensAt: isUntold(verdict, judged) ? null : openingOf(plan, subjectsOf(findings, plan), at),
    deciding: ranked.find(({ status }) => !isFree(status)) ?? null,
    findings: findings.filter(({ from }) => from === 'list'),
    named: findings.filter(({ from }) => from === 'name'),
    recommended: findings
      .filter(({ status, from }) => status === 'recommended' && from === 'list')
      .map((one) => one.ingredient),
    unrecognised: read.unrecognised,
    unsourced,
    limits,
  }
}

/** No time is named for what cannot be told, or what the pack itself speaks against. */
function isUntold(verdict: LabelVerdict, { limits, kinds, isGuessed }: Judged): boolean {
  return (
    isGuessed ||
    verdict === 'cannot-clear' ||
    isIncomplete(limits) ||
    limits.includes('warned') ||
    (kinds.length === 0 && limits.includes('no-list'))
  )
}

/** What decides first: the strictest, then what opens last, then what is more than a trace, then what stands first. */
function ranking(findings: readonly LabelFinding[]): readonly LabelFinding[] {
  return findings.toSorted(
    (a, b) =>
      cautionOf(b.status) - cautionOf(a.status) ||
      openingRank(b) - openingRank(a) ||
      changeRank(b) - changeRank(a) ||
      Number(a.trace) - Number(b.trace),
  )
}

function openingRank({ opensAt }: LabelFinding): number {
  return opensAt ?? Number.MAX_SAFE_INTEGER
}

function changeRank({ nextChangeAt }: LabelFinding): number {
  return nextChangeAt ?? 0
}

interface Judged {
  readonly limits: readonly LabelLimit[]
  readonly kinds: readonly NamedKind[]
  readonly product: string
  /** One of the plan's own subjects may be meant. */
  readonly isGuessed: boolean
}

function verdictOf([first]: readonly LabelFinding[], judged: Judged): LabelVerdict {
  const { limits, isGuessed } = judged
  if (first?.status === 'avoid') return 'avoid'
  if (isIncomplete(limits)) return 'cannot-clear'
  const unread = limits.includes('no-list') ? unreadVerdict(judged) : null
  if (unread !== null) return unread
  if ((first && !isOpen(first.status)) || limits.includes('warned') || isGuessed)
    return 'ask-clinic'
  return first?.status === 'caution' || limits.length > 0 ? 'caution' : 'ok'
}

/** Without a list: a text of which nothing can be read clears nothing, and a name that says nothing is for the clinic. */
function unreadVerdict({ limits, kinds, product }: Judged): LabelVerdict | null {
  if (limits.includes('unrecognised') || product.trim() === '') return 'cannot-clear'
  return kinds.length === 0 ? 'ask-clinic' : null
}
