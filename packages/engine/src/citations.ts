import type { Protocol } from './protocol.ts'

/** One line of the ledger that cites a source: what it is, where it stands, and the facts it carries. */
export interface Citation {
  readonly kind: CitationKind
  readonly id: string
  /** Its place in the protocol's JSON: `subjects[3].positions[0]`. */
  readonly expression: string
  readonly source: string
  readonly facts: readonly string[]
}

export const CITATION_KINDS = [
  'position',
  'course expectation',
  'milestone',
  'task',
  'series rule',
  'suitability rule',
  'preparation',
  'triage rule',
  'reading',
  'information',
] as const
export type CitationKind = (typeof CITATION_KINDS)[number]

interface Cited {
  readonly source: string
  readonly fact?: readonly string[] | undefined
}

/** Every citing line of a protocol, in the order of its files. */
export function citationsOf(protocol: Protocol): readonly Citation[] {
  const { subjects, course, tasks, series, readings, triage } = protocol
  return [
    ...subjects.flatMap((subject, s) => [
      ...listed('position', subject.positions, `subjects[${s}].positions`),
      ...(subject.ifDone
        ? [one('information', `done-${subject.subject}`, subject.ifDone, `subjects[${s}].ifDone`)]
        : []),
    ]),
    ...listed('course expectation', course.expectations, 'course.expectations'),
    ...listed('milestone', course.milestones, 'course.milestones'),
    ...tasks.flatMap((task, t) =>
      task.statements.map((statement, k) =>
        one('task', task.id, statement, `tasks[${t}].statements[${k}]`),
      ),
    ),
    ...listed('series rule', series.sessions, 'series.sessions'),
    ...listed('series rule', series.spacing, 'series.spacing'),
    ...listed('series rule', series.maintenance, 'series.maintenance'),
    one('series rule', series.effect.id, series.effect, 'series.effect'),
    ...listed('series rule', series.holds, 'series.holds'),
    ...listed('series rule', series.events, 'series.events'),
    ...listed('suitability rule', protocol.suitability, 'suitability'),
    ...listed('preparation', protocol.preparation, 'preparation'),
    ...listed('triage rule', triage.redFlags, 'triage.redFlags'),
    ...listed('triage rule', triage.safetyNet, 'triage.safetyNet'),
    one('triage rule', 'severe', triage.severe, 'triage.severe'),
    one('reading', 'typical-recovery', readings.typicalRecoveryEnd, 'readings.typicalRecoveryEnd'),
    one('reading', 'outer-recovery', readings.outerRecoveryEnd, 'readings.outerRecoveryEnd'),
    ...listed('information', protocol.information, 'information'),
  ]
}

function listed(
  kind: CitationKind,
  lines: readonly (Cited & { readonly id: string })[],
  at: string,
): readonly Citation[] {
  return lines.map((line, k) => one(kind, line.id, line, `${at}[${k}]`))
}

function one(kind: CitationKind, id: string, line: Cited, expression: string): Citation {
  return { kind, id, expression, source: line.source, facts: line.fact ?? [] }
}
