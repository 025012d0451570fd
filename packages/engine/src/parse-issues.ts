import type { z } from 'zod'
import type { Issue } from './issue.ts'

/** What the schema library found, as issues whose path and words a person can act on. */
export function issuesFrom(error: z.ZodError): readonly Issue[] {
  return error.issues.map(
    (found): Issue => ({
      severity: 'error',
      code: codeOf(found),
      diagnostics: diagnosticsOf(found),
      expression: expressionOf(found.path),
    }),
  )
}

/** `procedures[0].needleDepthMm` */
function expressionOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  )
}

function codeOf(found: z.core.$ZodIssue): Issue['code'] {
  if (found.code === 'unrecognized_keys') return 'structure'
  if (found.code === 'invalid_type')
    return found.message.includes('undefined') ? 'required' : 'structure'
  return 'value'
}

function diagnosticsOf(found: z.core.$ZodIssue): string {
  switch (found.code) {
    case 'unrecognized_keys':
      return `unknown ${found.keys.length === 1 ? 'key' : 'keys'} ${found.keys.map((key) => `"${key}"`).join(', ')}: remove or correct`
    case 'invalid_value':
      return `not accepted; one of: ${found.values.join(', ')}`
    case 'too_big':
      return `too large: ${found.inclusive === false ? 'less than' : 'at most'} ${found.maximum}`
    case 'too_small':
      return `too small: ${found.inclusive === false ? 'more than' : 'at least'} ${found.minimum}`
    case 'invalid_type':
      return `${found.message.includes('undefined') ? 'is missing' : 'of another kind'}: expected ${KINDS[found.expected] ?? found.expected}`
    case 'invalid_union':
      return unionDiagnostics(found)
    default:
      return found.message
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** What each of the accepted forms asks for, each once. */
function unionDiagnostics({ message, errors }: z.core.$ZodIssueInvalidUnion): string {
  const asked = errors.flatMap((branch) => branch.map(diagnosticsOf))
  if (asked.length > 0) return [...new Set(asked)].join(', or ')
  return message.replace(/^Invalid discriminator value\. Expected /, 'not accepted; one of: ')
}
