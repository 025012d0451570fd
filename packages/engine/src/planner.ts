import { type Atoms, type FactBits, factBits, gateOf, testsOf } from './applicability.ts'
import type { Application } from './application.ts'
import { type CompiledProtocol, compileProtocol, type SubjectRules } from './compiled.ts'
import { courseOf } from './course.ts'
import type { PlanSubject, ProtocolVersion } from './care-plan.ts'
import { contentHash } from './receipt.ts'
import { milestonesOf } from './milestone.ts'
import type { Applicability, Protocol } from './protocol.ts'
import type { Rest } from './rest.ts'
import { compileRedFlags, feverFrom, type RedFlags } from './red-flag.ts'
import { deviceOf, type PatientFacts, type Procedure } from './session.ts'
import { NEXT_SESSION } from './hold.ts'
import { NO_EFFECTS } from './effects.ts'
import { type Clock, type Clocks, createClocks, findClock } from './clock.ts'
import { createPart, keyOf, type Known, type Part, partOf } from './part.ts'
import type { SubjectWindows } from './subject-windows.ts'
import { subjectWindows } from './merge-positions.ts'
import { tasksOf } from './task.ts'
import { createZoneTable, type Instant, type ZoneTable, yearAbout } from './time.ts'
import { readsCertain } from './voice.ts'

/**
 * Protocols made ready to plan with, and what has been worked out so far. The shape of a plan depends only on the tests
 * that hold and on how the zone's offsets fall, so each is merged once. The memos change no answer.
 */
export interface Planner {
  readonly shelves: readonly Shelf[]
  readonly zones: Map<string, Map<number, ZoneTable>>
  /** Every subject that any of the protocols speaks of, in their order. */
  readonly codes: readonly string[]
  readonly subjects: Readonly<Record<string, PlanSubject>>
  readonly versions: readonly ProtocolVersion[]
  /** What a clearance may name besides a subject: the holds of the series. */
  readonly holds: ReadonlySet<string>
}

/** One protocol, and the merged lists that its procedures have asked for. */
export interface Shelf {
  readonly compiled: CompiledProtocol
  readonly clocks: Clocks
  /** Subjects whose answers turn on the same tests and lengths, by their places. */
  readonly groups: readonly Group[]
  readonly course: Part<Rest['course']>
  readonly tasks: Part<Rest['tasks']>
  readonly milestones: Part<Rest['milestones']>
  readonly redFlags: RedFlags
  /** The tests of the facts that red flags ask for. */
  readonly flagTests: Pick<Atoms, 'words' | 'keys'>
  /** The lowest temperature that counts as fever, in degrees C. */
  readonly feverFrom: number
  readonly safetyNet: readonly string[]
}

interface Group {
  readonly part: Part<readonly SubjectWindows[]>
  readonly subjects: readonly number[]
}

/** A protocol of which a device may get only what it plans with: then it brings the hash of the whole. */
export type ProtocolToPlan = Protocol & { readonly hash?: string }

export function createPlanner(protocols: readonly ProtocolToPlan[]): Planner {
  const compiled = protocols.map(compileProtocol)
  const rules = compiled.flatMap((one) => one.subjects)
  const codes = [...new Set(rules.map((subject) => subject.code))]
  const subjects = Object.fromEntries(
    codes.map((code, index) => [code, planSubject(code, index, rules)]),
  )
  const holds = protocols.flatMap((protocol) => protocol.series.holds.map((hold) => hold.id))
  return {
    shelves: compiled.map(createShelf),
    zones: new Map(),
    codes,
    subjects,
    versions: protocols.map(({ code, version, hash, ...content }) => ({
      code,
      version,
      hash: hash ?? contentHash(content),
    })),
    holds: new Set([...holds, NEXT_SESSION]),
  }
}

function planSubject(code: string, index: number, rules: readonly SubjectRules[]): PlanSubject {
  const voices = rules.filter((one) => one.code === code)
  return {
    index,
    group: voices.every((one) => one.group),
    medicine: voices.some((one) => one.medicine),
    broader: [...new Set(voices.flatMap((one) => one.broader))],
    narrower: [...new Set(voices.flatMap((one) => one.narrower))],
  }
}

/** The protocol that covers a procedure: its code and its device, a device not known being `unknown`. */
export function coverOf(planner: Planner, procedure: Procedure): Shelf | undefined {
  const device = deviceOf(procedure)
  return planner.shelves.find(({ compiled }) =>
    compiled.protocol.covers.some(
      (cover) => cover.code === procedure.code && cover.device.includes(device),
    ),
  )
}

/** The zone's offsets around an instant, worked out once for each zone and year. */
export function zoneTableOf(planner: Planner, zone: string, at: Instant): ZoneTable {
  const year = yearAbout(at)
  const byYear = planner.zones.get(zone) ?? new Map<number, ZoneTable>()
  const table = byYear.get(year) ?? createZoneTable(zone, year)
  if (byYear.size === 0) planner.zones.set(zone, byYear)
  byYear.set(year, table)
  return table
}

/** What the tests of a protocol say of one procedure and one person. */
export function factsOf(shelf: Shelf, procedure: Procedure, patient: PatientFacts): FactBits {
  return factBits({ procedure, patient }, shelf.compiled.atoms)
}

/** How long after an anchor each of the protocol's lengths ends. */
export function clockOf({ compiled, clocks }: Shelf, table: ZoneTable, anchor: Instant): Clock {
  return findClock(compiled, clocks, { table, anchor })
}

/** The merged answers on every subject of the protocol, in its order, where no event has a say. */
export function subjectWindowsOf(shelf: Shelf, known: Known): readonly SubjectWindows[] {
  const { subjects } = shelf.compiled
  const windows = new Array<SubjectWindows>(subjects.length)
  for (const group of shelf.groups) {
    const found = partOf(group.part, known, () => {
      const application = applicationOf(shelf, known)
      return group.subjects.map((k) =>
        subjectWindows(subjects[k] as SubjectRules, application, NO_EFFECTS),
      )
    })
    // A group's list has the windows of each of its subjects.
    for (let k = 0; k < found.length; k++)
      windows[group.subjects[k] as number] = found[k] as SubjectWindows
  }
  return windows
}

/** Course, tasks and milestones after one procedure. */
export function restOf(shelf: Shelf, known: Known): Rest {
  return {
    course: partOf(shelf.course, known, () => courseOf(applicationOf(shelf, known))),
    tasks: partOf(shelf.tasks, known, () => tasksOf(applicationOf(shelf, known))),
    milestones: partOf(shelf.milestones, known, () => milestonesOf(applicationOf(shelf, known))),
  }
}

/** The protocol laid beside a procedure whose end is 0. */
export function applicationOf({ compiled }: Shelf, { clock, facts }: Known): Application {
  return { compiled, start: 0, instants: clock.instants, facts }
}

function createShelf(compiled: CompiledProtocol): Shelf {
  const { protocol } = compiled
  const redFlags = compileRedFlags(compiled)
  const groups = groupsOf(compiled)
  const rest = restParts(compiled, groups.length)
  const parts = [...groups.map(({ part }) => part), rest.course, rest.tasks, rest.milestones]
  return {
    compiled,
    clocks: createClocks(parts),
    groups,
    ...rest,
    redFlags,
    flagTests: testsOf(
      [...redFlags.values()].flatMap((flags) => flags.map(({ gate }) => gate)),
      compiled.atoms,
    ),
    feverFrom: feverFrom(redFlags),
    safetyNet: protocol.triage.safetyNet.map((text) => text.id),
  }
}

function groupsOf(compiled: CompiledProtocol): readonly Group[] {
  const groups = new Map<string, { part: Group['part']; subjects: number[] }>()
  compiled.subjects.forEach(({ rules, lengths }, k) => {
    const gates = rules.map(({ gate, stance }) => ({ gate, certain: readsCertain(stance) }))
    const part: Group['part'] = createPart(groups.size, { gates, lengths }, compiled)
    const key = keyOf(part)
    const group = groups.get(key) ?? { part, subjects: [] }
    group.subjects.push(k)
    groups.set(key, group)
  })
  return [...groups.values()]
}

function restParts(
  compiled: CompiledProtocol,
  first: number,
): Pick<Shelf, 'course' | 'tasks' | 'milestones'> {
  const { protocol, restLengths } = compiled
  const partOn = <T>(
    number: number,
    rules: readonly { readonly when?: Applicability | undefined }[],
    lengths: readonly number[],
  ): Part<T> => {
    const gates = rules.map(({ when }) => ({ gate: gateOf(when, compiled.atoms), certain: true }))
    return createPart(number, { gates, lengths }, compiled)
  }
  return {
    course: partOn(first, protocol.course.expectations, restLengths.course),
    tasks: partOn(first + 1, protocol.tasks, restLengths.tasks),
    milestones: partOn(first + 2, protocol.course.milestones, restLengths.milestones),
  }
}
