import type { DemoCheckIn, DemoSession } from './demo-people.ts'

const DAY = 24
/** So long after a session everything that is told of it here has been told. */
const TOLD_AFTER = 8 * DAY

/** How a usual course goes, by day after the session: what is told and how strong, 0 to 10, at 1 mm. */
const USUAL = [
  { day: 1, signs: { erythema: 5, tightness: 4 } },
  { day: 2, signs: { erythema: 4, edema: 2, tightness: 3 } },
  { day: 3, signs: { erythema: 2, exfoliation: 3 } },
  { day: 5, signs: { exfoliation: 2 } },
] as const

/** As the app sends it: an alarm that was answered with no is told too. */
export function withEveryAlarm(
  symptoms: DemoCheckIn['symptoms'],
  alarms: readonly string[],
): DemoCheckIn['symptoms'] {
  const told = new Set(symptoms.map(({ name }) => name))
  const others = alarms.filter((name) => !told.has(name))
  return [...symptoms, ...others.map((name) => ({ name, severity: 0 }))]
}

/** The check-ins of somebody who healed as most do, after a session that is over; deeper is a little stronger. */
export function usualCheckIns({ hoursAgo, needleDepthMm }: DemoSession): readonly DemoCheckIn[] {
  if (hoursAgo < TOLD_AFTER) return []
  const more = needleDepthMm >= 1.5 ? 1 : 0
  return USUAL.map(({ day, signs }) => ({
    hoursAgo: hoursAgo - day * DAY,
    symptoms: Object.entries(signs).map(([name, severity]) => ({
      name,
      severity: severity + more,
    })),
  }))
}
