import type { Instant } from '@afterglow/engine'
import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Page } from '../components/page.tsx'
import type { PatientRecord } from '../store/record.ts'
import { TodayScreen } from '../screens/today/today-screen.tsx'
import { useApp } from './app-context.ts'
import { whenLoaded } from './when-loaded.ts'
import { goTo, hrefTo, type Route } from './route.ts'

/** What a screen is given: the rest of the address after its own name. */
export interface ScreenProps {
  readonly rest: readonly string[]
}

type ScreenComponent = ComponentType<ScreenProps>

/** The screens by name: `can-i` is `screens/can-i/can-i-screen.tsx`, which exports `CanIScreen`. Each is loaded when first shown. */
const FILES = import.meta.glob<Readonly<Record<string, ScreenComponent>>>([
  '../screens/*/*-screen.tsx',
  '!../screens/today/*',
])

/** Those that show no plan: without a session every other one begins with the questions. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set(['start', 'help', 'more', 'open'])

async function loadScreen(name: string): Promise<ScreenComponent | null> {
  if (name === 'today') return TodayScreen
  const module = await FILES[`../screens/${name}/${name}-screen.tsx`]?.()
  return module?.[`${pascal(name)}Screen`] ?? null
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** Only Today is drawn from the first half of the texts, and only once a session has ended. */
export function screenNeedsAllTexts(
  screen: string,
  { session }: PatientRecord,
  at: Instant,
): boolean {
  return screen !== 'today' || (session?.procedures.every((one) => one.endedAt > at) ?? false)
}

interface ScreenSlotProps {
  readonly route: Route
  readonly isReady: boolean
}

export function Screen({ route, isReady }: ScreenSlotProps): JSX.Element | null {
  const { record } = useApp()
  const { screen, rest } = route
  const Loaded = useLoaded(screen)
  const isTooEarly = !record.session && !WITHOUT_SESSION.has(screen) && Loaded !== null
  useEffect(() => {
    if (isTooEarly) goTo(hrefTo('start'), { instead: true })
  }, [isTooEarly])
  if (Loaded === null) return <NotFound />
  if (isTooEarly || !Loaded || !isReady) return null
  return <Loaded key={[screen, ...rest].join('/')} rest={rest} />
}

/** The screen's component; undefined until its script is there, null where there is no such screen. */
function useLoaded(name: string): ScreenComponent | null | undefined {
  const [loaded, setLoaded] = useState<readonly [string, ScreenComponent | null]>([
    'today',
    TodayScreen,
  ])
  useEffect(() => whenLoaded(loadScreen(name), (component) => setLoaded([name, component])), [name])
  return loaded[0] === name ? loaded[1] : undefined
}

function NotFound(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page title={i18n._({ id: 'not-found.title', message: 'There is no such page' })}>
      <p>
        <a href={hrefTo('today')}>{i18n._({ id: 'not-found.today', message: 'Go to Today' })}</a>
      </p>
    </Page>
  )
}
