import {
  applyPlan,
  type CarePlan,
  cautionOf,
  checkProtocol,
  createPlanner,
  errorAt,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  type Issue,
  MEDICINES,
  type Planner,
  type Protocol,
  type Session,
} from '@afterglow/engine'
import { type Shortening, withShortenings } from './session-of.ts'

/** What an adoption makes of a published protocol. */
export interface Derivation {
  readonly base: Protocol
  readonly derived: Protocol
  readonly shortenings: readonly Shortening[]
}

/**
 * What the engine itself says against an adoption, over people of whom nothing, everything harmless, or one risk is known:
 * a shortening that it would refuse or that keeps something shut for longer, and anything that opens sooner for another
 * reason. The rules before this one should leave it nothing to find.
 */
export function adoptionIssues({ base, derived, shortenings }: Derivation): readonly Issue[] {
  const [before, after] = [createPlanner([base]), createPlanner([derived])]
  const issues = new Map<string, Issue>()
  const add = (issue: Issue) => issues.set(`${issue.expression} ${issue.code}`, issue)
  for (const session of probeSessions(base)) {
    const longer = applyPlan(after, session)
    for (const one of loosened(applyPlan(before, session), longer)) add(one)
    for (const one of shorteningIssues(after, { session, longer, shortenings })) add(one)
  }
  return [...issues.values()]
}

/**
 * What going through every hour of a year finds, for what is about to be published. Which facts the sources hold is not
 * the adoption's to change.
 */
export function checkIssues({ base, derived }: Derivation): readonly Issue[] {
  if (base === derived) return []
  return checkProtocol(derived)
    .issues.filter(({ expression }) => expression !== 'leftOut')
    .map((one) => ({ ...one, expression: `changes.${one.expression}` }))
}

function loosened(before: CarePlan, after: CarePlan): readonly Issue[] {
  return lessCautiousSubjects(before, after).map((subject) =>
    errorAt('changes', 'business-rule', `"${subject}" would open sooner than the protocol says`),
  )
}

interface Shortened {
  readonly session: Session
  readonly longer: CarePlan
  readonly shortenings: readonly Shortening[]
}

function shorteningIssues(
  planner: Planner,
  { session, longer, shortenings }: Shortened,
): readonly Issue[] {
  return shortenings.flatMap((one, k) => {
    const at = `changes.shorten[${k}].until`
    const shorter = applyPlan(planner, withShortenings(session, [one]))
    const refusals = shorter.issues.filter(({ code }) => code !== 'not-supported')
    if (refusals.length > 0) return refusals.map((issue) => ({ ...issue, expression: at }))
    const [longerOn] = lessCautiousSubjects(shorter, longer)
    if (longerOn === undefined) return []
    const why = `for some people it would keep "${longerOn}" shut for longer than now`
    return [errorAt(at, 'business-rule', `${why}: shorten narrower subjects, or to a later end`)]
  })
}

/** The subjects that at some instant are less cautious after than before; of those that only `before` knows, all. */
export function lessCautiousSubjects(before: CarePlan, after: CarePlan): readonly string[] {
  return Object.keys(before.subjects).filter((subject) => {
    const [was, is] = [stepsOf(before, subject), stepsOf(after, subject)]
    const starts = new Set([...was, ...is].map(({ start }) => start))
    return [...starts].some((start) => cautionAt(is, start) < cautionAt(was, start))
  })
}

type Steps = CarePlan['windows'][number]['steps']

function stepsOf({ subjects, windows }: CarePlan, subject: string): Steps {
  const entry = subjects[subject]
  return entry === undefined ? [] : (windows[entry.index]?.steps ?? [])
}

function cautionAt(steps: Steps, start: number): number {
  const step = steps.findLast((one) => one.start <= start)
  // Both allow; that one is advice.
  return Math.max(cautionOf(step?.status ?? 'unknown'), cautionOf('allowed'))
}

/** The day before the clocks go forward, the one before they go back, and one on which nothing happens. */
const ENDS = [
  { zone: 'America/New_York', endedAt: Date.UTC(2026, 2, 7, 20) },
  { zone: 'America/New_York', endedAt: Date.UTC(2026, 9, 31, 20) },
  { zone: 'UTC', endedAt: Date.UTC(2026, 5, 1, 10) },
]
const NOTHING_KNOWN: Session['patient'] = {}
const HARMLESS: Session['patient'] = { fitzpatrickSkinType: 'III', medicines: [], history: [] }

/** People for whom every test of the ledger's holds in turn, on clocks that change and on one that does not. */
function probeSessions({ covers }: Pick<Protocol, 'covers'>): readonly Session[] {
  const people: readonly Session['patient'][] = [
    NOTHING_KNOWN,
    HARMLESS,
    ...FITZPATRICK_SKIN_TYPES.map((type) => ({ ...HARMLESS, fitzpatrickSkinType: type })),
    ...MEDICINES.map((medicine) => ({ ...HARMLESS, medicines: [medicine] })),
    ...HISTORY.map((one) => ({ ...HARMLESS, history: [one] })),
  ]
  const procedures = covers.flatMap(({ code, device }) => [
    { code },
    ...device.map((one) => ({ code, device: one, ...SHALLOW })),
    { code, ...DEEP },
  ])
  const told = (patient: Session['patient'], procedure: object, k: number): Session => {
    // A place among the ends, whatever its number.
    const { zone, endedAt } = ENDS[k % ENDS.length] as (typeof ENDS)[number]
    const [cover] = covers
    return {
      zone,
      procedures: [{ id: 'probe', code: cover?.code ?? '', ...procedure, endedAt }],
      patient,
      events: [],
    }
  }
  return [
    ...people.flatMap((patient) => procedures.slice(0, 2).map((one, k) => told(patient, one, k))),
    ...procedures.flatMap((one) => ENDS.map((_, k) => told(NOTHING_KNOWN, one, k))),
    ...procedures.flatMap((one) => ENDS.map((_, k) => told(HARMLESS, one, k))),
  ]
}

const SHALLOW = { needleDepthMm: 0.5, setting: 'clinic', adjuncts: [], bodySites: ['face'] }
const DEEP = {
  device: 'pen',
  needleDepthMm: 2.5,
  setting: 'home',
  adjuncts: ['prp', 'hyaluronic-acid'],
  bodySites: ['scalp', 'neck'],
}
