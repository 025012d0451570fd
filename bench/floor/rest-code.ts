import { boundsOf, type End, type Protocol } from '../../packages/engine/src/protocol.ts'
import { constant, gateOf, type Writing } from './writing.ts'
import {
  type CodedTime,
  codedLead,
  codedTime,
  earliestOf,
  END,
  fixedOrder,
  latestOf,
} from './time-code.ts'

type Expectation = Protocol['course']['expectations'][number]
type Task = Protocol['tasks'][number]
type Milestone = Protocol['course']['milestones'][number]

/** Each sign in the order of its name: its figures known beforehand, or gathered where a test decides. */
export function courseCode(writing: Writing): string {
  const { protocol } = writing
  const counted = protocol.course.expectations.filter(
    (one) => one.until !== undefined && !one.stage,
  )
  const signs = [...new Set(counted.flatMap((one) => one.signs))].sort()
  return signs
    .map((sign) => {
      const own = counted.flatMap((one) => one.signs.filter((s) => s === sign).map(() => one))
      const severe = protocol.triage.severe.until[sign]
      const severeUntil = severe === undefined ? '0' : codedTime(severe, protocol).code
      return signCode({ sign, severeUntil, own }, writing)
    })
    .join('\n')
}

interface SignFigures {
  readonly sign: string
  readonly severeUntil: string
  readonly own: readonly Expectation[]
}

function signCode({ sign, severeUntil, own }: SignFigures, writing: Writing): string {
  const ends = own.map((one) => endOf(one.until, writing.protocol))
  const order = fixedOrder(ends)
  if (own.every((one) => !one.when) && order) {
    const typical = order[Math.floor(order.length / 2)]?.code
    const outer = order[order.length - 1]?.code
    const ids = constant(
      writing,
      own.map((one) => one.id),
    )
    return `course.push({ sign: '${sign}', typicalEnd: ${typical}, outerEnd: ${outer}, severeUntil: ${severeUntil}, after: 0, expectations: ${ids} })`
  }
  const told = own.map((one, k) =>
    gated(one, writing, `ends.push(${ends[k]?.code}); ids.push(${JSON.stringify(one.id)})`),
  )
  return `{ const ends = []; const ids = []
${told.join('\n')}
if (ends.length > 0) { ends.sort(byNumber); course.push({ sign: '${sign}', typicalEnd: ends[ends.length >> 1], outerEnd: ends[ends.length - 1], severeUntil: ${severeUntil}, after: 0, expectations: ids }) } }`
}

function endOf(until: End | undefined, protocol: Protocol): CodedTime {
  if (until === undefined) return END
  const { atLeast, atMost } = boundsOf(until)
  return latestOf([codedTime(atLeast, protocol), codedTime(atMost, protocol)])
}

export function tasksCode(writing: Writing): string {
  return writing.protocol.tasks
    .map((task) => gated(task, writing, `tasks.push(${taskCode(task, writing)})`))
    .join('\n')
}

function taskCode(task: Task, writing: Writing): string {
  const { from, until } = spanOf(task, writing.protocol)
  const subject = task.subject === undefined ? '' : `subject: ${JSON.stringify(task.subject)}, `
  const times = task.times ? `, times: ${constant(writing, task.times)}` : ''
  const every = task.everyDays === undefined ? '' : `, everyDays: ${task.everyDays}`
  return `{ task: ${JSON.stringify(task.id)}, phase: '${task.phase}', ${subject}from: ${from}, until: ${until}${times}${every} }`
}

function spanOf(task: Task, protocol: Protocol): { readonly from: string; readonly until: string } {
  if (task.phase === 'before')
    return {
      from: task.lead === undefined ? 'null' : codedLead(task.lead, protocol).code,
      until: '0',
    }
  const starts = task.statements.map(({ from }) =>
    from === undefined ? END : codedTime(from, protocol),
  )
  const ends = task.statements.flatMap(({ until }) =>
    until === undefined ? [] : [endOf(until, protocol)],
  )
  return {
    from: earliestOf(starts).code,
    until: ends.length === 0 ? 'null' : latestOf(ends).code,
  }
}

/** In the order of their starts, written down where every clock gives the same, else sorted. */
export function milestonesCode(writing: Writing): string {
  const { protocol } = writing
  const all = protocol.course.milestones.map((one) => ({ one, start: startOf(one, protocol) }))
  const order = fixedOrder(all.map(({ start }) => start))
  const listed = order ? [...all].sort((a, b) => a.start.low - b.start.low) : all
  const pushes = listed.map(({ one }) =>
    gated(one, writing, `milestones.push(${milestoneCode(one, protocol)})`),
  )
  return [...pushes, ...(order ? [] : ['milestones.sort(byStart)'])].join('\n')
}

function milestoneCode(one: Milestone, protocol: Protocol): string {
  const [from, until] = [one.from, one.until].map((length) =>
    length === undefined ? 'null' : codedTime(length, protocol).code,
  )
  return `{ milestone: ${JSON.stringify(one.id)}, kind: '${one.kind}', from: ${from}, until: ${until} }`
}

function startOf({ from, until }: Milestone, protocol: Protocol): CodedTime {
  const length = from ?? until
  const last = Number.MAX_SAFE_INTEGER
  return length === undefined
    ? { code: String(last), low: last, high: last }
    : codedTime(length, protocol)
}

function gated(rule: Pick<Expectation, 'when'>, writing: Writing, code: string): string {
  const gate = gateOf(rule, writing)
  return gate ? `if (${gate.applies ?? gate.certain}) { ${code} }` : code
}
