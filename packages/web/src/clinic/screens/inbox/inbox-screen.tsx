import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../app/route.ts'
import { Page } from '../../../components/page.tsx'
import { type Alert, readAlert } from '../../api/alerts.ts'
import { readTeamNames, type TeamName } from '../../api/clinic.ts'
import type { ScreenProps } from '../../app/console-screens.tsx'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { AlertHistory } from './alert-history.tsx'
import { AlertState } from './alert-state.tsx'
import { EarlierCheckIns } from './earlier-check-ins.tsx'
import { sessionWords } from './inbox-words.ts'
import './inbox.css'
import { LevelPill } from './level-pill.tsx'
import { ExpectedThen } from './expected-then.tsx'
import { ToldCard } from './told-card.tsx'
import { WhyCard } from './why-card.tsx'

const EVERY_MS = 15_000

/** One alert whole, as a mail to staff leads to it; without one the inbox is on Today. */
export function InboxScreen({ rest: [alertId] }: ScreenProps): JSX.Element | null {
  useEffect(() => {
    if (alertId === undefined) goTo(hrefTo('today'), { instead: true })
  }, [alertId])
  return alertId === undefined ? null : <OneAlert alertId={alertId} />
}

function OneAlert({ alertId }: { readonly alertId: string }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const loaded = useQuery(['alerts', alertId], () => readAlert(alertId), { everyMs: EVERY_MS })
  const alert = loaded.state === 'there' ? loaded.value : null
  const names = useQuery(['team', 'names'], readTeamNames)
  const team = names.state === 'there' ? names.value : []
  return (
    <Page
      title={alert?.name ?? i18n._({ id: 'inbox.title', message: 'Alert' })}
      back={{
        href: hrefTo('today'),
        label: i18n._({ id: 'console.nav.today', message: 'Today' }),
      }}
      {...(alert && { kicker: <LevelPill {...alert} />, lead: sessionWords(app, alert) })}
      {...(alert && { aside: <AlertAside alert={alert} team={team} /> })}
    >
      <Show loaded={loaded}>{(value) => <AlertWhole alert={value} team={team} />}</Show>
    </Page>
  )
}

function AlertWhole({ alert, team }: AlertProps): JSX.Element {
  return (
    <>
      <ToldCard alert={alert} />
      <AlertState alert={alert} team={team} />
    </>
  )
}

interface AlertProps {
  readonly alert: Alert
  readonly team: readonly TeamName[]
}

/** What helps to decide: why it is here, what is usual then, what was told before, and what happened to it. */
function AlertAside({ alert, team }: AlertProps): JSX.Element {
  return (
    <>
      <WhyCard alert={alert} />
      <ExpectedThen alert={alert} />
      <EarlierCheckIns alert={alert} />
      <AlertHistory alert={alert} team={team} />
    </>
  )
}
