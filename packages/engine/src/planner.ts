import {
  type Bits,
  bitAt,
  type FactBits,
  factBits,
  gateOf,
  relevantBits,
  WORD_BITS,
} from './applicability.ts'
import type { Application } from './application.ts'
import { type CompiledProtocol, compileProtocol, type SubjectRules } from './compiled.ts'
import { courseOf } from './course.ts'
import type { PlanSubject, ProtocolVersion } from './care-plan.ts'
import { contentHash } from './receipt.ts'
import { createMemo, type Memo, remember } from './memo.ts'
import { milestonesOf } from './milestone.ts'
import type { Duration } from './duration.ts'
import type { Applicability, Protocol } from './protocol.ts'
import type { Rest } from './rest.ts'
import { compileRedFlags, type RedFlags } from './red-flag.ts'
import { deviceOf, type PatientFacts, type Procedure } from './session.ts'
import { NEXT_SESSION } from './hold.ts'
import { NO_EFFECTS } from './effects.ts'
import type { SubjectWindows } from './subject-windows.ts'
import { subjectWindows } from './merge-positions.ts'
import { tasksOf } from './task.ts'
import {
  createZoneTable,
  elapsedAfter,
  type Instant,
  isQuiet,
  type ZoneTable,
  yearAbout,
} from './time.ts'

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
  /** By the places and values of the lengths that differ from nominal: those in days, then those in months too. */
  readonly dayClocks: Memo<DayClock>
  readonly numbered: { count: number }
  readonly groups: readonly Group[]
  readonly course: Part<Rest['course']>
  readonly tasks: Part<Rest['tasks']>
  readonly milestones: Part<Rest['milestones']>
  readonly redFlags: RedFlags
  readonly safetyNet: readonly string[]
}

/** How long after a procedure's end each of the protocol's lengths ends; equal lists are one clock. */
export interface Clock {
  readonly id: number
  /** The same for clocks that differ in months alone. */
  readonly dayId: number
  readonly instants: readonly Instant[]
}

interface DayClock {
  readonly id: number
  readonly byMonths: Memo<Clock>
}

/** What is remembered by the tests that matter to it. */
interface Part<T> {
  readonly relevant: readonly Places[]
  readonly memo: Memo<T>
}

/** Places of bits; what is known of each is one of three: no, perhaps, yes. As digits they make one small integer. */
type Places = readonly number[]
const DIGITS = 18

/** Subjects whose answers depend on the same tests, and on the months of a clock or not. */
interface Group extends Part<readonly SubjectWindows[]> {
  readonly subjects: readonly number[]
  readonly countsMonths: boolean
}

/** Past so many entries a memo starts anew: a bound on memory, not on answers. */
const REMEMBERED = 20_000

export function createPlanner(protocols: readonly Protocol[]): Planner {
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
    versions: protocols.map(({ code, version, ...content }) => ({
      code,
      version,
      hash: contentHash(content),
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
export function clockOf(shelf: Shelf, table: ZoneTable, anchor: Instant): Clock {
  const { compiled, dayClocks, numbered } = shelf
  const quiet = isQuiet(table, anchor, compiled.daySpan)
  const days = quiet ? [] : differing(compiled, compiled.dayPlaces, { table, anchor })
  const day = remember(dayClocks, days, () => ({
    id: numbered.count++,
    byMonths: createMemo<Clock>(REMEMBERED),
  }))
  const months = differing(compiled, compiled.monthPlaces, { table, anchor })
  return remember(day.byMonths, months, () => ({
    id: numbered.count++,
    dayId: day.id,
    instants: compiled.durations.map((duration) => elapsedAfter(table, anchor, duration)),
  }))
}

/** The lengths at these places that are not nominal after the anchor: each place, then its elapsed time. */
function differing(
  { durations, nominal }: CompiledProtocol,
  places: readonly number[],
  { table, anchor }: { readonly table: ZoneTable; readonly anchor: Instant },
): readonly number[] {
  const path: number[] = []
  for (const place of places) {
    // Places are of the protocol's own list of lengths.
    const elapsed = elapsedAfter(table, anchor, durations[place] as Duration)
    if (elapsed !== nominal[place]) path.push(place, elapsed)
  }
  return path
}

/** The merged answers on every subject of the protocol, in its order, where no event has a say. */
export function subjectWindowsOf(
  shelf: Shelf,
  clock: Clock,
  facts: FactBits,
): readonly SubjectWindows[] {
  const { subjects } = shelf.compiled
  const windows = new Array<SubjectWindows>(subjects.length)
  for (const group of shelf.groups) {
    const path = pathOf(group.countsMonths ? clock.id : clock.dayId, group.relevant, facts)
    const found = remember(group.memo, path, () => {
      const application = applicationOf(shelf, clock, facts)
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
export function restOf(shelf: Shelf, clock: Clock, facts: FactBits): Rest {
  const part = <T>({ relevant, memo }: Part<T>, make: (application: Application) => T) =>
    remember(memo, pathOf(clock.id, relevant, facts), () =>
      make(applicationOf(shelf, clock, facts)),
    )
  return {
    course: part(shelf.course, courseOf),
    tasks: part(shelf.tasks, tasksOf),
    milestones: part(shelf.milestones, milestonesOf),
  }
}

/** The clock and what is known of every test that matters, each list of places as one number to the base of three. */
function pathOf(
  clock: number,
  relevant: readonly Places[],
  { certain, possible }: FactBits,
): readonly number[] {
  const path = [clock]
  for (const places of relevant) {
    let key = 0
    for (const place of places) key = key * 3 + bitAt(certain, place) + bitAt(possible, place)
    path.push(key)
  }
  return path
}

/** The protocol laid beside a procedure whose end is 0. */
export function applicationOf(shelf: Shelf, clock: Clock, facts: FactBits): Application {
  return { compiled: shelf.compiled, start: 0, instants: clock.instants, facts }
}

function createShelf(compiled: CompiledProtocol): Shelf {
  const byTests = new Map<string, number[]>()
  compiled.subjects.forEach(({ relevant, countsMonths }, k) => {
    const key = `${countsMonths} ${relevant.join()}`
    byTests.set(key, [...(byTests.get(key) ?? []), k])
  })
  const { protocol } = compiled
  return {
    compiled,
    dayClocks: createMemo(REMEMBERED),
    numbered: { count: 0 },
    groups: [...byTests.values()].map((subjects) => createGroup(subjects, compiled)),
    course: createPart(compiled, protocol.course.expectations),
    tasks: createPart(compiled, protocol.tasks),
    milestones: createPart(compiled, protocol.course.milestones),
    redFlags: compileRedFlags(compiled),
    safetyNet: protocol.triage.safetyNet.map((text) => text.id),
  }
}

function createPart<T>(
  { atoms }: CompiledProtocol,
  rules: readonly { readonly when?: Applicability | undefined }[],
): Part<T> {
  const gates = rules.map(({ when }) => gateOf(when, atoms))
  return { relevant: placesOf(relevantBits(gates, atoms.words)), memo: createMemo(REMEMBERED) }
}

function createGroup(subjects: readonly number[], compiled: CompiledProtocol): Group {
  // Every group is made with at least one subject.
  const { relevant, countsMonths } = compiled.subjects[subjects[0] as number] as SubjectRules
  return { subjects, countsMonths, relevant: placesOf(relevant), memo: createMemo(REMEMBERED) }
}

/** The places of the bits set, in lists short enough for one number each. */
function placesOf(bits: Bits): readonly Places[] {
  const places = bits.flatMap((_, word) =>
    Array.from({ length: WORD_BITS }, (_place, k) => word * WORD_BITS + k),
  )
  const set = places.filter((place) => bitAt(bits, place) === 1)
  return Array.from({ length: Math.ceil(set.length / DIGITS) }, (_, n) =>
    set.slice(n * DIGITS, (n + 1) * DIGITS),
  )
}
