import { fail, type Issue, type Result, succeed } from './issue.ts'
import { issuesFrom } from './parse-issues.ts'
import type { Protocol } from './protocol.ts'
import { ledgerIssues } from './ledger-issues.ts'
import { protocolSchema } from './protocol-schema.ts'

/** Reads a protocol's JSON: its form, and that every name in it resolves. What needs a clock is `checkProtocol`'s. */
export function parseProtocol(input: unknown): Result<Protocol> {
  const parsed = protocolSchema.safeParse(input)
  if (!parsed.success) return fail(issuesFrom(parsed.error))
  const issues: readonly Issue[] = ledgerIssues(parsed.data)
  return issues.length > 0 ? fail(issues) : succeed(parsed.data)
}
