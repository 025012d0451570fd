import {
  type CarePlan,
  type Disposition,
  type Instant,
  type Planner,
  type Protocol,
  triage,
} from '@afterglow/engine'
import { groupedBy } from './grouped.ts'

/** When to get help and how fast: what raises the card, whatever else there is. */
export interface CareCard {
  readonly level: 'emergency' | 'urgent' | 'contact'
  readonly disposition: Disposition
  readonly alarms: readonly Alarm[]
}

/** Any of `any`; where `others` are named, one of them has to be there too. */
export interface Alarm {
  readonly any: readonly AlarmSign[]
  readonly others: readonly string[]
}

export interface AlarmSign {
  readonly sign: string
  /** Of fever null: `celsius` says how much. */
  readonly strength: 'any' | 'moderate' | 'severe' | null
  readonly celsius: number | null
}

const LEVELS = [
  { level: 'emergency', disposition: 'emergency' },
  { level: 'urgent', disposition: 'urgent' },
  { level: 'contact', disposition: 'contact-clinic' },
] as const satisfies readonly Pick<CareCard, 'level' | 'disposition'>[]

/** Whose cards they are: without a plan every alarm is on them. */
export interface CardHolder {
  readonly planner: Planner
  readonly plan: CarePlan | null
  readonly at: Instant
}

/** The ledger's alarms that count for this person, each on the most urgent card that has it. All, before a procedure ended. */
export function careCardsOf(holder: CardHolder): readonly CareCard[] {
  const said = new Set<string>()
  return LEVELS.map(({ level, disposition }) => {
    const alarms = alarmsOf(holder, disposition).filter((one) => !said.has(JSON.stringify(one)))
    for (const one of alarms) said.add(JSON.stringify(one))
    return { level, disposition, alarms }
  })
}

type RedFlag = Protocol['triage']['redFlags'][number]

/** Where the words for a severity begin, on the scale from 0 to 10. */
const MODERATE = 4
const SEVERE = 7
const FEVER = 'fever'

function alarmsOf(holder: CardHolder, disposition: Disposition): readonly Alarm[] {
  const flags = holder.planner.shelves
    .flatMap(({ compiled }) => compiled.protocol.triage.redFlags)
    .filter((flag) => flag.disposition === disposition && counts(holder, flag))
  const alone = flags.filter((flag) => flag.with === undefined)
  const enough = new Set(alone.filter(isAnyStrength).map(({ sign }) => sign))
  const single = alone
    .filter((flag) => isAnyStrength(flag) || flag.sign === FEVER || !enough.has(flag.sign))
    .map((flag) => ({ any: [alarmSign(flag)], others: [] }))
  // What raises the card by itself need not be named again beside another sign.
  const together = flags
    .map((flag) => ({ flag, others: (flag.with ?? []).filter((sign) => !enough.has(sign)) }))
    .filter(({ flag, others }) => others.length > 0 && !enough.has(flag.sign))
  const joined = groupedBy(together, ({ others }) => others.join()).map((same) => ({
    any: same.map(({ flag }) => alarmSign(flag)),
    others: same[0]?.others ?? [],
  }))
  return [...new Map([...single, ...joined].map((one) => [JSON.stringify(one), one])).values()]
}

function isAnyStrength({ atLeast = 0 }: RedFlag): boolean {
  return atLeast < MODERATE
}

function alarmSign({ sign, atLeast = 0 }: RedFlag): AlarmSign {
  if (sign === FEVER) return { sign, strength: null, celsius: atLeast }
  const strength = atLeast >= SEVERE ? 'severe' : atLeast >= MODERATE ? 'moderate' : 'any'
  return { sign, strength, celsius: null }
}

const YEAR_MS = 365 * 24 * 3_600_000
const STRONGEST = { fever: 41, other: 10 } as const

/** Asked of triage itself: a year on, so that no flag waits for its day, with the signs at their strongest. */
function counts(
  { planner, plan, at }: CardHolder,
  { id, sign, with: others = [] }: RedFlag,
): boolean {
  if (!plan?.procedures.some((one) => one.endedAt <= at)) return true
  const signs = [sign, ...others].map((code) => ({
    code,
    severity: code === FEVER ? STRONGEST.fever : STRONGEST.other,
  }))
  return triage(planner, plan, { at: at + YEAR_MS, signs }).reasons.some((reason) =>
    reason.basis.includes(id),
  )
}
