/** Bad input and content that cannot be carried, shaped like FHIR's OperationOutcome.issue. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information'
  readonly code:
    | 'structure'
    | 'required'
    | 'value'
    | 'invariant'
    | 'not-found'
    | 'duplicate'
    | 'business-rule'
    | 'not-supported'
    | 'incomplete'
  /** What was found and what is accepted, for a person. */
  readonly diagnostics: string
  /** Where, as a path from the root of the input: `procedures[0].needleDepthMm`. */
  readonly expression: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(issues: readonly Issue[]): Result<never> {
  return { ok: false, issues }
}

export function errorAt(expression: string, code: Issue['code'], diagnostics: string): Issue {
  return { severity: 'error', code, diagnostics, expression }
}

/** Ends every switch over a closed union: a case forgotten is a type error, a case that slips in is our bug. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
