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
  readonly id: string
  readonly source: string
  readonly fact?: readonly string[] | undefined
}

/** Every citing line of a protocol, in the order of its files. */
export function citationsOf(protocol: Protocol): readonly Citation[] {
  const { course, readings, triage } = protocol
  return [
    ...subjectCitations(protocol),
    ...listed('course expectation', course.expectations, 'course.expectations'),
    ...listed('milestone', course.milestones, 'course.milestones'),
    ...taskCitations(protocol),
    ...seriesCitations(protocol),
    ...listed('suitability rule', protocol.suitability, 'suitability'),
    ...listed('preparation', protocol.preparation, 'preparation'),
    ...listed('triage rule', triage.redFlags, 'triage.redFlags'),
    ...listed('triage rule', triage.safetyNet, 'triage.safetyNet'),
    one('triage rule', { id: 'severe', ...triage.severe }, 'triage.severe'),
    one(
      'reading',
      { id: 'typical-recovery', ...readings.typicalRecoveryEnd },
      'readings.typicalRecoveryEnd',
    ),
    one(
      'reading',
      { id: 'outer-recovery', ...readings.outerRecoveryEnd },
      'readings.outerRecoveryEnd',
    ),
    ...listed('information', protocol.information, 'information'),
  ]
}

function subjectCitations({ subjects }: Protocol): readonly Citation[] {
  return subjects.flatMap(({ subject, positions, ifDone }, s) => [
    ...listed('position', positions, `subjects[${s}].positions`),
    ...(ifDone
      ? [one('information', { id: `done-${subject}`, ...ifDone }, `subjects[${s}].ifDone`)]
      : []),
  ])
}

function taskCitations({ tasks }: Protocol): readonly Citation[] {
  return tasks.flatMap(({ id, statements }, t) =>
    statements.map((statement, k) =>
      one('task', { id, ...statement }, `tasks[${t}].statements[${k}]`),
    ),
  )
}

function seriesCitations({ series }: Protocol): readonly Citation[] {
  const { sessions, spacing, maintenance, effect, holds, events } = series
  const lists = { sessions, spacing, maintenance, holds, events }
  return [
    ...Object.entries(lists).flatMap(([key, lines]) =>
      listed('series rule', lines, `series.${key}`),
    ),
    one('series rule', effect, 'series.effect'),
  ]
}

function listed(kind: CitationKind, lines: readonly Cited[], at: string): readonly Citation[] {
  return lines.map((line, k) => one(kind, line, `${at}[${k}]`))
}

function one(kind: CitationKind, { id, source, fact }: Cited, expression: string): Citation {
  return { kind, id, expression, source, facts: fact ?? [] }
}
