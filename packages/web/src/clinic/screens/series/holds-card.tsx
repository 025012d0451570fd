import type { Hold } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../../app/care-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import type { SeriesPlan } from '../../../model/series.ts'
import { shortDate } from './board-words.ts'

interface HoldsCardProps {
  readonly patientId: string
  readonly series: SeriesPlan
}

/** What stops the next session, what ends that, and what has to be asked before booking. */
export function HoldsCard({
  patientId,
  series: { holds, toConfirm },
}: HoldsCardProps): JSX.Element | null {
  const { i18n } = useCare()
  if (holds.length + toConfirm.length === 0) return null
  return (
    <Card
      title={
        holds.length > 0
          ? i18n._({ id: 'series.holds', message: 'What stops the next session' })
          : i18n._({ id: 'series.holds.none', message: 'Nothing known stops the next session' })
      }
    >
      <HoldLines holds={holds} />
      {holds.some(({ endedBy }) => endedBy === 'clearance') ? (
        <p>
          <a href={hrefTo('patients', patientId, 'plan')}>
            {i18n._({ id: 'series.holds.clear', message: 'Clear it on the patient’s plan' })}
          </a>
        </p>
      ) : null}
      {toConfirm.length === 0 ? null : (
        <details class="more">
          <summary>
            {i18n._({
              id: 'series.to-confirm',
              message:
                '{count, plural, one {# thing to ask before} other {# things to ask before}}',
              values: { count: toConfirm.length },
            })}
          </summary>
          <HoldLines holds={toConfirm} />
        </details>
      )}
    </Card>
  )
}

function HoldLines({ holds }: { readonly holds: readonly Hold[] }): JSX.Element {
  const care = useCare()
  return (
    <ul class="holds">
      {holds.map((hold) => (
        <li key={hold.hold}>
          <span lang={care.texts.lang}>{care.texts.text(`hold.${hold.hold}`)}</span>
          <span class="quiet">{endWords(care, hold)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What ends a hold, for those who end it. */
function endWords(care: AppCare, { endedBy, until }: Hold): string {
  const { i18n } = care
  if (endedBy === 'clearance')
    return i18n._({ id: 'series.hold.clearance', message: 'A clinician’s clearance ends it.' })
  if (until === null)
    return i18n._({
      id: 'series.hold.report',
      message: 'A check-in that says the signs are gone ends it.',
    })
  return i18n._({
    id: 'series.hold.about',
    message: 'To about {date}, or a check-in that says the signs are gone.',
    values: { date: shortDate(care, until) },
  })
}
