import {
  applyPlan,
  type CheckIn,
  type Disposition,
  type Instant,
  type Protocol,
  type SignReport,
  triage,
  type TriageReason,
  urgencyOf,
} from '@afterglow/engine'
import { type Alarm, careCardsOf } from '@afterglow/formats'
import { type Care, endedProcedures } from './care.ts'
import { changesBetween, type SubjectChange } from './changes.ts'
import { courseNow, lastReport } from './course.ts'

/** One question of a check-in. */
export interface Question {
  readonly sign: string
  /** Alarms that cannot wait come first, then those of the same day, the temperature, the skin as it is, and the rest. */
  readonly part: Part
  /** `strength` asks none, mild, moderate or severe; `presence` whether it is there at all. */
  readonly scale: 'strength' | 'presence' | 'temperature'
}

export const PARTS = ['emergency', 'urgent', 'temperature', 'skin', 'rest'] as const
export type Part = (typeof PARTS)[number]

/** One answer: degrees C for a temperature that was measured. */
export interface SignAnswer {
  readonly severity: 'none' | 'mild' | 'moderate' | 'severe' | number
  readonly trend?: 'fading' | 'steady' | 'worsening'
}

/** By sign; a question that was not answered has no entry, and is never read as no. */
export type Answers = Readonly<Record<string, SignAnswer>>

/** What a check-in asks, in this order: every sign that the plan's protocols speak of, each once. */
export function questionsOf(care: Care): readonly Question[] {
  const asked = new Map<string, Question>()
  const ask = (part: Part, signs: readonly string[]) => {
    for (const sign of signs)
      if (!asked.has(sign)) asked.set(sign, { sign, part, scale: scaleOf(care, sign) })
  }
  const [emergency = [], urgent = []] = careCardsOf(care).map(({ alarms }) =>
    alarms.flatMap(signsAlone),
  )
  const skin = skinSigns(care)
  ask('emergency', emergency)
  ask(
    'urgent',
    urgent.filter((sign) => !skin.includes(sign)),
  )
  ask('temperature', everySign(care).includes('fever') ? ['fever'] : [])
  ask('skin', skin)
  ask('rest', everySign(care))
  return [...asked.values()].toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}

/** Every sign that raises a card by itself, wherever it is asked. */
function alarmSigns(care: Care): ReadonlySet<string> {
  const alarms = careCardsOf(care).flatMap((card) => card.alarms)
  return new Set(
    alarms.flatMap(({ any, others }) => (others.length === 0 ? any.map(({ sign }) => sign) : [])),
  )
}

/** The signs that raise the card by themselves; temperature has its own question. */
function signsAlone({ any, others }: Alarm): readonly string[] {
  return others.length === 0
    ? any.filter(({ strength }) => strength !== null).map(({ sign }) => sign)
    : []
}

/** The signs whose time it is, those last reported present, and those to watch for after what was done already. */
function skinSigns(care: Care): readonly string[] {
  const watched = care.plan.done.filter((one) => one.at <= care.at).flatMap((one) => one.watchFor)
  const running = courseNow(care).filter(({ phase }) => phase !== 'over')
  // Where nobody knows when the session ended, any sign of its course may still be there.
  const isUndated = endedProcedures(care).some((one) => one.endedAtEstimated)
  const undated = isUndated ? courseSigns(care) : []
  const reported = everySign(care).filter((sign) => isPresent(lastReport(care, sign)?.severity))
  return [...reported, ...running.map(({ sign }) => sign), ...undated, ...watched].filter(
    (sign) => sign !== 'fever',
  )
}

/** Every sign that a source describes the course of. */
function courseSigns(care: Pick<Care, 'planner'>): readonly string[] {
  return protocolsOf(care).flatMap(({ course }) =>
    course.expectations.flatMap(({ signs }) => signs),
  )
}

function isPresent(severity: CheckIn['signs'][number]['severity'] | undefined): boolean {
  return severity !== undefined && severity !== 0 && severity !== 'none'
}

function protocolsOf({ planner }: Pick<Care, 'planner'>): readonly Protocol[] {
  return planner.shelves.map(({ compiled }) => compiled.protocol)
}

function everySign(care: Pick<Care, 'planner'>): readonly string[] {
  const protocols = protocolsOf(care)
  return [
    ...protocols.flatMap(({ triage: { redFlags } }) => redFlags.map(({ sign }) => sign)),
    ...courseSigns(care),
    ...protocols.flatMap(({ series }) => series.holds.flatMap(({ signs = [] }) => signs)),
  ]
}

/** Whether its strength was asked for; of a sign in no list it is kept as it was told. */
export function hasStrength(care: Pick<Care, 'planner'>, sign: string): boolean {
  return scaleOf(care, sign) === 'strength' || !everySign(care).includes(sign)
}

/** How strong a sign is matters where an alarm has a threshold, or where it has a course to be measured against. */
function scaleOf(care: Pick<Care, 'planner'>, sign: string): Question['scale'] {
  if (sign === 'fever') return 'temperature'
  const isGraded = protocolsOf(care).some(
    ({ triage: { redFlags }, course }) =>
      redFlags.some((flag) => flag.sign === sign && flag.atLeast !== undefined) ||
      course.expectations.some(({ signs }) => signs.some((one) => one === sign)),
  )
  return isGraded ? 'strength' : 'presence'
}

/** A thermometer's degrees Fahrenheit in degrees C, to the hundredth: 100.4 is 38 and not a hair below. */
export function celsiusOf(fahrenheit: number): number {
  return Math.round(((fahrenheit - 32) * 500) / 9) / 100
}

/** What was told, as the engine takes it. Only what was answered is in it. */
export function checkInFrom(care: Pick<Care, 'at'>, answers: Answers, notes: string): CheckIn {
  const signs = Object.entries(answers).map(([code, { severity, trend }]) => ({
    code,
    severity,
    ...(trend && { trend }),
  }))
  const said = notes.trim()
  return { at: care.at, signs, ...(said !== '' && { notes: said }) }
}

/** With the alarms that are written beside it: they are told too, and take nothing back. */
export function withAlarms(checkIn: CheckIn, alarms: readonly SignReport[]): CheckIn {
  return { ...checkIn, signs: [...checkIn.signs, ...alarms] }
}

/** Who to contact and how fast, why, what to keep in mind, and what the plan makes of it. */
export interface CheckInAnswer {
  /** The check-in's own instant. */
  readonly at: Instant
  /** What the engine says of the answers given. */
  readonly disposition: Disposition
  /** Whether it may be shown as it is: not where it would calm somebody who left alarms unanswered. */
  readonly isConclusive: boolean
  /** Of the most urgent level, then the others; an alarm says more of its sign than that no course is known. */
  readonly reasons: readonly TriageReason[]
  readonly safetyNet: readonly string[]
  /** Alarms that were asked and not answered. */
  readonly unanswered: readonly string[]
  readonly changes: readonly SubjectChange[]
}

/** Judges a check-in by the plan as it stands before it, and compares the plan that it makes. */
export function checkInAnswer(care: Care, checkIn: CheckIn): CheckInAnswer {
  const { planner, session, plan, at } = care
  const { disposition, reasons, safetyNet } = triage(planner, plan, checkIn)
  const unanswered = openAlarms(care, checkIn.signs)
  const event = { type: 'check-in' as const, ...checkIn, signs: [...checkIn.signs] }
  const after = applyPlan(planner, { ...session, events: [...session.events, event] })
  return {
    at: checkIn.at,
    disposition,
    isConclusive: isConclusive(disposition, unanswered),
    reasons: tellingReasons(reasons),
    safetyNet,
    unanswered,
    changes: changesBetween(plan, after, at),
  }
}

/** The alarms that a check-in is asked for and of which nothing is told in it, in the order of the questions. */
export function openAlarms(care: Care, signs: CheckIn['signs']): readonly string[] {
  const told = new Set(signs.map(({ code }) => code))
  const alarms = alarmSigns(care)
  return questionsOf(care)
    .map(({ sign }) => sign)
    .filter((sign) => alarms.has(sign) && !told.has(sign))
}

/** A call for help is never held back; what calms waits until every alarm was answered. */
export function isConclusive(disposition: Disposition, unanswered: readonly string[]): boolean {
  return unanswered.length === 0 || urgencyOf(disposition) >= urgencyOf('contact-clinic')
}

function tellingReasons(reasons: readonly TriageReason[]): readonly TriageReason[] {
  const alarms = new Map<string, Disposition>()
  // They come most urgent first.
  for (const { code, sign, disposition } of reasons)
    if (code === 'red-flag' && sign !== null && !alarms.has(sign)) alarms.set(sign, disposition)
  const telling = reasons.filter(({ code, sign, disposition }) => {
    const alarm = sign === null ? undefined : alarms.get(sign)
    if (alarm === undefined) return true
    return code === 'red-flag' ? disposition === alarm : urgencyOf(disposition) > urgencyOf(alarm)
  })
  return [...new Map(telling.map((one) => [JSON.stringify(one), one])).values()]
}
