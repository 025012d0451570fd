import type { Planner } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import type { Alert } from '../../api/alerts.ts'
import { useStaff } from '../../app/console-context.ts'
import { againstOf } from '../inbox/against.ts'
import { againstWords } from '../inbox/against-words.ts'
import { CallButton } from '../inbox/call-button.tsx'
import {
  escalationWords,
  sessionWords,
  takenBackWords,
  toldWords,
  waitsWords,
} from '../inbox/inbox-words.ts'
import { LevelPill } from '../inbox/level-pill.tsx'
import type { AlertActions } from '../inbox/use-alert-actions.ts'
import { isUrgent, isWaiting } from '../inbox/waiting.ts'

interface FirstAlertProps {
  readonly alert: Alert
  /** Null until the protocols are here: then no day is said of what is usual. */
  readonly planner: Planner | null
  readonly actions: AlertActions
}

/** The one thing to see to first: who, what was told, against what is expected, how long it has waited, and one button. */
export function FirstAlert({ alert, planner, actions }: FirstAlertProps): JSX.Element {
  const app = useApp()
  const { alertId, patientId, name, disposition, kind } = alert
  const against = againstWords(app, againstOf(planner, alert))
  return (
    <section
      class={isUrgent(alert) ? 'first-alert first-alert-urgent' : 'first-alert'}
      aria-labelledby="first-alert"
    >
      <LevelPill disposition={disposition} kind={kind} />
      <div class="first-alert-text">
        <h2 id="first-alert">
          <a href={hrefTo('inbox', alertId)} data-row={alertId}>
            <bdi>{name}</bdi>
          </a>
          <span class="first-alert-session">{sessionWords(app, alert)}</span>
        </h2>
        {alert.undone ? <p class="quiet">{takenBackWords(app.i18n, alert)}</p> : null}
        <p class="first-alert-told" dir="auto">
          {toldWords(app, alert.told)}
        </p>
        {against === '' ? null : <p class="quiet">{against}</p>}
      </div>
      <FirstAlertState alert={alert} />
      <div class="first-alert-actions">
        <CallButton patientId={patientId} />
        {isWaiting(alert) ? (
          <TakeIt alert={alert} actions={actions} />
        ) : (
          <Button kind="main" href={hrefTo('inbox', alertId)}>
            {app.i18n._({ id: 'inbox.go-on', message: 'Go on with it' })}
          </Button>
        )}
      </div>
    </section>
  )
}

function FirstAlertState({ alert }: { readonly alert: Alert }): JSX.Element {
  const app = useApp()
  const escalation = escalationWords(app, alert)
  return (
    <p class="first-alert-state">
      <span>{waitsWords(app, alert)}</span>
      {escalation === '' ? null : <span>{escalation}</span>}
    </p>
  )
}

function TakeIt({ alert, actions }: Pick<FirstAlertProps, 'alert' | 'actions'>): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  if (!may('owner', 'clinician', 'front-desk'))
    return (
      <p class="quiet">
        {i18n._({ id: 'inbox.look-only', message: 'Your role can look, and not take it.' })}
      </p>
    )
  const take = () => {
    void actions.take(alert)
    // The button goes with the alert: the heading says what is left.
    document.getElementById('heading')?.focus({ preventScroll: true })
  }
  return (
    <Button kind="main" onClick={take} disabled={actions.isBusy}>
      {i18n._({ id: 'inbox.take', message: 'Take it' })} <kbd>A</kbd>
    </Button>
  )
}
