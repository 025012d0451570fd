import type { Care } from '../../../../model/care.ts'
import {
  type Answers,
  type CheckInAnswer,
  checkInAnswer,
  checkInFrom,
  type SignAnswer,
} from '../../../../model/check-in.ts'
import { typedNumber } from '../../../../words/typed-number.ts'
import type { ToldCheckIn } from '../../../api/check-ins.ts'

/** What stands in the form while somebody is on the line. */
export interface Call {
  readonly answers: Answers
  readonly notes: string
  /** A number stands there that no body has: it is put right before anything is sent. */
  readonly isUnread: boolean
}

export const NOTHING_ASKED: Call = { answers: {}, notes: '', isUnread: false }

/** A sign answered; null takes the answer back. */
export function answered(call: Call, sign: string, answer: SignAnswer | null): Call {
  const { [sign]: _, ...others } = call.answers
  return { ...call, answers: answer ? { ...others, [sign]: answer } : others }
}

/** Null while nothing was told, or something that cannot be read; what was not asked is left out. */
export function toldIn({ answers, notes, isUnread }: Call): ToldCheckIn | null {
  if (isUnread) return null
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
