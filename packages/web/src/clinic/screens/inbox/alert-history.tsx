import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { Row, Rows } from '../../../components/row.tsx'
import type { Alert } from '../../api/alerts.ts'
import type { TeamName } from '../../api/clinic.ts'
import { alertSteps, type AlertStep } from './alert-steps.ts'

interface AlertHistoryProps {
  readonly alert: Alert
  readonly team: readonly TeamName[]
}

/** What happened to it, and when. */
export function AlertHistory({ alert, team }: AlertHistoryProps): JSX.Element {
  const { i18n, format, at } = useApp()
  return (
    <Card title={i18n._({ id: 'inbox.history', message: 'What happened to it' })}>
      <Rows>
        {alertSteps(alert).map((step) => (
          <Row
            key={step.code}
            title={<StepWords step={step} team={team} />}
            note={format.dayTime(parseInstant(step.at) ?? at, at)}
          />
        ))}
      </Rows>
    </Card>
  )
}

interface StepWordsProps {
  readonly step: AlertStep
  readonly team: readonly TeamName[]
}

function StepWords({ step: { code, by }, team }: StepWordsProps): JSX.Element {
  const { i18n } = useApp()
  const name = team.find(({ userId }) => userId === by)?.name
  switch (code) {
    case 'raised':
      return <>{i18n._({ id: 'inbox.step.raised', message: 'It came in' })}</>
    case 'escalated':
      return (
        <>
          {i18n._({
            id: 'inbox.step.escalated',
            message: 'Nobody had it, so more people were told',
          })}
        </>
      )
    case 'acknowledged':
      return (
        <>
          {name === undefined
            ? i18n._({ id: 'inbox.step.taken', message: 'Somebody took it' })
            : i18n._({
                id: 'inbox.step.taken-by',
                message: '{name} took it',
                values: { name },
              })}
        </>
      )
    case 'resolved':
      return <>{i18n._({ id: 'inbox.step.resolved', message: 'It was dealt with' })}</>
    default:
      return code satisfies never
  }
}
