import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { ShellKeys } from '../palette/shell-keys.tsx'
import { UrgentCount, UrgentWatch } from '../screens/inbox/urgent-watch.tsx'
import type { Route } from './clinic-route.ts'
import { useConsole, useStaff } from './console-context.ts'
import './shell.css'

interface ShellProps {
  readonly route: Route
  readonly children: ComponentChildren
}

/** The ways through the console, always in the same place, and the screen beside them. */
export function Shell({ route, children }: ShellProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={skipToMain}>
        {i18n._({ id: 'console.skip', message: 'Skip to the main part' })}
      </a>
      <ShellNav route={route} />
      <UrgentWatch />
      <div class="shell-screen">{children}</div>
    </div>
  )
}

/** The fragment is the route: the link moves the focus itself. */
function skipToMain(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main')?.focus()
}

function ShellNav({ route }: Pick<ShellProps, 'route'>): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  return (
    <nav class="shell-nav" aria-label={i18n._({ id: 'console.nav', message: 'Main' })}>
      <ClinicName />
      <ul class="shell-list">
        <Entry screen="today" icon="today" route={route}>
          {i18n._({ id: 'console.nav.today', message: 'Today' })}
          <UrgentCount />
        </Entry>
        <Entry screen="patients" icon="patients" route={route}>
          {i18n._({ id: 'console.nav.patients', message: 'Patients' })}
        </Entry>
        <Entry screen="new-session" icon="session" route={route}>
          {i18n._({ id: 'console.nav.new', message: 'New session' })}
        </Entry>
        <Entry screen="series" icon="sessions" route={route}>
          {i18n._({ id: 'console.nav.series', message: 'Series' })}
        </Entry>
        <Entry screen="protocol" icon="protocol" route={route} isFurther>
          {i18n._({ id: 'console.nav.protocol', message: 'Protocol' })}
        </Entry>
        {may('owner', 'clinician') ? (
          <Entry screen="insight" icon="insight" route={route} isFurther>
            {i18n._({ id: 'console.nav.insight', message: 'Insight' })}
          </Entry>
        ) : null}
        <Entry screen="settings" icon="settings" route={route}>
          {i18n._({ id: 'console.nav.settings', message: 'Settings' })}
        </Entry>
      </ul>
      <ShellKeys route={route} />
    </nav>
  )
}

function ClinicName(): JSX.Element {
  const { account } = useConsole()
  const { clinicId } = useStaff()
  const clinic = account.clinics.find((one) => one.clinicId === clinicId)
  return (
    <a class="shell-name" href={hrefTo('today')}>
      <span>Afterglow</span>
      <span class="small">
        <bdi>{clinic?.clinicName}</bdi>
      </span>
    </a>
  )
}

interface EntryProps {
  readonly screen: string
  readonly icon: IconName
  readonly route: Route
  /** Not on a phone's bar: it is reached from Settings there. */
  readonly isFurther?: boolean
  readonly children: ComponentChildren
}

function Entry({ screen, icon, route, isFurther = false, children }: EntryProps): JSX.Element {
  const isHere = route.screen === screen
  return (
    <li class={isFurther ? 'shell-further' : ''}>
      <a
        class="shell-entry"
        href={hrefTo(screen)}
        {...(isHere && { 'aria-current': 'page' as const })}
      >
        <Icon name={icon} />
        <span>{children}</span>
      </a>
    </li>
  )
}
