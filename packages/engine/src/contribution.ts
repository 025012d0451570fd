import type { Application } from './application.ts'
import type { SubjectRules } from './compiled.ts'
import {
  effectsOn,
  heardEvents,
  NO_EFFECTS,
  type ProcedureEffects,
  procedureEffects,
} from './effects.ts'
import type { Issue } from './issue.ts'
import type { Rest } from './rest.ts'
import { refusedOverrides } from './override.ts'
import {
  applicationOf,
  clockOf,
  coverOf,
  factsOf,
  type Planner,
  restOf,
  type Shelf,
  subjectWindowsOf,
  zoneTableOf,
} from './planner.ts'
import { isEndUnknown, type Revision, type Session } from './session.ts'
import { knownOf } from './part.ts'
import { createWindows, type Step, type SubjectWindows } from './subject-windows.ts'
import { subjectWindows } from './merge-positions.ts'

/** Everything that one reading of one procedure adds to a plan; instants relative to the procedure's end. */
export interface Contribution {
  readonly revision: Revision
  /** The code of the protocol that covers it; null where none does. */
  readonly protocol: string | null
  /** By place among the planner's subjects; merged when they are looked at, and each time. */
  readonly windows: readonly SubjectWindows[]
  readonly rest: Rest
  readonly issues: readonly Issue[]
}

/** One reading of one procedure, in the session it belongs to. */
export interface Reading {
  readonly planner: Planner
  readonly session: Session
  readonly revision: Revision
}

export function contributionOf(reading: Reading): Contribution {
  const shelf = coverOf(reading.planner, reading.revision.procedure)
  return shelf ? covered(reading, shelf) : uncovered(reading)
}

function covered({ planner, session, revision }: Reading, shelf: Shelf): Contribution {
  const table = zoneTableOf(planner, revision.zone, revision.endedAt)
  const facts = factsOf(shelf, revision.procedure, session.patient)
  const clock = clockOf(shelf, table, revision.endedAt)
  const known = knownOf(shelf.compiled, clock, facts)
  const still = subjectWindowsOf(shelf, known)
  const effects = procedureEffects(heardEvents(session.events, revision), revision.endedAt, table)
  const rest = restOf(shelf, known)
  const told = effects && withEvents(effects, applicationOf(shelf, known), still)
  return {
    revision,
    protocol: shelf.compiled.protocol.code,
    get windows() {
      const windows = told?.windows ?? still
      return planner.shelves.length === 1 ? windows : placed(planner, shelf, windows)
    },
    rest: isEndUnknown(revision) ? { ...rest, course: [] } : rest,
    issues: told?.issues ?? [],
  }
}

/** Works out anew the subjects that an event has a say on; the others keep their merged lists. */
function withEvents(
  effects: ProcedureEffects,
  application: Application,
  still: readonly SubjectWindows[],
): Pick<Contribution, 'windows' | 'issues'> {
  const refusals = refusedOverrides(effects, application)
  return {
    get windows() {
      return application.compiled.subjects.map((subject, k) => {
        const own = effectsOn(subject, effects, refusals.indexes)
        // `still` has the windows of each subject of the protocol, in its order.
        return own === NO_EFFECTS
          ? (still[k] as SubjectWindows)
          : subjectWindows(subject, application, own)
      })
    },
    issues: refusals.issues,
  }
}

/** Spreads one protocol's subjects over the planner's; of the others this procedure's protocol says nothing: unknown. */
function placed(
  planner: Planner,
  shelf: Shelf,
  windows: readonly SubjectWindows[],
): readonly SubjectWindows[] {
  const all = planner.codes.map((code) =>
    createWindows(code, planner.subjects[code]?.group ? [] : [SILENT], []),
  )
  shelf.compiled.subjects.forEach(({ code }, k) => {
    const index = planner.subjects[code]?.index
    const own = windows[k]
    // A group of this protocol that another one speaks of itself: of it this one says nothing.
    if (index !== undefined && own && own.steps.length > 0) all[index] = own
  })
  return all
}

const SILENT: Step = { start: 0, status: 'unknown', governing: null, changedBy: ['clearance'] }

const NOTHING: Rest = { course: [], tasks: [], milestones: [] }

/**
 * No protocol covers it: from its end on every subject is for the clinic, until a clinician has cleared that subject. What
 * a clinician set for this person, or the person's own doctor said, counts as after any procedure.
 */
function uncovered({ planner, session, revision }: Reading): Contribution {
  const [shelf] = planner.shelves
  const windows = shelf ? askedOf({ planner, session, revision }, shelf) : []
  return { revision, protocol: null, windows, rest: NOTHING, issues: [notCovered(revision)] }
}

/** The first protocol lends only its recovery ends: how long an advice lasts that waits for a clinician. */
function askedOf({ planner, session, revision }: Reading, shelf: Shelf): readonly SubjectWindows[] {
  const table = zoneTableOf(planner, revision.zone, revision.endedAt)
  const clock = clockOf(shelf, table, revision.endedAt)
  const facts = factsOf(shelf, revision.procedure, session.patient)
  const application = applicationOf(shelf, knownOf(shelf.compiled, clock, facts))
  const effects = procedureEffects(heardEvents(session.events, revision), revision.endedAt, table)
  return planner.codes.map((code) => {
    const subject = asking(planner, revision, code)
    const own = effects ? effectsOn(subject, effects, NONE_REFUSED) : NO_EFFECTS
    return subjectWindows(subject, application, own)
  })
}

/** There is no figure to go below. */
const NONE_REFUSED: ReadonlySet<number> = new Set()

/** A subject of which nothing is said but to ask. */
function asking({ subjects }: Planner, { procedure }: Revision, code: string): SubjectRules {
  const { group = false, medicine = false, broader = [], narrower = [] } = subjects[code] ?? {}
  return {
    code,
    group,
    medicine,
    broader,
    narrower,
    rules: [openAsk(procedure.code)],
    statedEnds: [],
    floorEnds: [],
    lengths: [],
    ifDone: undefined,
    preparations: [],
  }
}

/** From the end on, until a clearance ends it. */
function openAsk(source: string): SubjectRules['rules'][number] {
  const position = { id: 'not-covered', source, stance: 'ask' as const }
  return {
    position,
    reason: { ...position, kind: 'not-covered', window: null },
    stance: 'ask',
    gate: undefined,
    from: undefined,
    ends: [],
    cleared: false,
    settledSigns: [],
    maybe: undefined,
  }
}

function notCovered({ procedure }: Revision): Issue {
  const device = procedure.device === undefined ? '' : ` (${procedure.device})`
  return {
    severity: 'information',
    code: 'not-supported',
    diagnostics: `No protocol here covers "${procedure.code}"${device}: for everything after it, ask the clinic that did it.`,
    expression: `procedures[${procedure.id}]`,
  }
}
