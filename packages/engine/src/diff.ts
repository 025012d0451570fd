import type { Position, Protocol, Subject } from './protocol.ts'

/** What changed between two versions of a ledger, rule by rule. */
export interface ProtocolDiff {
  readonly from: string
  readonly to: string
  readonly changes: readonly RuleChange[]
}

export interface RuleChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is and its id: `position makeup-s1`, `task cleanse`. */
  readonly rule: string
  readonly subject?: string
  /** The fields that differ, with both values; absent where the whole rule came or went. */
  readonly fields?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
}

type Rules = ReadonlyMap<
  string,
  { readonly rule: Readonly<Record<string, unknown>>; readonly subject?: string }
>

/** Compares two versions of one protocol: every rule that came, went or changed, and the fields that differ. */
export function diffProtocols(from: Protocol, to: Protocol): ProtocolDiff {
  const [before, after] = [rulesOf(from), rulesOf(to)]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return {
    from: from.version,
    to: to.version,
    changes: names.flatMap((name): readonly RuleChange[] => {
      const [was, is] = [before.get(name), after.get(name)]
      const subject = (is ?? was)?.subject
      const named = { rule: name, ...(subject !== undefined && { subject }) }
      if (!was) return [{ kind: 'added', ...named }]
      if (!is) return [{ kind: 'removed', ...named }]
      const fields = differingFields(was.rule, is.rule)
      return Object.keys(fields).length === 0 ? [] : [{ kind: 'changed', ...named, fields }]
    }),
  }
}

function rulesOf(protocol: Protocol): Rules {
  const { course, series, triage } = protocol
  const rules = new Map<string, { rule: Readonly<Record<string, unknown>>; subject?: string }>()
  const add = (kind: string, lines: readonly ({ readonly id: string } & object)[]) => {
    for (const line of lines) rules.set(`${kind} ${line.id}`, { rule: { ...line } })
  }
  for (const { subject, positions, ...rest } of protocol.subjects) {
    rules.set(`subject ${subject}`, {
      rule: rest satisfies Omit<Subject, 'subject' | 'positions'>,
      subject,
    })
    for (const position of positions)
      rules.set(`position ${position.id}`, { rule: { ...(position satisfies Position) }, subject })
  }
  add('expectation', course.expectations)
  add('milestone', course.milestones)
  add('task', protocol.tasks)
  add('series', [
    ...series.sessions,
    ...series.spacing,
    ...series.maintenance,
    series.effect,
    ...series.events,
  ])
  add('hold', series.holds)
  add('suitability', protocol.suitability)
  add('preparation', protocol.preparation)
  add('red flag', triage.redFlags)
  add('information', protocol.information)
  for (const [word, reading] of Object.entries(protocol.readings.words))
    rules.set(`reading ${word}`, { rule: reading })
  rules.set('reading typical-recovery', { rule: protocol.readings.typicalRecoveryEnd })
  rules.set('reading outer-recovery', { rule: protocol.readings.outerRecoveryEnd })
  for (const [code, source] of Object.entries(protocol.sources))
    rules.set(`source ${code}`, { rule: source })
  return rules
}

function differingFields(
  was: Readonly<Record<string, unknown>>,
  is: Readonly<Record<string, unknown>>,
): NonNullable<RuleChange['fields']> {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      .map((key) => [key, { from: was[key] ?? null, to: is[key] ?? null }]),
  )
}
