import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Button } from '../../../components/button.tsx'
import { Page } from '../../../components/page.tsx'
import type { Alert, Alerts } from '../../api/alerts.ts'
import { readRecentCheckIns } from '../../api/check-ins.ts'
import { useStaff } from '../../app/console-context.ts'
import { useClinicLibrary } from '../../app/library.ts'
import { type Loaded, useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'
import { useAlertActions } from '../inbox/use-alert-actions.ts'
import { useOpenAlerts } from '../inbox/use-open-alerts.ts'
import { firstWaiting, firstYours, waitingOf } from '../inbox/waiting.ts'
import { waitingWords } from '../inbox/waiting-words.ts'
import { DaysCard } from './days-card.tsx'
import { FirstAlert } from './first-alert.tsx'
import { OpensCard } from './opens-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { TodayTable } from './today-table.tsx'
import './today.css'
import { UndeliveredCard } from './undelivered-card.tsx'
import { useRowKeys } from './use-row-keys.ts'

const REPORTS_EVERY_MS = 60_000

/** Who needs somebody now, the most urgent first, and what the day brings. */
export function TodayScreen(): JSX.Element {
  const alerts = useOpenAlerts()
  return (
    <Page title={useHeading(alerts)} hasOwnHeading>
      <TodayHead alerts={alerts} />
      <Show loaded={alerts}>{({ items, next }) => <Inbox items={items} next={next} />}</Show>
      <div class="today-cards">
        <OpensCard />
        <DaysCard />
        <div class="stack">
          <SessionsCard />
          <UndeliveredCard />
        </div>
      </div>
    </Page>
  )
}

/** The answer in a sentence; nothing calming is said where the server could not be asked. */
function useHeading(alerts: Loaded<Alerts>): string {
  const app = useApp()
  const { i18n } = app
  const { userId } = useStaff()
  if (alerts.state === 'loading') return i18n._({ id: 'console.today', message: 'Today' })
  if (alerts.state === 'failed' || alerts.isOld)
    return i18n._({ id: 'inbox.unknown', message: 'Who waits for you cannot be seen now' })
  return waitingWords(app, waitingOf(alerts.value.items, userId))
}

function TodayHead({ alerts }: { readonly alerts: Loaded<Alerts> }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { may, userId } = useStaff()
  const isCalm = alerts.state !== 'there' || firstOf(alerts.value.items, userId) === null
  return (
    <div class="today-head">
      <div>
        <p class="page-kicker">{format.dayTime(at)}</p>
        <h1 id="heading" tabIndex={-1}>
          {useHeading(alerts)}
        </h1>
      </div>
      {may('owner', 'clinician', 'front-desk') ? (
        <Button kind={isCalm ? 'main' : 'plain'} href={hrefTo('new-session')}>
          {i18n._({ id: 'console.nav.new', message: 'New session' })} <kbd>N</kbd>
        </Button>
      ) : null}
    </div>
  )
}

/** The one to see to: what nobody has, else what one has taken on and not closed. */
function firstOf(alerts: readonly Alert[], userId: string): Alert | null {
  return firstWaiting(alerts) ?? firstYours(alerts, userId)
}

function Inbox({ items, next }: Alerts): JSX.Element {
  const { i18n } = useApp()
  const checkIns = useQuery(['check-ins', 'recent'], readRecentCheckIns, {
    everyMs: REPORTS_EVERY_MS,
  })
  const library = useClinicLibrary()
  const actions = useAlertActions()
  const { userId } = useStaff()
  const first = firstOf(items, userId)
  const place = useRowKeys((alertId) => {
    const alert = alertId === null ? first : items.find((one) => one.alertId === alertId)
    if (alert && !actions.isBusy) void actions.take(alert)
  })
  const planner = library.state === 'there' ? library.value.planner : null
  // Before the protocols have come nobody knows whether a check-in leaves something open.
  const told = checkIns.state === 'there' && library.state !== 'loading' ? checkIns.value : null
  return (
    <div class="stack" ref={place}>
      {first ? <FirstAlert alert={first} planner={planner} actions={actions} /> : null}
      <TodayTable alerts={items} first={first} checkIns={told} planner={planner} />
      {checkIns.state === 'failed' ? <Show loaded={checkIns}>{() => null}</Show> : null}
      {next === null ? null : (
        <p class="notice">
          {i18n._({
            id: 'inbox.more',
            message: 'More wait than are shown. The most urgent are here.',
          })}
        </p>
      )}
    </div>
  )
}
