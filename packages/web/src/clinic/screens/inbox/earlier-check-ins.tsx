import { type Instant, parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { Row, Rows } from '../../../components/row.tsx'
import type { Alert } from '../../api/alerts.ts'
import { type AnsweredCheckIn, readCheckInsOf } from '../../api/check-ins.ts'
import { useQuery } from '../../app/query.ts'
import { KeptLevel } from '../patients/overview/kept-level.tsx'
import { leftOpenOf } from '../patients/overview/left-open.ts'
import { AlertPatient } from './alert-patient.tsx'
import { keptWords } from './kept-words.ts'

const SHOWN = 4

/** What the same patient reported before, the newest first: is it getting worse? */
export function EarlierCheckIns({ alert }: { readonly alert: Alert }): JSX.Element | null {
  const { i18n } = useApp()
  const { patientId, told } = alert
  const read = useQuery(['patients', patientId, 'check-ins'], () => readCheckInsOf(patientId))
  const before = (told === null ? undefined : parseInstant(told.at)) ?? Number.POSITIVE_INFINITY
  if (read.state !== 'there') return null
  const earlier = read.value
    .map((one) => ({ one, at: parseInstant(one.at) ?? before }))
    .filter(({ at }) => at < before)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, SHOWN)
  return (
    <Card title={i18n._({ id: 'inbox.earlier', message: 'Reported before' })}>
      {earlier.length === 0 ? (
        <p class="quiet">
          {i18n._({ id: 'inbox.earlier.none', message: 'No check-in before this one.' })}
        </p>
      ) : (
        <AlertPatient alert={alert} planless={<EarlierRows earlier={earlier} />}>
          <EarlierRows earlier={earlier} />
        </AlertPatient>
      )}
    </Card>
  )
}

function EarlierRows({ earlier }: { readonly earlier: readonly EarlierProps[] }): JSX.Element {
  return (
    <Rows>
      {earlier.map(({ one, at }) => (
        <Earlier key={one.eventId} one={one} at={at} />
      ))}
    </Rows>
  )
}

interface EarlierProps {
  readonly one: AnsweredCheckIn
  readonly at: Instant
}

function Earlier({ one, at }: EarlierProps): JSX.Element {
  const app = useApp()
  const open = leftOpenOf(app, one)
  const told = { at: one.at, ...one.data, notes: one.data.notes ?? null }
  return (
    <Row
      title={keptWords(app, told, open)}
      note={app.format.dayTime(at, app.at)}
      end={<KeptLevel disposition={one.answer.disposition} open={open} />}
    />
  )
}
