import { DAY_MS } from '../../packages/engine/src/duration.ts'
import { positionsOn, type Position, type Subject } from '../../packages/engine/src/protocol.ts'
import { factLocals, factsIn, FACTS, type FactKey, UNMAPPED } from './fact-code.ts'
import { courseCode, milestonesCode, tasksCode } from './rest-code.ts'
import { type SubjectCode, subjectCode } from './subject-code.ts'
import { constant, type Writing } from './writing.ts'
import { durationOf, lengthsIn } from './time-code.ts'

/** One subject's function: its body, which of its few cases a person is, and what it is given. */
export interface SubjectFunction extends SubjectCode {
  readonly subject: string
  readonly name: string
  readonly facts: readonly FactKey[]
  readonly lengths: readonly string[]
}

export function subjectFunctions(writing: Writing): readonly SubjectFunction[] {
  const { subjects } = writing.protocol
  const byCode = new Map(subjects.map((subject) => [subject.subject, subject]))
  return subjects.map((subject, k) => {
    const code = codeOf(subject, positionsOn(subject.subject, byCode), writing)
    const text = `${code.body}\n${code.cases ?? ''}`
    const given = { facts: factsIn(text), lengths: lengthsIn(text) }
    return { subject: subject.subject, name: `subject${k}`, ...code, ...given }
  })
}

/** A pure group answers per narrower subject. */
function codeOf(subject: Subject, positions: readonly Position[], writing: Writing): SubjectCode {
  if (!subject.group) return subjectCode(subject, positions, writing)
  const windows = `{ subject: ${JSON.stringify(subject.subject)}, steps: [], reasons: [] }`
  return { body: `return ${windows}`, cases: '0' }
}

export function functionCode(written: SubjectFunction): string {
  const { name, body, facts, lengths, cases } = written
  const given = ['rules', ...facts, ...lengths].join(', ')
  const usual = usualLengths(lengths)
  const fixed = cases === '0' && lengths.length === 0
  if (fixed || cases === undefined || usual === undefined)
    return `function ${name}(${given}) {\n${body}\n}`
  return `function ${name}_reckoned(${given}) {\n${body}\n}
const ${name}_cases = []
function ${name}(${given}) {
${usual === '' ? '' : `if (${usual}) return ${name}_reckoned(${given})`}
const k = ${cases}
const known = ${name}_cases[k]
return known !== undefined ? known : (${name}_cases[k] = ${name}_reckoned(${given}))
}`
}

/** Whether a clock change moves any of the lengths; undefined for months, whose lengths are never the same. */
function usualLengths(lengths: readonly string[]): string | undefined {
  const durations = lengths.map(durationOf)
  if (durations.some(({ kind }) => kind === 'months')) return undefined
  return durations
    .map((one, k) => `${lengths[k]} !== ${one.kind === 'days' ? one.days * DAY_MS : 0}`)
    .join(' || ')
}

function callCode({ name, facts, lengths }: SubjectFunction): string {
  return `${name}(${['rules', ...facts, ...lengths].join(', ')})`
}

/** The locals for calendar lengths: all of them worked out in one go, as the engine's own clock does. */
export function lengthLocals(lengths: readonly string[], writing: Writing): string {
  if (lengths.length === 0) return ''
  const list = constant(writing, lengths.map(durationOf))
  const named = lengths.map((length, k) => `${length} = elapsed[${k}]`).join(', ')
  return `const elapsed = allElapsed(tableOf(session.zone), procedure.endedAt, ${list})\nconst ${named}`
}

/** The plan of a session with one procedure of the protocol's own and no events: everything in the order of the engine's. */
export function planCode(functions: readonly SubjectFunction[], writing: Writing): string {
  const { code } = writing.protocol
  const rest = [courseCode(writing), tasksCode(writing), milestonesCode(writing)].join('\n')
  const calls = functions.map(callCode).join(',\n')
  const all = Object.keys(FACTS) as (keyof typeof FACTS)[]
  return `function plan(session, rules) {
const procedure = session.procedures[0]
const patient = session.patient
${factLocals([...all, 'needleDepthMm'])}
${lengthLocals(lengthsIn(`${rest}\n${functions.flatMap((one) => one.lengths).join(' ')}`), writing)}
const course = [], tasks = [], milestones = []
${rest}
const done = { id: procedure.id, code: procedure.code, endedAt: procedure.endedAt, zone: session.zone, protocol: '${code}' }
if (procedure.bodySites !== undefined) done.bodySites = procedure.bodySites
if (procedure.indications !== undefined) done.indications = procedure.indications
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
  return `function verdict({ session, subject, at }, rules) {
const procedure = session.procedures[0]
const patient = session.patient
switch (subject) {
${cases.join('\n')}
default: throw new Error(subject)
} }`
}
