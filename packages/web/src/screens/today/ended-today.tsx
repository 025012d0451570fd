import type { PlanProcedure } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { isDayAlone } from '../../model/care.ts'

interface EndedTodayProps {
  /** The next one still to come. */
  readonly procedure: PlanProcedure | undefined
}

/**
 * On the day of a session of which the day alone was told, nobody but the person knows whether it is over: until they
 * say, the plan still waits for it.
 */
export function EndedToday({ procedure }: EndedTodayProps): JSX.Element | null {
  const { i18n, format, at } = useCare()
  if (!procedure || !isDayAlone(procedure, at)) return null
  if (format.daysBetween(at, procedure.endedAt) > 0) return null
  return (
    <Card
      kind="wash"
      title={i18n._({ id: 'today.unknown-time', message: 'When did your session end?' })}
    >
      <p>
        <a href={hrefTo('session', 'ended')}>
          {i18n._({ id: 'today.tell-time', message: 'Tell us, about is fine' })}
        </a>
      </p>
    </Card>
  )
}
