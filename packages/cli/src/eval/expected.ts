import { type Disposition, DISPOSITIONS, type Status, STATUSES } from '@afterglow/engine'

export interface ExpectedPart {
  readonly subject: string
  readonly status: Status
}

/** The answer that a line must get, as tests/language/README.md has it. */
export interface Expected {
  readonly kind: string
  readonly topic?: string
  readonly subject?: string
  readonly disposition?: Disposition
  /** Of a message that must not be let through: the least cautious status that will do. */
  readonly atLeast?: Status
  readonly parts?: readonly ExpectedPart[]
  readonly verdict?: string
  readonly deciding?: string
  readonly classes?: Readonly<Record<string, string>>
  readonly recommended?: readonly string[]
  readonly unrecognised?: readonly string[]
}

const KINDS = new Set<unknown>(['verdict', 'triage', 'info', 'unknown', 'not-open', 'not-triage'])

/** What is wrong with an expected answer; undefined where it can be scored. */
export function expectedTrouble(expected: unknown): string | undefined {
  if (!isRecord(expected)) return 'is no object'
  const { disposition, parts = [], kind, verdict, atLeast } = expected
  if (kind !== undefined && !KINDS.has(kind)) return `has an unknown kind ${JSON.stringify(kind)}`
  if (kind === 'not-open' && !STATUSES.some((one) => one === atLeast))
    return `has no known status in atLeast: ${JSON.stringify(atLeast)}`
  if (disposition !== undefined && !DISPOSITIONS.some((one) => one === disposition))
    return `has an unknown disposition ${JSON.stringify(disposition)}`
  if (!Array.isArray(parts)) return 'has parts that are no list'
  const listed: readonly unknown[] = parts
  const odd = listed.find(
    (part) => !isRecord(part) || !STATUSES.some((one) => one === part['status']),
  )
  if (odd !== undefined) return `has a part without a known status: ${JSON.stringify(odd)}`
  const isScored = [kind, verdict, disposition].some((one) => typeof one === 'string')
  return isScored ? undefined : 'has neither kind, verdict nor disposition'
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
