import type { Application } from './application.ts'
import { effectsOn, NO_EFFECTS, type ProcedureEffects, procedureEffects } from './effects.ts'
import type { Issue } from './issue.ts'
import type { Reason } from './reason.ts'
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
import type { Revision, Session } from './session.ts'
import { knownOf } from './shape.ts'
import { createWindows, type Elapsed, type Step, type SubjectWindows } from './subject-windows.ts'
import { subjectWindows } from './merge-positions.ts'

/** Everything that one reading of one procedure adds to a plan; instants relative to the procedure's end. */
export interface Contribution {
  readonly revision: Revision
  /** The code of the protocol that covers it; null where none does. */
  readonly protocol: string | null
  /** By place among the planner's subjects. */
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
  const effects = procedureEffects(session.events, revision.endedAt, table)
  const rest = restOf(shelf, known)
  const told = effects && withEvents(effects, applicationOf(shelf, known), still)
  const windows = told?.windows ?? still
  return {
    revision,
    protocol: shelf.compiled.protocol.code,
    windows: planner.shelves.length === 1 ? windows : placed(planner, shelf, windows),
    rest: onGuess(revision) ? { ...rest, course: [] } : rest,
    issues: told?.issues ?? [],
  }
}

/** An end that nobody knows and nothing has corrected yet: how far along the course is cannot be said. */
function onGuess({ procedure, validFrom }: Revision): boolean {
  return procedure.endedAtEstimated === true && validFrom === Number.NEGATIVE_INFINITY
}

/** Works out anew the subjects that an event has a say on; the others keep their merged lists. */
function withEvents(
  effects: ProcedureEffects,
  application: Application,
  still: readonly SubjectWindows[],
): Pick<Contribution, 'windows' | 'issues'> {
  const refusals = refusedOverrides(effects, application)
  const windows = application.compiled.subjects.map((subject, k) => {
    const own = effectsOn(subject, effects, refusals.indexes)
    // `still` has the windows of each subject of the protocol, in its order.
    return own === NO_EFFECTS
      ? (still[k] as SubjectWindows)
      : subjectWindows(subject, application, own)
  })
  return { windows, issues: refusals.issues }
}

/** Spreads one protocol's subjects over the planner's; of the others this procedure's protocol says nothing: unknown. */
function placed(
  planner: Planner,
  shelf: Shelf,
  windows: readonly SubjectWindows[],
): readonly SubjectWindows[] {
  const all = planner.codes.map((subject) =>
    answered(planner, subject, { steps: [SILENT], reasons: [] }),
  )
  shelf.compiled.subjects.forEach(({ code }, k) => {
    const index = planner.subjects[code]?.index
    const own = windows[k]
    if (index !== undefined && own) all[index] = own
  })
  return all
}

const SILENT: Step = { start: 0, status: 'unknown', governing: null, changedBy: ['clearance'] }
const ASKING: Step = {
  start: 0,
  status: 'ask-clinic',
  governing: 'not-covered',
  changedBy: ['clearance'],
}
const CLEARED: Omit<Step, 'start'> = { status: 'allowed', governing: null, changedBy: [] }

const NOTHING: Rest = { course: [], tasks: [], milestones: [] }

/** No protocol covers it: from its end on every subject is for the clinic, until a clinician has cleared that subject. */
function uncovered({ planner, session, revision }: Reading): Contribution {
  const reasons: readonly Reason[] = [
    {
      id: 'not-covered',
      kind: 'not-covered',
      source: revision.procedure.code,
      stance: 'ask',
      window: null,
    },
  ]
  const windows = planner.codes.map((subject) => {
    const cleared = clearedAfter(session, revision, [
      subject,
      ...(planner.subjects[subject]?.broader ?? []),
    ])
    const asked = cleared === 0 ? [] : [ASKING]
    const steps = cleared === undefined ? [ASKING] : [...asked, { ...CLEARED, start: cleared }]
    return answered(planner, subject, { steps, reasons })
  })
  return { revision, protocol: null, windows, rest: NOTHING, issues: [notCovered(revision)] }
}

/** How long after the procedure the first clearance of any of the subjects was given. */
function clearedAfter(
  session: Session,
  { endedAt }: Revision,
  subjects: readonly string[],
): Elapsed | undefined {
  const given = session.events.filter(
    (event) =>
      event.type === 'clearance' && event.at >= endedAt && subjects.includes(event.subject),
  )
  return given.length === 0 ? undefined : Math.min(...given.map((event) => event.at)) - endedAt
}

/** A pure group answers per narrower subject: it has no steps of its own. */
function answered(
  planner: Planner,
  subject: string,
  { steps, reasons }: Pick<SubjectWindows, 'steps' | 'reasons'>,
): SubjectWindows {
  return createWindows(subject, planner.subjects[subject]?.group ? [] : steps, reasons)
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
