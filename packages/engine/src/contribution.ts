import type { FactBits } from './applicability.ts'
import type { SubjectRules } from './compiled.ts'
import { effectsOn, procedureEffects } from './effects.ts'
import type { Issue } from './issue.ts'
import { refusedOverrides } from './override.ts'
import {
  type Clock,
  clockOf,
  coverOf,
  factsOf,
  type Planner,
  type Rest,
  restOf,
  type Shelf,
  subjectTemplates,
  zoneTableOf,
} from './planner.ts'
import type { CareEvent, Revision, Session } from './session.ts'
import {
  NO_EFFECTS,
  type StepTemplate,
  type SubjectTemplate,
  subjectTemplate,
} from './subject-steps.ts'
import type { Instant, ZoneTable } from './time.ts'

/** Everything that one reading of one procedure adds to a plan; instants relative to the procedure's end. */
export interface Contribution {
  readonly revision: Revision
  /** The code of the protocol that covers it; null where none does. */
  readonly protocol: string | null
  /** By place among the planner's subjects. */
  readonly templates: readonly SubjectTemplate[]
  readonly rest: Rest
  readonly issues: readonly Issue[]
}

export function contributionOf(
  planner: Planner,
  session: Session,
  revision: Revision,
): Contribution {
  const shelf = coverOf(planner, revision.procedure)
  const table = zoneTableOf(planner, revision.zone, revision.endedAt)
  return shelf
    ? covered(planner, shelf, session, revision, table)
    : uncovered(planner, session, revision)
}

function covered(
  planner: Planner,
  shelf: Shelf,
  session: Session,
  revision: Revision,
  table: ZoneTable,
): Contribution {
  const facts = factsOf(shelf, revision.procedure, session.patient)
  const clock = clockOf(shelf, table, revision.endedAt)
  const still = subjectTemplates(shelf, clock, facts)
  const told =
    session.events.length === 0
      ? undefined
      : withEvents(shelf, session, revision, table, clock, facts, still)
  const templates = told?.templates ?? still
  return {
    revision,
    protocol: shelf.compiled.protocol.code,
    templates: planner.shelves.length === 1 ? templates : placed(planner, shelf, templates),
    rest: restOf(shelf, clock, facts),
    issues: told?.issues ?? [],
  }
}

/** Works out anew the subjects that an event has a say on; the others keep their merged lists. */
function withEvents(
  shelf: Shelf,
  session: Session,
  revision: Revision,
  table: ZoneTable,
  clock: Clock,
  facts: FactBits,
  still: readonly SubjectTemplate[],
):
  | { readonly templates: readonly SubjectTemplate[]; readonly issues: readonly Issue[] }
  | undefined {
  const { compiled } = shelf
  const effects = procedureEffects(session.events, revision.endedAt, table)
  if (!effects) return undefined
  const refusals = refusedOverrides(effects, compiled, clock.instants, facts)
  const templates = compiled.subjects.map((subject, k) => {
    const own = effectsOn(subject, effects, refusals.indexes)
    // `still` has one template for each subject of the protocol.
    if (own === NO_EFFECTS) return still[k] as SubjectTemplate
    return subjectTemplate(subject, compiled, { start: 0, instants: clock.instants }, facts, own)
  })
  return { templates, issues: refusals.issues }
}

/** Spreads one protocol's subjects over the planner's; of the others this procedure's protocol says nothing: unknown. */
function placed(
  planner: Planner,
  shelf: Shelf,
  templates: readonly SubjectTemplate[],
): readonly SubjectTemplate[] {
  const all = planner.codes.map(() => SILENT)
  shelf.compiled.subjects.forEach((subject: SubjectRules, k) => {
    const index = planner.subjects[subject.code]?.index
    const template = templates[k]
    if (index !== undefined && template) all[index] = template
  })
  return all
}

const SILENT: SubjectTemplate = {
  steps: [{ start: 0, status: 'unknown', governing: null, changedBy: ['clearance'] }],
  reasons: [],
}

const NOTHING: Rest = { course: [], tasks: [], milestones: [] }

/** No protocol covers it: from its end on every subject is for the clinic, until a clinician has cleared that subject. */
function uncovered(planner: Planner, session: Session, revision: Revision): Contribution {
  const asking: StepTemplate = {
    start: 0,
    status: 'ask-clinic',
    governing: 'not-covered',
    changedBy: ['clearance'],
  }
  const reasons: SubjectTemplate['reasons'] = [
    {
      id: 'not-covered',
      kind: 'not-covered',
      source: revision.procedure.code,
      stance: 'ask',
      window: null,
    },
  ]
  const untouched = { steps: [asking], reasons }
  const templates = planner.codes.map((code) => {
    const cleared = firstClearance(
      session.events,
      revision.endedAt,
      code,
      planner.subjects[code]?.broader ?? [],
    )
    if (cleared === undefined) return untouched
    return {
      steps: [
        asking,
        { start: cleared, status: 'allowed' as const, governing: null, changedBy: [] },
      ],
      reasons,
    }
  })
  return { revision, protocol: null, templates, rest: NOTHING, issues: [notCovered(revision)] }
}

function firstClearance(
  events: readonly CareEvent[],
  end: Instant,
  code: string,
  broader: readonly string[],
): Instant | undefined {
  const given = events.filter(
    (event) =>
      event.type === 'clearance' &&
      event.at >= end &&
      (event.subject === code || broader.includes(event.subject)),
  )
  return given.length === 0 ? undefined : Math.min(...given.map((event) => event.at)) - end
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
