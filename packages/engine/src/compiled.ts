import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  MEDICINES,
  SETTINGS,
  type Sign,
  type Stance,
} from './codes.ts'
import { type Atoms, type Bits, collectAtoms, type Gate, gateOf } from './applicability.ts'
import { type Duration, negated, nominalMilliseconds } from './duration.ts'
import {
  applicabilitiesOf,
  boundsOf,
  type End,
  type Length,
  type Position,
  positionsOn,
  type Protocol,
  readLength,
  requireDuration,
} from './protocol.ts'

/** One position made ready for a clock: lengths are numbers into `CompiledProtocol.durations`. */
export interface Rule {
  readonly position: Position
  readonly stance: Stance
  readonly gate: Gate | undefined
  readonly from: DurationIndex | undefined
  /** Both ends of the stated length; the strict one is found on the clock. Empty where no length is stated. */
  readonly ends: readonly DurationIndex[]
  readonly cleared: boolean
  /** The signs that must be gone; empty where the position names none. */
  readonly settledSigns: readonly Sign[]
  readonly maybe: DurationIndex | undefined
}

export interface SubjectRules {
  readonly code: string
  readonly group: boolean
  readonly medicine: boolean
  readonly broader: readonly string[]
  readonly narrower: readonly string[]
  readonly rules: readonly Rule[]
  /** Ends stated by avoids without a test: an open avoid takes the latest of them. */
  readonly statedEnds: readonly DurationIndex[]
  /** Every numeric avoid end, lower ends included: no override may go below the earliest. */
  readonly floorEnds: readonly DurationIndex[]
  /** The bits that change an answer on this subject. */
  readonly relevant: Bits
  readonly ifDone: Protocol['subjects'][number]['ifDone']
  /** What to keep from before a planned session, and from how long before it. */
  readonly preparations: readonly {
    readonly id: string
    readonly source: string
    readonly lead: DurationIndex
  }[]
}

export type DurationIndex = number

export interface CompiledProtocol {
  readonly protocol: Protocol
  readonly durations: readonly Duration[]
  /** The same lengths where no offset changes: what a clock is compared with. */
  readonly nominal: readonly number[]
  readonly atoms: Atoms
  readonly subjects: readonly SubjectRules[]
  readonly typicalRecoveryEnd: DurationIndex
  readonly outerRecoveryEnd: DurationIndex
  readonly indexOf: (length: Length) => DurationIndex
  /** The same length before the procedure. */
  readonly leadIndexOf: (length: Length) => DurationIndex
}

/** The signs of the course but pigment: what "total recovery" means. */
export function courseSigns(protocol: Protocol): readonly Sign[] {
  const signs = protocol.course.expectations.flatMap((expectation) => expectation.signs)
  return [...new Set(signs)].filter((sign) => sign !== 'pigment-change').sort()
}

/** Takes a checked protocol apart once: per subject every position that speaks of it, inherited ones resolved. */
export function compileProtocol(protocol: Protocol): CompiledProtocol {
  const durations: Duration[] = []
  const indexes = new Map<string, DurationIndex>()
  const indexIn = (key: string, duration: Duration) => {
    const known = indexes.get(key)
    if (known !== undefined) return known
    durations.push(duration)
    indexes.set(key, durations.length - 1)
    return durations.length - 1
  }
  const indexOf = (length: Length) => {
    const text = readLength(length, protocol) ?? ''
    return indexIn(text, requireDuration(text))
  }
  const leadIndexOf = (length: Length) => {
    const text = readLength(length, protocol) ?? ''
    return indexIn(`-${text}`, negated(requireDuration(text)))
  }
  const atoms = collectAtoms(applicabilitiesOf(protocol), KNOWN_CODES)
  const allSigns = courseSigns(protocol)
  const byCode = new Map(protocol.subjects.map((subject) => [subject.subject, subject]))
  const compileRule = (position: Position): Rule => ({
    position,
    stance: position.stance,
    gate: gateOf(position.when, atoms),
    from: position.window?.from === undefined ? undefined : indexOf(position.window.from),
    ends: endsOf(position).map(indexOf),
    cleared:
      position.window?.until === 'cleared' || (position.window?.and?.includes('cleared') ?? false),
    settledSigns: settledSignsOf(position, allSigns),
    maybe: position.window?.maybe === undefined ? undefined : indexOf(position.window.maybe),
  })
  const subjects = protocol.subjects.map((subject): SubjectRules => {
    const rules = positionsOn(subject.subject, byCode).map(compileRule)
    const avoids = rules.filter((rule) => rule.stance === 'avoid')
    return {
      code: subject.subject,
      group: subject.group ?? false,
      medicine: subject.medicine ?? false,
      broader: broaderCodes(subject.subject, byCode),
      narrower: protocol.subjects
        .filter((one) => one.broader === subject.subject)
        .map((one) => one.subject),
      rules,
      statedEnds: unique(avoids.filter((rule) => !rule.gate).flatMap((rule) => rule.ends)),
      floorEnds: unique(avoids.flatMap((rule) => rule.ends)),
      relevant: relevantBits(rules, atoms.words),
      ifDone: subject.ifDone,
      preparations: protocol.preparation
        .filter((one) => one.subject === subject.subject && one.lead !== undefined)
        .map((one) => ({ id: one.id, source: one.source, lead: leadIndexOf(one.lead ?? '') })),
    }
  })
  indexTheRest(protocol, indexOf, leadIndexOf)
  return {
    protocol,
    atoms,
    subjects,
    typicalRecoveryEnd: indexOf({ reading: 'typical-recovery' }),
    outerRecoveryEnd: indexOf({ reading: 'outer-recovery' }),
    durations,
    nominal: durations.map(nominalMilliseconds),
    indexOf,
    leadIndexOf,
  }
}

/** Lengths of the course, the tasks and the milestones: numbered now, so that one clock serves all. */
function indexTheRest(
  protocol: Protocol,
  indexOf: (length: Length) => DurationIndex,
  leadIndexOf: (length: Length) => DurationIndex,
): void {
  const ends = (from: Length | undefined, until: End | undefined) => {
    if (from !== undefined) indexOf(from)
    if (until !== undefined) Object.values(boundsOf(until)).forEach(indexOf)
  }
  for (const { from, until } of protocol.course.expectations) ends(from, until)
  for (const { from, until } of protocol.course.milestones) ends(from, until)
  for (const task of protocol.tasks) {
    if (task.lead !== undefined) leadIndexOf(task.lead)
    for (const { from, until } of task.statements) ends(from, until)
  }
  for (const until of Object.values(protocol.triage.severe.until)) indexOf(until)
  for (const flag of protocol.triage.redFlags) ends(flag.from, undefined)
}

const KNOWN_CODES: Atoms['known'] = {
  device: new Set(DEVICES),
  bodySites: new Set(BODY_SITES),
  adjuncts: new Set(ADJUNCTS),
  setting: new Set(SETTINGS),
  indications: new Set(INDICATIONS),
  needleDepthMm: new Set(),
  fitzpatrickSkinType: new Set(FITZPATRICK_SKIN_TYPES),
  medicines: new Set(MEDICINES),
  history: new Set(HISTORY),
}

function endsOf(position: Position): readonly Length[] {
  const until = position.window?.until
  if (until === undefined || until === 'cleared') return []
  const { atLeast, atMost } = boundsOf(until satisfies End)
  return atLeast === atMost ? [atMost] : [atLeast, atMost]
}

function settledSignsOf(position: Position, all: readonly Sign[]): readonly Sign[] {
  if (!position.window?.and?.includes('settled')) return []
  const { signs } = position.window
  return signs === 'all' || signs === undefined ? all : signs
}

function broaderCodes(
  code: string,
  byCode: ReadonlyMap<string, Protocol['subjects'][number]>,
): readonly string[] {
  const codes: string[] = []
  for (
    let next = byCode.get(code)?.broader;
    next && !codes.includes(next);
    next = byCode.get(next)?.broader
  ) {
    codes.push(next)
  }
  return codes
}

function relevantBits(rules: readonly Rule[], words: number): Bits {
  const bits = new Array<number>(words).fill(0)
  for (const rule of rules) {
    for (const group of rule.gate ? [rule.gate.all, ...rule.gate.anyOf] : []) {
      group.forEach((word, w) => {
        bits[w] = (bits[w] ?? 0) | word
      })
    }
  }
  return bits
}

function unique(indexes: readonly DurationIndex[]): readonly DurationIndex[] {
  return [...new Set(indexes)]
}
