import type { Protocol, Subject } from './protocol.ts'

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

type RuleEntry = readonly [
  name: string,
  entry: { readonly rule: Readonly<Record<string, unknown>>; readonly subject?: string },
]
type Rules = ReadonlyMap<RuleEntry[0], RuleEntry[1]>

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
      const identity = { rule: name, ...(subject !== undefined && { subject }) }
      if (!was) return [{ kind: 'added', ...identity }]
      if (!is) return [{ kind: 'removed', ...identity }]
      const fields = differingFields(was.rule, is.rule)
      return Object.keys(fields).length === 0 ? [] : [{ kind: 'changed', ...identity, fields }]
    }),
  }
}

function rulesOf(protocol: Protocol): Rules {
  const { course, series, readings } = protocol
  return new Map([
    ...protocol.subjects.flatMap(subjectRules),
    ...named('expectation', course.expectations),
    ...named('milestone', course.milestones),
    ...named('task', protocol.tasks),
    ...named('series', [
      ...series.sessions,
      ...series.spacing,
      ...series.maintenance,
      series.effect,
      ...series.events,
    ]),
    ...named('hold', series.holds),
    ...named('suitability', protocol.suitability),
    ...named('preparation', protocol.preparation),
    ...named('red flag', protocol.triage.redFlags),
    ...named('safety net', protocol.triage.safetyNet),
    ...keyed('triage', { severe: protocol.triage.severe }),
    ...keyed('protocol', { covers: { covers: protocol.covers }, routine: protocol.routine }),
    ...named('information', protocol.information),
    ...keyed('reading', readings.words),
    ...keyed('reading', {
      'typical-recovery': readings.typicalRecoveryEnd,
      'outer-recovery': readings.outerRecoveryEnd,
    }),
    ...keyed('source', protocol.sources),
  ])
}

function subjectRules({ subject, positions, ...rest }: Subject): readonly RuleEntry[] {
  return [
    [`subject ${subject}`, { rule: rest, subject }],
    ...positions.map(
      (position): RuleEntry => [`position ${position.id}`, { rule: position, subject }],
    ),
  ]
}

function named(kind: string, lines: readonly { readonly id: string }[]): readonly RuleEntry[] {
  return lines.map((line) => [`${kind} ${line.id}`, { rule: { ...line } }])
}

function keyed(kind: string, lines: Readonly<Record<string, object>>): readonly RuleEntry[] {
  return Object.entries(lines).map(([key, line]) => [`${kind} ${key}`, { rule: { ...line } }])
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
