import { positionsOn, type Position, type Subject } from '../../packages/engine/src/protocol.ts'
import { factLocals, factsIn, FACTS, type FactKey, UNMAPPED } from './fact-code.ts'
import { courseCode, milestonesCode, tasksCode } from './rest-code.ts'
import { constant, subjectCode, type Writing } from './subject-code.ts'
import { durationOf, lengthsIn } from './time-code.ts'

/** One subject's function: its body, and what it is given. */
export interface SubjectFunction {
  readonly subject: string
  readonly name: string
  readonly body: string
  readonly facts: readonly FactKey[]
  readonly lengths: readonly string[]
}

export function subjectFunctions(writing: Writing): readonly SubjectFunction[] {
  const { subjects } = writing.protocol
  const byCode = new Map(subjects.map((subject) => [subject.subject, subject]))
  return subjects.map((subject, k) => {
    const body = bodyOf(subject, positionsOn(subject.subject, byCode), writing)
    const given = { facts: factsIn(body), lengths: lengthsIn(body) }
    return { subject: subject.subject, name: `subject${k}`, body, ...given }
  })
}

/** A pure group answers per narrower subject. */
function bodyOf(subject: Subject, positions: readonly Position[], writing: Writing): string {
  return subject.group
    ? `return { subject: ${JSON.stringify(subject.subject)}, steps: [], reasons: [] }`
    : subjectCode(subject, positions, writing)
}

export function functionCode({ name, body, facts, lengths }: SubjectFunction): string {
  return `function ${name}(${[...facts, ...lengths].join(', ')}) {\n${body}\n}`
}

function callCode({ name, facts, lengths }: SubjectFunction): string {
  return `${name}(${[...facts, ...lengths].join(', ')})`
}

/** The locals for calendar lengths: all of them worked out in one go, as the engine's own clock does. */
export function lengthLocals(lengths: readonly string[], writing: Writing): string {
  if (lengths.length === 0) return ''
  const list = constant(writing, lengths.map(durationOf))
  const named = lengths.map((length, k) => `${length} = elapsed[${k}]`).join(', ')
  return `const elapsed = elapsedAfter(tableOf(session.zone), procedure.endedAt, ${list})\nconst ${named}`
}

/** The plan of a session with one procedure of the protocol's own and no events: everything in the order of the engine's. */
export function planCode(functions: readonly SubjectFunction[], writing: Writing): string {
  const { code } = writing.protocol
  const rest = [courseCode(writing), tasksCode(writing), milestonesCode(writing)].join('\n')
  const calls = functions.map(callCode).join(',\n')
  const all = Object.keys(FACTS) as (keyof typeof FACTS)[]
  return `function plan(session) {
const procedure = session.procedures[0]
const patient = session.patient
${factLocals([...all, 'needleDepthMm'])}
${lengthLocals(lengthsIn(`${rest}\n${functions.flatMap((one) => one.lengths).join(' ')}`), writing)}
const course = [], tasks = [], milestones = []
${rest}
const done = { id: procedure.id, code: procedure.code, endedAt: procedure.endedAt, zone: session.zone, protocol: '${code}' }
if (procedure.bodySites !== undefined) done.bodySites = procedure.bodySites
if (procedure.sessionNumber !== undefined) done.sessionNumber = procedure.sessionNumber
const odd = (device | bodySites | adjuncts | setting | indications | medicines | history) & ${UNMAPPED}
return { protocols: VERSIONS, zone: session.zone, anchor: procedure.endedAt, procedures: [done], patient, events: session.events,
  subjects: SUBJECTS, windows: [${calls}], course, tasks, milestones,
  done: [], unmapped: odd ? unmappedOf(session) : [], issues: [] }
}`
}

/** One function for each subject: it reads only the facts and lengths that this subject asks for. */
export function verdictCode(functions: readonly SubjectFunction[], writing: Writing): string {
  const cases = functions.map((one) => {
    const locals = [factLocals(one.facts), lengthLocals(one.lengths, writing)].join('\n')
    return `case ${JSON.stringify(one.subject)}: {
${locals}
return verdictOf(${callCode(one)}, procedure.endedAt, at) }`
  })
  return `function verdict(session, subject, at) {
const procedure = session.procedures[0]
const patient = session.patient
switch (subject) {
${cases.join('\n')}
default: throw new Error(subject)
} }`
}
