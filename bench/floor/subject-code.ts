import type { Reason } from '../../packages/engine/src/index.ts'
import type { Position, Protocol, Subject } from '../../packages/engine/src/protocol.ts'
import { type CodedGate, codedGate } from './fact-code.ts'
import { literalSteps } from './literal-steps.ts'
import { rankOf } from './ranks.ts'
import { type Segment, segmentsOf, subjectTimes } from './segments.ts'
import { codedLead, FOREVER, lengthsIn, surelyBy } from './time-code.ts'

/** What a subject's code needs from around it. */
export interface Writing {
  readonly protocol: Protocol
  /** Every test of the ledger in the order met. */
  readonly order: readonly string[]
  /** The ids of the positions, numbered; code names them by number. */
  readonly ids: string[]
  /** Shared values that the code names as `C[k]`. */
  readonly constants: unknown[]
  /** The code of windows that are the same for everybody, named `F0`, `F1`... */
  readonly fixed: string[]
}

/** One position that speaks of the subject, made ready to be written down. */
export interface Speaker {
  readonly position: Position
  readonly gate: CodedGate | undefined
  readonly segments: readonly Segment[]
  readonly who: number
  readonly lenient: boolean
}

/** The body of the function that gives one subject's windows: `if`s in ledger order, then the walk over their stretches. */
export function subjectCode(
  subject: Subject,
  positions: readonly Position[],
  writing: Writing,
): string {
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
    return lengthsIn(windows).length === 0 ? fixed(writing, windows) : `return ${windows}`
  }
  const added = before.reasons.map((reason) => `reasons.push(${constant(writing, reason)})`)
  return [
    'begin()',
    'const reasons = []',
    ...speakers.map((speaker) => speakerCode(speaker, writing)),
    ...added,
    `return { subject: ${name}, steps: sweep([${before.step}], IDS), reasons }`,
  ].join('\n')
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
      gate: position.when && codedGate(position.when, writing.order),
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
      segment.status === 'avoid' ? { ...segment, status: 'ask-clinic' as const } : segment,
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
    return `if (${gate.certain}) { ${[...said, ...addCalls(speaker, '0')].join('; ')} }`
  }
  const doubt = gate.doubts
    .map(({ code }, k) => `((${code}) ? ${1 << k} : 0)`)
    .join(' | ')
  const variants = Array.from({ length: 1 << gate.doubts.length }, (_, bits) =>
    reasonOf(
      position,
      gate.doubts.filter((_doubt, k) => (bits & (1 << k)) !== 0).map(({ key }) => key),
    ),
  )
  return `if (${gate.possible}) { const doubt = ${gate.certain} ? 0 : ${doubt}
  reasons.push(${constant(writing, variants)}[doubt]); const fact = doubt ? 64 : 0
  ${addCalls(speaker, 'fact').join('; ')} }`
}

function addCalls(speaker: Speaker, fact: string): readonly string[] {
  const figure = speaker.position.window?.until !== undefined && speaker.position.window.until !== 'cleared'
  return speaker.segments.map((segment) => {
    const packed =
      (speaker.who << 8) | (Number(figure) << 7) | (maskOf(segment) << 3) | rankOf(segment.status)
    const bits = fact === '0' ? String(packed) : `${packed} | ${fact}`
    return `add(${segment.from.code}, ${segment.to.code}, ${bits})`
  })
}

/** What would end a stretch: time 1, report 2, clearance 4. */
export function maskOf({ to, endedBy }: Segment): number {
  return (to === FOREVER ? 0 : 1) | (endedBy === 'report' ? 2 : endedBy === 'clearance' ? 4 : 0)
}

export function constant(writing: Writing, value: unknown): string {
  return `C[${writing.constants.push(value) - 1}]`
}

export interface Before {
  /** The code of the step before the procedure's end; empty for none. */
  readonly step: string
  readonly reasons: readonly Reason[]
}

/** What a preparation names is unknown from its lead on: the earliest of them. */
function preparation(subject: Subject, { protocol }: Writing): Before {
  const [first] = protocol.preparation
    .filter((one) => one.subject === subject.subject && one.lead !== undefined)
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
export function reasonOf(position: Position, unconfirmed: readonly string[]): Reason {
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
