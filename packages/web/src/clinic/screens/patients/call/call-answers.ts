import type { Care } from '../../../../model/care.ts'
import {
  type Answers,
  type CheckInAnswer,
  checkInAnswer,
  checkInFrom,
  type SignAnswer,
} from '../../../../model/check-in.ts'
import { typedNumber } from '../../../../words/typed-number.ts'
import type { CheckInReply, ToldCheckIn } from '../../../api/check-ins.ts'

/** What stands in the form while somebody is on the line. */
export interface Call {
  readonly answers: Answers
  readonly notes: string
  readonly temperature: TakenTemperature
}

/** How a fever was asked for, and what was typed as its degrees. */
export interface TakenTemperature {
  readonly fever: 'no' | 'felt' | 'measured' | null
  readonly typed: string
}

export const NOTHING_ASKED: Call = {
  answers: {},
  notes: '',
  temperature: { fever: null, typed: '' },
}

/** What was answered to it, and the alarms that were still to be asked when it was sent. */
export interface CallReply extends CheckInReply {
  readonly unanswered: readonly string[]
}

/** A sign answered; null takes the answer back. */
export function answered(call: Call, sign: string, answer: SignAnswer | null): Call {
  const { [sign]: _, ...others } = call.answers
  return { ...call, answers: answer ? { ...others, [sign]: answer } : others }
}

/** Felt and not measured counts as a fever; a number that no body has, as nothing told. */
export function withTemperature(call: Call, temperature: TakenTemperature): Call {
  return { ...answered(call, 'fever', feverIn(temperature)), temperature }
}

function feverIn({ fever, typed }: TakenTemperature): SignAnswer | null {
  if (fever === 'no') return { severity: 'none' }
  if (fever === 'felt') return { severity: 'mild' }
  const degrees = degreesIn(typed)
  return fever === null || degrees === null ? null : { severity: degrees }
}

/** A number stands there that no body has: it is put right before anything is sent. */
export function isUnread({ fever, typed }: TakenTemperature): boolean {
  return fever === 'measured' && typed.trim() !== '' && degreesIn(typed) === null
}

/** Null while nothing was told, or something that cannot be read; what was not asked is left out. */
export function toldIn({ answers, notes, temperature }: Call): ToldCheckIn | null {
  if (isUnread(temperature)) return null
  const symptoms = Object.entries(answers).map(([name, answer]) => ({ name, ...answer }))
  const said = notes.trim()
  if (symptoms.length === 0 && said === '') return null
  return { symptoms, ...(said !== '' && { notes: said }) }
}

/** What triage makes of it so far, before it is sent: an alarm is not waited with. The notes are read by the server. */
export function soFar(care: Care, { answers }: Call): CheckInAnswer {
  return checkInAnswer(care, checkInFrom(care, answers, ''))
}

const COLDEST = 30
const WARMEST = 45

/** Degrees C of a body; null for what is none. */
export function degreesIn(typed: string): number | null {
  const degrees = typedNumber(typed)
  return typed.trim() !== '' && degrees >= COLDEST && degrees <= WARMEST ? degrees : null
}
