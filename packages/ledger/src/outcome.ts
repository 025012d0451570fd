import type { Issue } from '@afterglow/engine'
import { visible } from './visible.ts'

/** An issue with the file and line it was found in, where there is one. */
export interface LocatedIssue extends Issue {
  readonly file?: string
  readonly line?: number
}

/** The engine's `Result`, with issues that know their file. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly LocatedIssue[] }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(...issues: readonly LocatedIssue[]): Outcome<never> {
  return { ok: false, issues }
}

/** One issue about a flag, a word of the command line or a file. */
export function trouble(
  expression: string,
  code: Issue['code'],
  diagnostics: string,
): LocatedIssue {
  return { severity: 'error', code, diagnostics, expression }
}

/** Both, or the issues of both. */
export function both<A, B>(a: Outcome<A>, b: Outcome<B>): Outcome<readonly [A, B]> {
  if (a.ok && b.ok) return done([a.value, b.value] as const)
  return { ok: false, issues: [...(a.ok ? [] : a.issues), ...(b.ok ? [] : b.issues)] }
}

/** `subjects/makeup.yaml:12: subjects[3].stance: what was found and what is accepted` */
export function issueText({ file, line, expression, diagnostics }: LocatedIssue): string {
  const place = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`]
  return visible([...place, ...(expression === '' ? [] : [expression]), diagnostics].join(': '))
}

/** The values of three outcomes, or the issues of all. */
export function all<A, B, C>(
  a: Outcome<A>,
  b: Outcome<B>,
  c: Outcome<C>,
): Outcome<readonly [A, B, C]> {
  const two = both(a, b)
  const three = both(two, c)
  return three.ok ? done([...three.value[0], three.value[1]] as const) : three
}
