import type { CareEvent, SignReport } from '@afterglow/engine'

type CheckInEvent = Extract<CareEvent, { readonly type: 'check-in' }>

/** Of what the clinic did not take, or never got, only that stays which can make a plan stricter; `known` is what stands. */
export function withoutOpening(
  event: CareEvent,
  known: readonly CareEvent[],
): readonly CareEvent[] {
  switch (event.type) {
    case 'check-in':
      return withoutCalming(event, known.filter(isCheckIn))
    case 'done':
    case 'patient-reported-advice':
      return [event]
    case 'moved':
    case 'clearance':
    case 'override':
    case 'corrected':
      return []
    default:
      return event satisfies never
  }
}

/**
 * A check-in that the clinic will never know of takes back nothing of the ones before: what they last told of its signs stands
 * in it, and what the last one told, so that its alarm does too; of a sign told twice the stronger counts. Nothing fades by it.
 */
function withoutCalming(
  event: CheckInEvent,
  known: readonly CheckInEvent[],
): readonly CheckInEvent[] {
  const { settled: _, ...rest } = event
  const told = event.signs.filter(isThere)
  if (told.length === 0) return []
  const before = known.filter((one) => one.at <= event.at)
  const codes = new Set(told.map(({ code }) => code))
  const standing = [
    ...[...codes].flatMap((code) => lastOf(code, before)),
    ...signsOfLast(before).filter(({ code }) => !codes.has(code)),
  ]
  return [{ ...rest, signs: [...standing, ...told].map(withoutFading) }]
}

/** What was last told of one sign, where it was there. */
function lastOf(sign: string, before: readonly CheckInEvent[]): readonly SignReport[] {
  const isOfIt = ({ code }: SignReport) => code === sign
  const telling = before.filter(
    ({ signs, settled }) => signs.some(isOfIt) || settled?.includes(sign),
  )
  return signsOfLast(telling).filter(isOfIt)
}

/** What is there by the last of them; of one instant by each. */
function signsOfLast(checkIns: readonly CheckInEvent[]): readonly SignReport[] {
  const last = Math.max(...checkIns.map(({ at }) => at))
  return checkIns.filter(({ at }) => at === last).flatMap(({ signs }) => signs.filter(isThere))
}

function withoutFading(sign: SignReport): SignReport {
  const { trend, ...rest } = sign
  return trend === 'fading' ? rest : sign
}

function isThere({ severity }: SignReport): boolean {
  return severity !== 0 && severity !== 'none'
}

function isCheckIn(event: CareEvent): event is CheckInEvent {
  return event.type === 'check-in'
}
