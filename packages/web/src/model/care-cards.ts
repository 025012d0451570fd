import {
  type CarePlan,
  type Disposition,
  type Instant,
  type Planner,
  type Protocol,
  triage,
} from '@afterglow/engine'

/** One of the three cards: who to call and how fast, and what for. */
export interface CareCard {
  readonly level: 'emergency' | 'urgent' | 'contact'
  readonly disposition: Disposition
  readonly alarms: readonly Alarm[]
}

/** What raises the card; signs are keys of the protocol's texts. */
export type Alarm =
  | { readonly kind: 'sign'; readonly sign: string; readonly strength: Strength }
  | { readonly kind: 'fever'; readonly celsius: number }
  | {
      readonly kind: 'together'
      readonly any: readonly Exclude<Alarm, { kind: 'together' }>[]
      readonly others: readonly string[]
    }

type Strength = 'any' | 'moderate' | 'severe'

/** Whose cards they are: without a plan, or before a session has ended, every alarm is on them. */
export interface CardHolder {
  readonly planner: Planner
  readonly plan: CarePlan | null
  readonly at: Instant
}

const LEVELS = [
  { level: 'emergency', disposition: 'emergency' },
  { level: 'urgent', disposition: 'urgent' },
  { level: 'contact', disposition: 'contact-clinic' },
] as const satisfies readonly Pick<CareCard, 'level' | 'disposition'>[]

/** The ledger's alarms, each once, on the most urgent card that has it. */
export function careCards(holder: CardHolder): readonly CareCard[] {
  const said = new Set<string>()
  return LEVELS.map(({ level, disposition }) => {
    const alarms = alarmsOf(holder, disposition).filter((alarm) => !said.has(keyOf(alarm)))
    for (const alarm of alarms) said.add(keyOf(alarm))
    return { level, disposition, alarms }
  })
}

function keyOf(alarm: Alarm): string {
  return JSON.stringify(alarm)
}

type RedFlag = Protocol['triage']['redFlags'][number]

/** Bands of the scale that the check-in asks with. */
const MODERATE = 4
const SEVERE = 7

function alarmsOf(holder: CardHolder, disposition: Disposition): readonly Alarm[] {
  const flags = holder.planner.shelves
    .flatMap(({ compiled }) => compiled.protocol.triage.redFlags)
    .filter((flag) => flag.disposition === disposition && counts(holder, flag))
  const alone = flags.filter((flag) => flag.with === undefined)
  // What raises the card by itself need not be named again as something that raises it with another sign.
  const any = new Set(alone.filter(isAnyStrength).map((flag) => flag.sign))
  const single = alone.filter(
    (flag) => isAnyStrength(flag) || flag.sign === 'fever' || !any.has(flag.sign),
  )
  const together = flags.flatMap((flag) => {
    const others = (flag.with ?? []).filter((sign) => !any.has(sign))
    return others.length === 0 || any.has(flag.sign) ? [] : [{ flag, others }]
  })
  return onceEach([...single.map(singleAlarm), ...togetherAlarms(together)])
}

function isAnyStrength({ atLeast = 0 }: RedFlag): boolean {
  return atLeast < MODERATE
}

const YEAR_MS = 365 * 24 * 3_600_000
const STRONGEST = { fever: 41, other: 10 } as const

/** Whether it counts for this person: a year on, so that no flag waits for its day, with the signs at their strongest. */
function counts(
  { planner, plan, at }: CardHolder,
  { id, sign, with: others = [] }: RedFlag,
): boolean {
  if (!plan?.procedures.some((one) => one.endedAt <= at)) return true
  const signs = [sign, ...others].map((code) => ({
    code,
    severity: code === 'fever' ? STRONGEST.fever : STRONGEST.other,
  }))
  const { reasons } = triage(planner, plan, { at: at + YEAR_MS, signs })
  return reasons.some((reason) => reason.basis.includes(id))
}

function singleAlarm({ sign, atLeast = 0 }: RedFlag): Exclude<Alarm, { kind: 'together' }> {
  if (sign === 'fever') return { kind: 'fever', celsius: atLeast }
  const strength = atLeast >= SEVERE ? 'severe' : atLeast >= MODERATE ? 'moderate' : 'any'
  return { kind: 'sign', sign, strength }
}

interface Together {
  readonly flag: RedFlag
  readonly others: readonly string[]
}

/** Alarms that need the same other signs are one: any of these, together with any of those. */
function togetherAlarms(together: readonly Together[]): readonly Alarm[] {
  const byOthers = new Map<string, Together[]>()
  for (const one of together) {
    const key = one.others.join()
    byOthers.set(key, [...(byOthers.get(key) ?? []), one])
  }
  return [...byOthers.values()].map((same) => ({
    kind: 'together',
    any: onceEach(same.map(({ flag }) => singleAlarm(flag))),
    others: same[0]?.others ?? [],
  }))
}

function onceEach<T extends Alarm>(alarms: readonly T[]): readonly T[] {
  return [...new Map(alarms.map((alarm) => [keyOf(alarm), alarm])).values()]
}
