import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import type { Alert } from '../../api/alerts.ts'
import type { TeamName } from '../../api/clinic.ts'
import { useStaff } from '../../app/console-context.ts'
import { useKeys } from '../../app/keys.ts'
import { CallButton } from './call-button.tsx'
import { DealtWith } from './dealt-with.tsx'
import { HandOver } from './hand-over.tsx'
import { escalationWords, ownerWords, waitsWords } from './inbox-words.ts'
import { type AlertActions, useAlertActions } from './use-alert-actions.ts'
import { isWaiting } from './waiting.ts'

interface AlertStateProps {
  readonly alert: Alert
  readonly team: readonly TeamName[]
}

/** Whose it is, and what can be done about it. */
export function AlertState({ alert, team }: AlertStateProps): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const actions = useAlertActions()
  const mayAct = may('owner', 'clinician', 'front-desk') && alert.resolvedAt === null
  return (
    <Card title={i18n._({ id: 'inbox.state', message: 'Whose it is' })}>
      <Owner alert={alert} />
      <div class="alert-ways">
        {mayAct ? <Take alert={alert} actions={actions} /> : null}
        <CallButton patientId={alert.patientId} />
        <Button href={hrefTo('patients', alert.patientId, 'messages')}>
          {i18n._({ id: 'inbox.write', message: 'Write to them' })}
        </Button>
        <Button href={hrefTo('patients', alert.patientId)}>
          {i18n._({ id: 'inbox.open', message: 'Open the patient' })}
        </Button>
      </div>
      {mayAct ? (
        <>
          <HandOver alert={alert} team={team} actions={actions} />
          <DealtWith alert={alert} actions={actions} />
        </>
      ) : null}
    </Card>
  )
}

function Owner({ alert }: { readonly alert: Alert }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { userId } = useStaff()
  const escalation = escalationWords(app, alert)
  const owner = ownerWords(i18n, alert, userId)
  if (alert.resolvedAt !== null)
    return <p class="alert-owner">{i18n._({ id: 'inbox.state.closed', message: 'Dealt with' })}</p>
  return (
    <div>
      <p class="alert-owner">{owner}</p>
      {isWaiting(alert) ? <p class="quiet">{waitsWords(app, alert)}</p> : null}
      {escalation === '' ? null : <p class="quiet">{escalation}</p>}
    </div>
  )
}

interface TakeProps {
  readonly alert: Alert
  readonly actions: AlertActions
}

/** Nothing where it is one's own already. */
function Take({ alert, actions }: TakeProps): JSX.Element | null {
  const { i18n } = useApp()
  const { userId } = useStaff()
  const isYours = alert.ownerId === userId && alert.acknowledgedAt !== null
  const take = () => {
    if (isYours || actions.isBusy) return
    void actions.take(alert)
    document.getElementById('heading')?.focus({ preventScroll: true })
  }
  useKeys({ a: take })
  if (isYours) return null
  return (
    <Button
      kind={alert.acknowledgedAt === null ? 'main' : 'plain'}
      onClick={take}
      disabled={actions.isBusy}
    >
      {alert.acknowledgedAt === null
        ? i18n._({ id: 'inbox.take', message: 'Take it' })
        : i18n._({ id: 'inbox.take-over', message: 'Take it over' })}{' '}
      <kbd>A</kbd>
    </Button>
  )
}
