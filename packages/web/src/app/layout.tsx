import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from '../components/icon.tsx'
import { leftOutWord } from '../words/left-out-words.ts'
import { useApp } from './app-context.ts'
import './layout.css'
import { useOfflineCopy } from './offline.ts'
import { hrefTo, type Route } from './route.ts'

interface LayoutProps {
  readonly route: Route
  readonly children: ComponentChildren
}

/** The five ways through the app, always in the same place and order, and the screen between them. */
export function Layout({ route, children }: LayoutProps): JSX.Element {
  const { i18n, record, linked } = useApp()
  return (
    <div class="layout">
      <a class="skip" href="#main" onClick={skipToMain}>
        {i18n._({ id: 'layout.skip', message: 'Skip to the main part' })}
      </a>
      <div class="layout-screen">
        <UpdateNote />
        {linked ? <linked.Note /> : null}
        {record.isExample ? <ExampleNote /> : null}
        {saysLeftOut(route) && record.leftOut.length > 0 ? <LeftOutNote /> : null}
        {children}
      </div>
      <Navigation route={route} />
    </div>
  )
}

function Navigation({ route }: Pick<LayoutProps, 'route'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <nav class="nav" aria-label={i18n._({ id: 'nav.label', message: 'Main' })}>
      <a class="nav-name" href={hrefTo('today')}>
        Afterglow
      </a>
      <ul class="nav-list">
        <NavEntry screen="today" route={route}>
          {i18n._({ id: 'nav.today', message: 'Today' })}
        </NavEntry>
        <NavEntry screen="can-i" route={route}>
          {i18n._({ id: 'nav.can-i', message: 'Can I?' })}
        </NavEntry>
        <NavEntry screen="timeline" route={route}>
          {i18n._({ id: 'nav.timeline', message: 'Timeline' })}
        </NavEntry>
        <NavEntry screen="check-in" route={route}>
          {i18n._({ id: 'nav.check-in', message: 'Check in' })}
        </NavEntry>
        <NavEntry screen="help" route={route}>
          {i18n._({ id: 'nav.help', message: 'Help' })}
        </NavEntry>
      </ul>
      <ul class="nav-list nav-further">
        <NavEntry screen="products" route={route}>
          {i18n._({ id: 'nav.products', message: 'Products' })}
        </NavEntry>
        <NavEntry screen="sessions" route={route}>
          {i18n._({ id: 'nav.sessions', message: 'Sessions' })}
        </NavEntry>
        <NavEntry screen="results" route={route}>
          {i18n._({ id: 'nav.results', message: 'Results' })}
        </NavEntry>
        <NavEntry screen="session" route={route}>
          {i18n._({ id: 'nav.session', message: 'Your answers' })}
        </NavEntry>
        <NavEntry screen="more" route={route}>
          {i18n._({ id: 'nav.more', message: 'More' })}
        </NavEntry>
      </ul>
    </nav>
  )
}

/** The fragment is the route: the link moves the focus itself. */
function skipToMain(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main')?.focus()
}

interface NavEntryProps {
  readonly screen: IconName
  readonly route: Route
  readonly children: ComponentChildren
}

function NavEntry({ screen, route, children }: NavEntryProps): JSX.Element {
  const isHere = route.screen === screen
  return (
    <li>
      <a
        class={`nav-entry nav-${screen}`}
        href={hrefTo(screen)}
        {...(isHere && { 'aria-current': 'page' as const })}
      >
        <Icon name={screen} />
        <span>{children}</span>
      </a>
    </li>
  )
}

function ExampleNote(): JSX.Element {
  const { i18n, change } = useApp()
  return (
    <aside class="example-note">
      {i18n._({
        id: 'example.note',
        message: 'This is an example, not your session.',
      })}{' '}
      <button
        type="button"
        class="example-leave"
        onClick={() => {
          change({ session: null, isExample: false, answers: {} })
          location.assign(hrefTo('start'))
        }}
      >
        {i18n._({ id: 'example.leave', message: 'Tell us about yours' })}
      </button>
    </aside>
  )
}

/** Today says it in full, with the way to be done with it; these two come before any answer. */
function saysLeftOut({ screen }: Route): boolean {
  return !['today', 'start', 'open'].includes(screen)
}

/** No answer stands without it, nor on paper: what a typed code did not carry may close what is open here. */
function LeftOutNote(): JSX.Element {
  const { i18n, format, record } = useApp()
  const words = record.leftOut.map((one) => leftOutWord(i18n, one))
  return (
    <aside class="example-note left-out-note">
      <span>
        {i18n._({
          id: 'notice.left-out',
          message:
            'Your code could not carry: {what}. Until that is told again, ask your clinic before you go by what is open here.',
          values: { what: format.list(words) },
        })}
      </span>
      <a href={hrefTo('session')}>{i18n._({ id: 'notice.tell', message: 'What you told us' })}</a>
    </aside>
  )
}

function UpdateNote(): JSX.Element | null {
  const { i18n } = useApp()
  const renew = useOfflineCopy()
  if (!renew) return null
  return (
    <aside class="example-note" aria-live="polite">
      {i18n._({ id: 'update.note', message: 'A newer version is ready.' })}{' '}
      <button type="button" class="example-leave" onClick={renew}>
        {i18n._({ id: 'update.renew', message: 'Use it now' })}
      </button>
    </aside>
  )
}
