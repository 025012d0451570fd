import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { Page } from '../../components/page.tsx'
import type { Account } from '../api/account.ts'
import type { Route } from './clinic-route.ts'
import { useConsole } from './console-context.ts'
import { Shell } from './shell.tsx'
import { whoOf } from './who.ts'

/** What a screen is given: the rest of the address after its own name. */
export interface ScreenProps {
  readonly rest: readonly string[]
}

type ScreenComponent = ComponentType<ScreenProps>

/** The screens by name: `new-session` is `screens/new-session/new-session-screen.tsx`, which exports `NewSessionScreen`. */
const FILES = import.meta.glob<Readonly<Record<string, ScreenComponent>>>(
  '../screens/*/*-screen.tsx',
)

/** Those that come with a link and need nobody signed in. */
const BY_LINK: ReadonlySet<string> = new Set(['set-up', 'join-team', 'new-password'])

/** The screen that the address names, behind the sign-in; the address stays, so that one comes to it afterwards. */
export function ConsoleScreen({ route }: { readonly route: Route }): JSX.Element {
  const { account } = useConsole()
  const door = BY_LINK.has(route.screen) ? route.screen : doorOf(account)
  if (door !== null) return <Slot name={door} rest={door === route.screen ? route.rest : []} />
  return (
    // What is half typed in one clinic is not sent in another.
    <Shell route={route} key={whoOf(account)}>
      <Slot name={route.screen} rest={route.rest} />
    </Shell>
  )
}

/** What stands between a person and the console: nothing, or the screen that lets them in. */
function doorOf({ session }: Account): string | null {
  if (session === null) return 'sign-in'
  return session.secondFactor ? null : 'second-factor'
}

async function loadScreen(name: string): Promise<ScreenComponent | null> {
  const module = await FILES[`../screens/${name}/${name}-screen.tsx`]?.()
  return module?.[`${pascal(name)}Screen`] ?? null
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}

interface SlotProps extends ScreenProps {
  readonly name: string
}

function Slot({ name, rest }: SlotProps): JSX.Element | null {
  const { i18n } = useApp()
  const lazy = useLazy(() => loadScreen(name), name)
  useEffect(() => {
    if (lazy !== 'broken') scrollTo(0, 0)
  }, [name])
  if (lazy === undefined) return null
  if (lazy === 'broken')
    return (
      <Page title={i18n._({ id: 'console.broken', message: 'This page could not be loaded' })}>
        <p>{i18n._({ id: 'console.broken.text', message: 'Load the page again.' })}</p>
      </Page>
    )
  const { value: Loaded } = lazy
  return Loaded === null ? <NotFound /> : <Loaded key={rest[0] ?? ''} rest={rest} />
}

/** The same for what is not there and for what another clinic has. */
export function NotFound(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page title={i18n._({ id: 'console.not-found', message: 'There is no such page' })}>
      <p>
        <a href={hrefTo('today')}>
          {i18n._({ id: 'console.not-found.today', message: 'Go to Today' })}
        </a>
      </p>
    </Page>
  )
}
