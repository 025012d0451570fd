import type { Reason } from '../../packages/engine/src/index.ts'
import { broaderChain, type Position, type Subject } from '../../packages/engine/src/protocol.ts'
import type { CodedGate } from './fact-code.ts'
import { literalSteps } from './literal-steps.ts'
import { rankOf } from './ranks.ts'
import { type Segment, segmentsOf, subjectTimes } from './segments.ts'
import { codedLead, FOREVER, lengthsIn, surelyBy } from './time-code.ts'
import { type Before, constant, gateOf, maskOf, type Speaker, type Writing } from './writing.ts'

export interface SubjectCode {
  readonly body: string
  readonly cases: string | undefined
}

/** The body of the function that gives one subject's windows: `if`s in ledger order, then the walk over their stretches. */
export function subjectCode(
  subject: Subject,
  positions: readonly Position[],
  writing: Writing,
): SubjectCode {
  const speakers = speakersOf(positions, writing)
  const before = preparation(subject, writing)
  const name = JSON.stringify(subject.subject)
  const literal = literalSteps(speakers, before)
  if (literal !== undefined) {
    const reasons = constant(writing, [
      ...speakers.map(({ position }) => reasonOf(position, [])),
      ...before.reasons,
    ])
    const windows = `{ subject: ${name}, steps: [${literal}], reasons: ${reasons} }`
    const body = lengthsIn(windows).length === 0 ? fixed(writing, windows) : `return ${windows}`
    return { body, cases: casesOf(speakers) }
  }
  const added = before.reasons.map((reason) => `reasons.push(${constant(writing, reason)})`)
  const body = [
    'begin()',
    'const reasons = []',
    ...speakers.map((speaker) => speakerCode(speaker, writing)),
    ...added,
    `return { subject: ${name}, steps: sweep([${before.step}], IDS), reasons }`,
  ].join('\n')
  return { body, cases: casesOf(speakers) }
}

/** Up to so many tests on a subject, its few cases are written out; beyond, they are merged. */
const WRITTEN_OUT = 2

/** The number of the case that a person is, as an expression; undefined where there are too many to write out. */
function casesOf(speakers: readonly Speaker[]): string | undefined {
  const gated = speakers.filter(({ gate }) => gate)
  if (gated.length > WRITTEN_OUT) return undefined
  return gated.reduce((sum, { gate, lenient }) => {
    const doubts = lenient ? [] : (gate?.doubts ?? [])
    const applies = gate?.applies ?? (lenient ? gate?.certain : gate?.possible)
    const doubt = doubts.length > 0 ? `(${gate?.certain} ? 0 : ${doubtCode(doubts)})` : '0'
    return `(${sum}) * ${1 + (1 << doubts.length)} + (${applies} ? 1 + ${doubt} : 0)`
  }, '0')
}

function doubtCode(doubts: CodedGate['doubts']): string {
  return doubts.map(({ code }, k) => `((${code}) ? ${1 << k} : 0)`).join(' | ')
}

/** Hours alone: one value for everybody. */
function fixed(writing: Writing, windows: string): string {
  return `return F${writing.fixed.push(windows) - 1}`
}

function speakersOf(positions: readonly Position[], writing: Writing): readonly Speaker[] {
  const times = subjectTimes(positions, writing.protocol)
  const all = positions.map((position): Speaker => {
    const who = writing.ids.indexOf(position.id)
    return {
      position,
      gate: gateOf(position, writing),
      segments: segmentsOf(position, times),
      who: who < 0 ? writing.ids.push(position.id) - 1 : who,
      lenient: position.stance === 'use' || position.stance === 'allow',
    }
  })
  const heard = softened(all)
  const certain = heard.filter((one) => !one.gate).flatMap((one) => one.segments)
  return heard.map((speaker) => ({
    ...speaker,
    segments: speaker.segments.filter((segment) => !certain.some((one) => covers(one, segment))),
  }))
}

/** A stretch that a stricter one of everybody's covers from start to end is never heard: nobody would test for it. */
function covers(one: Segment, segment: Segment): boolean {
  return (
    rankOf(one.status) > rankOf(segment.status) &&
    surelyBy(one.from, segment.from) &&
    surelyBy(segment.to, one.to)
  )
}

/** Beside a prescription that continues, an avoid is a question for the clinician. */
function softened(speakers: readonly Speaker[]): readonly Speaker[] {
  const continued = speakers.find(({ position }) => position.stance === 'continue')
  if (!continued) return speakers
  if (continued.gate || continued.segments[0]?.to !== FOREVER)
    throw new Error('the floor knows only a "continue" without an end')
  return speakers.map((speaker) => ({
    ...speaker,
    segments: speaker.segments.map((segment) =>
      segment.status === 'avoid'
        ? { ...segment, status: 'ask-clinic' as const, endedBy: 'clearance' as const }
        : segment,
    ),
  }))
}

function speakerCode(speaker: Speaker, writing: Writing): string {
  const { gate, lenient, position } = speaker
  if (!gate) {
    return [
      `reasons.push(${constant(writing, reasonOf(position, []))})`,
      ...addCalls(speaker, '0'),
    ].join('\n')
  }
  if (lenient) {
    const said = [`reasons.push(${constant(writing, reasonOf(position, []))})`]
    return `if (${gate.applies ?? gate.certain}) { ${[...said, ...addCalls(speaker, '0')].join('; ')} }`
  }
  const doubt = doubtCode(gate.doubts)
  const variants = Array.from({ length: 1 << gate.doubts.length }, (_, bits) =>
    reasonOf(
      position,
      gate.doubts.filter((_doubt, k) => (bits & (1 << k)) !== 0).map(({ key }) => key),
    ),
  )
  return `if (${gate.applies ?? gate.possible}) { const doubt = ${gate.certain} ? 0 : ${doubt}
  reasons.push(${constant(writing, variants)}[doubt]); const fact = doubt ? 64 : 0
  ${addCalls(speaker, 'fact').join('; ')} }`
}

function addCalls(speaker: Speaker, fact: string): readonly string[] {
  const figure =
    speaker.position.window?.until !== undefined && speaker.position.window.until !== 'cleared'
  return speaker.segments.map((segment) => {
    const packed =
      (speaker.who << 8) | (Number(figure) << 7) | (maskOf(segment) << 3) | rankOf(segment.status)
    const bits = fact === '0' ? String(packed) : `${packed} | ${fact}`
    return `add(${segment.from.code}, ${segment.to.code}, ${bits})`
  })
}

/** What a preparation names, and all that is narrower, is unknown from its lead on: the earliest of them. */
function preparation(subject: Subject, { protocol }: Writing): Before {
  const byCode = new Map(protocol.subjects.map((one) => [one.subject, one]))
  const concerned = new Set<unknown>(
    broaderChain(subject.subject, byCode).map((one) => one.subject),
  )
  const [first] = protocol.preparation
    .filter((one) => concerned.has(one.subject) && one.lead !== undefined)
    .map((one) => ({ ...one, at: codedLead(one.lead ?? '', protocol) }))
    .sort((a, b) => a.at.low - b.at.low)
  if (!first) return { step: '', reasons: [] }
  return {
    step: `{ start: ${first.at.code}, status: 'unknown', governing: ${JSON.stringify(first.id)}, changedBy: CHANGES[1] }`,
    reasons: [
      { id: first.id, kind: 'preparation', source: first.source, stance: 'ask', window: null },
    ],
  }
}

/** What a reason shows: the position's own words. */
function reasonOf(position: Position, unconfirmed: readonly string[]): Reason {
  const { id, source, stance, window, fact, locator, condition, why, note } = position
  return {
    id,
    kind: 'position',
    source,
    stance,
    window: window ?? null,
    ...(fact && { fact }),
    ...(locator !== undefined && { locator }),
    ...(condition !== undefined && { condition }),
    ...(why !== undefined && { why }),
    ...(note !== undefined && { note }),
    ...(unconfirmed.length > 0 && { unconfirmed }),
  }
}
