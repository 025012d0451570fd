import { DISPOSITIONS, SIGNS } from './codes.ts'
import type { Protocol } from './protocol.ts'

/** The key of every text that a protocol's lines need, in each of its languages. */
export function textKeysOf(protocol: Protocol): readonly string[] {
  const { course, series, triage } = protocol
  const positions = protocol.subjects.flatMap((subject) => subject.positions)
  const keys = [
    ...protocol.subjects.map((subject) => `subject.${subject.subject}`),
    ...protocol.subjects.flatMap((subject) => (subject.ifDone ? [`done.${subject.subject}`] : [])),
    ...positions.flatMap((position) => (position.why === undefined ? [] : [`why.${position.why}`])),
    ...positions.flatMap((position) =>
      position.condition === undefined ? [] : [`condition.${position.condition}`],
    ),
    ...SIGNS.map((sign) => `sign.${sign}`),
    ...DISPOSITIONS.map((disposition) => `disposition.${disposition}`),
    ...['emergency', 'urgent', 'contact'].map((card) => `care-card.${card}`),
    ...ids('expectation', course.expectations),
    ...ids('milestone', course.milestones),
    ...ids('task', protocol.tasks),
    ...ids('series', [...series.sessions, ...series.spacing, ...series.maintenance, series.effect]),
    ...ids('hold', series.holds),
    ...ids('event', series.events),
    ...ids('suitability', protocol.suitability),
    ...ids('preparation', protocol.preparation),
    ...ids('red-flag', triage.redFlags),
    ...ids('safety-net', triage.safetyNet),
    ...ids('information', protocol.information),
  ]
  return [...new Set(keys)]
}

function ids(kind: string, lines: readonly { readonly id: string }[]): readonly string[] {
  return lines.map((line) => `${kind}.${line.id}`)
}
