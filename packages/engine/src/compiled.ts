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
import { type Atoms, collectAtoms, type Gate, gateOf } from './applicability.ts'
import type { Reason } from './reason.ts'
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
  /** The position as an answer shows it. */
  readonly reason: Reason
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
  /** Every length that its windows may turn on, preparation and recovery ends included. */
  readonly lengths: readonly DurationIndex[]
  readonly ifDone: Protocol['subjects'][number]['ifDone']
  /** What to keep from before a planned session, and from how long before it. */
  readonly preparations: readonly {
    readonly id: string
    readonly source: string
    readonly lead: DurationIndex
  }[]
}

/** The place of a length in `CompiledProtocol.durations`. */
export type DurationIndex = number

export interface CompiledProtocol {
  readonly protocol: Protocol
  readonly durations: readonly Duration[]
  /** The same lengths where no offset changes: what a clock is compared with. */
  readonly nominal: readonly number[]
  /** The places of the lengths in days, and of those in months; hours are the same on every clock. */
  readonly dayPlaces: readonly DurationIndex[]
  readonly monthPlaces: readonly DurationIndex[]
  /** Between which elapsed times, by nominal length, the lengths in days end. */
  readonly daySpan: { readonly earliest: number; readonly latest: number }
  readonly atoms: Atoms
  readonly subjects: readonly SubjectRules[]
  /** Every length that the course, the tasks and the milestones turn on. */
  readonly restLengths: RestLengths
  readonly typicalRecoveryEnd: DurationIndex
  readonly outerRecoveryEnd: DurationIndex
  readonly indexOf: (length: Length) => DurationIndex
  /** The same length before the procedure. */
  readonly leadIndexOf: (length: Length) => DurationIndex
}

type RestLengths = Readonly<Record<'course' | 'tasks' | 'milestones', readonly DurationIndex[]>>

/** The signs of the course but pigment: what "total recovery" means. */
function courseSigns(protocol: Protocol): readonly Sign[] {
  const signs = protocol.course.expectations.flatMap((expectation) => expectation.signs)
  return [...new Set(signs)].filter((sign) => sign !== 'pigment-change').sort()
}

/** Takes a checked protocol apart once: per subject every position that speaks of it, inherited ones resolved. */
export function compileProtocol(protocol: Protocol): CompiledProtocol {
  const lengths = createLengths(protocol)
  const atoms = collectAtoms(applicabilitiesOf(protocol), KNOWN_CODES)
  const subjects = compileSubjects(protocol, lengths, atoms)
  const restLengths = restLengthsOf(protocol, lengths)
  const typicalRecoveryEnd = lengths.indexOf({ reading: 'typical-recovery' })
  const outerRecoveryEnd = lengths.indexOf({ reading: 'outer-recovery' })
  return {
    protocol,
    atoms,
    subjects,
    restLengths,
    typicalRecoveryEnd,
    outerRecoveryEnd,
    ...lengths,
    ...placesOf(lengths.durations),
  }
}

function placesOf(
  durations: readonly Duration[],
): Pick<CompiledProtocol, 'nominal' | 'dayPlaces' | 'monthPlaces' | 'daySpan'> {
  const nominal = durations.map(nominalMilliseconds)
  const placesIn = (kind: Duration['kind']) =>
    durations.flatMap((one, k) => (one.kind === kind ? [k] : []))
  const dayPlaces = placesIn('days')
  const days = dayPlaces.map((k) => nominal[k] as number)
  return {
    nominal,
    dayPlaces,
    monthPlaces: placesIn('months'),
    daySpan: { earliest: Math.min(0, ...days), latest: Math.max(0, ...days) },
  }
}

/** Numbers every length of a protocol in the order met: the same length has one number. */
interface Lengths {
  readonly durations: readonly Duration[]
  readonly indexOf: (length: Length) => DurationIndex
  readonly leadIndexOf: (length: Length) => DurationIndex
}

function createLengths(protocol: Protocol): Lengths {
  const durations: Duration[] = []
  const indexes = new Map<string, DurationIndex>()
  const numbered = (key: string, duration: Duration) => {
    const index = indexes.get(key) ?? durations.push(duration) - 1
    indexes.set(key, index)
    return index
  }
  const read = (length: Length) => readLength(length, protocol) ?? ''
  return {
    durations,
    indexOf: (length) => numbered(read(length), requireDuration(read(length))),
    leadIndexOf: (length) => numbered(`-${read(length)}`, negated(requireDuration(read(length)))),
  }
}

function compileSubjects(
  protocol: Protocol,
  lengths: Lengths,
  atoms: Atoms,
): readonly SubjectRules[] {
  const byCode = new Map(protocol.subjects.map((subject) => [subject.subject, subject]))
  return protocol.subjects.map(({ subject, group, medicine, ifDone }): SubjectRules => {
    const rules = positionsOn(subject, byCode).map((position) => ({
      ...compileWindow(position, lengths, courseSigns(protocol)),
      gate: gateOf(position.when, atoms),
    }))
    const broader = broaderCodes(subject, byCode)
    const preparations = preparationsOf([subject, ...broader], protocol, lengths)
    return {
      code: subject,
      group: group ?? false,
      medicine: medicine ?? false,
      broader,
      narrower: narrowerCodes(subject, protocol),
      rules,
      ...endsStatedBy(rules.filter((rule) => rule.stance === 'avoid')),
      lengths: lengthsOf(rules, preparations, lengths),
      ifDone,
      preparations,
    }
  })
}

function narrowerCodes(subject: string, { subjects }: Protocol): readonly string[] {
  return subjects.filter((one) => one.broader === subject).map((one) => one.subject)
}

function endsStatedBy(avoids: readonly Rule[]): Pick<SubjectRules, 'statedEnds' | 'floorEnds'> {
  return {
    statedEnds: unique(avoids.filter((rule) => !rule.gate).flatMap((rule) => rule.ends)),
    floorEnds: unique(avoids.flatMap((rule) => rule.ends)),
  }
}

function compileWindow(
  position: Position,
  { indexOf }: Lengths,
  allSigns: readonly Sign[],
): Omit<Rule, 'gate'> {
  const { stance, window } = position
  return {
    position,
    reason: reasonFor(position),
    stance,
    from: window?.from === undefined ? undefined : indexOf(window.from),
    ends: endsOf(position).map(indexOf),
    cleared: window?.until === 'cleared' || (window?.and?.includes('cleared') ?? false),
    settledSigns: settledSignsOf(position, allSigns),
    maybe: window?.maybe === undefined ? undefined : indexOf(window.maybe),
  }
}

function reasonFor({
  id,
  source,
  stance,
  window,
  fact,
  locator,
  condition,
  why,
  note,
}: Position): Reason {
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
  }
}

/** What to keep from before a session, of the subject itself or a broader one. */
function preparationsOf(
  subjects: readonly string[],
  { preparation }: Protocol,
  { leadIndexOf }: Lengths,
): SubjectRules['preparations'] {
  return preparation.flatMap((one) =>
    one.subject !== undefined && subjects.includes(one.subject) && one.lead !== undefined
      ? [{ id: one.id, source: one.source, lead: leadIndexOf(one.lead) }]
      : [],
  )
}

/** Numbers the lengths of the course, the tasks, the milestones and triage too, so that one clock serves all. */
function restLengthsOf(
  { course, tasks, triage }: Protocol,
  { indexOf, leadIndexOf }: Lengths,
): RestLengths {
  const spanned = (spans: readonly { from?: Length | undefined; until?: End | undefined }[]) =>
    spans.flatMap(({ from, until }) => [
      ...(from === undefined ? [] : [indexOf(from)]),
      ...(until === undefined ? [] : Object.values(boundsOf(until)).map(indexOf)),
    ])
  const leads = tasks.flatMap(({ lead }) => (lead === undefined ? [] : [leadIndexOf(lead)]))
  return {
    course: [
      ...spanned(course.expectations),
      ...Object.values(triage.severe.until).map((until) => indexOf(until)),
    ],
    tasks: [...spanned(tasks.flatMap((task) => task.statements)), ...leads],
    milestones: spanned(course.milestones),
  }
}

const KNOWN_CODES = {
  device: DEVICES,
  bodySites: BODY_SITES,
  adjuncts: ADJUNCTS,
  setting: SETTINGS,
  indications: INDICATIONS,
  needleDepthMm: [],
  fitzpatrickSkinType: FITZPATRICK_SKIN_TYPES,
  medicines: MEDICINES,
  history: HISTORY,
} as const

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

function lengthsOf(
  rules: readonly Omit<Rule, 'gate'>[],
  preparations: SubjectRules['preparations'],
  { indexOf }: Lengths,
): readonly DurationIndex[] {
  const recovery = [
    indexOf({ reading: 'typical-recovery' }),
    indexOf({ reading: 'outer-recovery' }),
  ]
  const leads = preparations.map(({ lead }) => lead)
  const own = rules.flatMap(({ from, maybe, ends }) => [from, maybe, ...ends])
  return unique([...recovery, ...leads, ...own].filter((one) => one !== undefined))
}

function unique(indexes: readonly DurationIndex[]): readonly DurationIndex[] {
  return [...new Set(indexes)]
}
