import { type Bits, type FactBits, factBits } from './applicability.ts'
import type { Application } from './application.ts'
import { type CompiledProtocol, compileProtocol, type SubjectRules } from './compiled.ts'
import { courseOf } from './course.ts'
import type { PlanSubject, ProtocolVersion } from './care-plan.ts'
import { contentHash } from './receipt.ts'
import { createMemo, type Memo, remember } from './memo.ts'
import { milestonesOf } from './milestone.ts'
import type { Protocol } from './protocol.ts'
import type { Rest } from './rest.ts'
import { compileRedFlags, type RedFlags } from './red-flag.ts'
import { deviceOf, type PatientFacts, type Procedure } from './session.ts'
import { NEXT_SESSION } from './hold.ts'
import { NO_EFFECTS } from './effects.ts'
import type { SubjectWindows } from './subject-windows.ts'
import { subjectWindows } from './merge-positions.ts'
import { tasksOf } from './task.ts'
import { createZoneTable, elapsedAfter, type Instant, type ZoneTable, yearAbout } from './time.ts'

/**
 * Protocols made ready to plan with, and what has been worked out so far. The shape of a plan depends only on the tests
 * that hold and on how the zone's offsets fall, so each is merged once. The memos change no answer.
 */
export interface Planner {
  readonly shelves: readonly Shelf[]
  readonly zones: Map<string, ZoneTable>
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
  /** By the places and values of the lengths that differ from nominal. */
  readonly clocks: Memo<Clock>
  readonly numbered: { count: number }
  readonly groups: readonly Group[]
  readonly rest: Memo<Rest>
  readonly redFlags: RedFlags
  readonly safetyNet: readonly string[]
}

/** How long after a procedure's end each of the protocol's lengths ends; one `id` for each such list. */
export interface Clock {
  readonly id: number
  readonly instants: readonly Instant[]
}

/** Subjects whose answers depend on the same tests. */
interface Group {
  readonly subjects: readonly number[]
  readonly relevant: readonly { readonly word: number; readonly mask: number }[]
  readonly memo: Memo<readonly SubjectWindows[]>
}

const REMEMBERED_PER_GROUP = 20_000

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
  const key = `${zone} ${year}`
  const known = planner.zones.get(key)
  if (known) return known
  const table = createZoneTable(zone, year)
  planner.zones.set(key, table)
  return table
}

/** What the tests of a protocol say of one procedure and one person. */
export function factsOf(shelf: Shelf, procedure: Procedure, patient: PatientFacts): FactBits {
  return factBits({ procedure, patient }, shelf.compiled.atoms)
}

/** How long after an anchor each of the protocol's lengths ends; equal lists are one clock. */
export function clockOf(shelf: Shelf, table: ZoneTable, anchor: Instant): Clock {
  const instants = elapsedAfter(table, anchor, shelf.compiled.durations)
  const { nominal } = shelf.compiled
  const path: number[] = []
  for (let k = 0; k < instants.length; k++) {
    const elapsed = instants[k] as number
    if (elapsed !== nominal[k]) path.push(k, elapsed)
  }
  return remember(shelf.clocks, path, () => ({ id: shelf.numbered.count++, instants }))
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
    const path = [clock.id]
    for (const { word, mask } of group.relevant) {
      path.push(masked(facts.certain, word, mask), masked(facts.possible, word, mask))
    }
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

export function restOf(shelf: Shelf, clock: Clock, facts: FactBits): Rest {
  return remember(shelf.rest, [clock.id, ...facts.certain], () => {
    const application = applicationOf(shelf, clock, facts)
    return {
      course: courseOf(application),
      tasks: tasksOf(application),
      milestones: milestonesOf(application),
    }
  })
}

/** The protocol laid beside a procedure whose end is 0. */
export function applicationOf(shelf: Shelf, clock: Clock, facts: FactBits): Application {
  return { compiled: shelf.compiled, start: 0, instants: clock.instants, facts }
}

function createShelf(compiled: CompiledProtocol): Shelf {
  const byTests = new Map<string, number[]>()
  compiled.subjects.forEach((subject, k) => {
    const key = subject.relevant.join()
    byTests.set(key, [...(byTests.get(key) ?? []), k])
  })
  return {
    compiled,
    clocks: createMemo(REMEMBERED_PER_GROUP),
    numbered: { count: 0 },
    groups: [...byTests.values()].map((subjects) => createGroup(subjects, compiled)),
    rest: createMemo(REMEMBERED_PER_GROUP),
    redFlags: compileRedFlags(compiled),
    safetyNet: compiled.protocol.triage.safetyNet.map((text) => text.id),
  }
}

function createGroup(subjects: readonly number[], compiled: CompiledProtocol): Group {
  // Every group is made with at least one subject.
  const { relevant } = compiled.subjects[subjects[0] as number] as SubjectRules
  return {
    subjects,
    relevant: relevant.map((mask, word) => ({ word, mask })).filter(({ mask }) => mask !== 0),
    memo: createMemo(REMEMBERED_PER_GROUP),
  }
}

function masked(bits: Bits, word: number, mask: number): number {
  return (bits[word] ?? 0) & mask
}
