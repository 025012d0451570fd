import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import type { Today } from '../../model/today.ts'

const HOUR_MS = 3_600_000
const RADIUS = 40
const ROUND = 2 * Math.PI * RADIUS
/** The ring goes round once in the first week, then once in four. */
const WEEK_HOURS = 7 * 24
const FOUR_WEEKS_HOURS = 4 * WEEK_HOURS

/** How far it is since the last session, drawn: hours in the first two days, then days. */
export function HourRing({ today }: { readonly today: Today }): JSX.Element | null {
  const { i18n, format } = useCare()
  const [last] = today.ended
  if (!last) return null
  const hours = Math.floor(last.elapsedMs / HOUR_MS)
  const round = hours < WEEK_HOURS ? WEEK_HOURS : FOUR_WEEKS_HOURS
  const part = Math.min(1, hours / round)
  const isFirstDays = hours < 48
  const count = isFirstDays ? hours : last.day
  return (
    <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle class="ring-track" cx="50" cy="50" r={RADIUS} />
      <circle
        class="ring-done"
        cx="50"
        cy="50"
        r={RADIUS}
        pathLength={ROUND}
        stroke-dasharray={`${Math.max(0.01, part) * ROUND} ${ROUND}`}
        transform="rotate(-90 50 50)"
      />
      <text class="ring-number" x="50" y="46" text-anchor="middle">
        {format.number(count)}
      </text>
      <text class="ring-unit" x="50" y="66" text-anchor="middle">
        {isFirstDays
          ? i18n._({
              id: 'ring.hour-unit',
              message: '{count, plural, one {hour} other {hours}}',
              values: { count },
            })
          : i18n._({
              id: 'ring.day-unit',
              message: '{count, plural, one {day} other {days}}',
              values: { count },
            })}
      </text>
    </svg>
  )
}
