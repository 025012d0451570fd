import { errorAt, type Issue } from '@afterglow/engine'
import { didYouMean } from '@afterglow/ledger'
import { z } from '@hono/zod-openapi'
import { within } from './odd-text.ts'

/** What a form found, each with the place it stands in. */
export function issuesOf({ issues }: z.ZodError, root: string): readonly Issue[] {
  return issues.map((issue) => issueOf(issue, root))
}

interface Found {
  readonly path: PropertyKey[]
  readonly message: string
  readonly code: string
}

function issueOf({ path, message, code }: Found, root: string): Issue {
  const expression = path.reduce<string>(within, root)
  return errorAt(
    expression || 'body',
    code === 'unrecognized_keys' ? 'structure' : 'value',
    message,
  )
}

/** In words of ours where the library's are those of a programmer; a form's own words come before both. */
export const wordsOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is required'
      return Number.isNaN(issue.input) ? `must be ${nounOf(issue.expected)}` : undefined
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysOf(issue.inst))
    default:
      return undefined
  }
}

function nounOf(expected: string): string {
  return expected === 'int' ? 'a whole number' : `a ${expected}`
}

/** `has no "nmae"; did you mean "name"`, or what is accepted where nothing is near. */
export function unknownKeys(keys: readonly string[], accepted: readonly string[]): string {
  const named = keys.map((key) => `"${key}"${didYouMean(key, accepted)}`).join(', ')
  const list = accepted.length === 0 ? 'none' : accepted.join(', ')
  return `does not take ${named}; accepted: ${list}`
}

/** The keys of an object's form; none for another form. */
export function keysOf(form: unknown): readonly string[] {
  return form instanceof z.ZodObject ? Object.keys(form.shape) : []
}
