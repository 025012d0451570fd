import type { Instant } from '@afterglow/engine'
import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Page } from '../components/page.tsx'
import type { PatientRecord } from '../store/record.ts'
import { TodayScreen } from '../screens/today/today-screen.tsx'
import type { TextHalves } from '../words/load-words.ts'
import { useApp } from './app-context.ts'
import { Broken } from './broken.tsx'
import { now } from './clock.ts'
import { isClockInDoubt } from './present.ts'
import { useLazy } from './use-lazy.ts'
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
const WITHOUT_SESSION: ReadonlySet<string> = new Set(['start', 'help', 'more', 'open', 'clinic'])

/** Asks for a screen's script before it is shown. */
export function expectScreen(name: string): void {
  // Whoever then shows it hears of a failure.
  void loadScreen(name).catch(() => undefined)
}

async function loadScreen(name: string): Promise<ScreenComponent | null> {
  const module = await FILES[`../screens/${name}/${name}-screen.tsx`]?.()
  return module?.[`${pascal(name)}Screen`] ?? null
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** The questions need none of the ledger's texts; Today, once a session has ended, the first half of them. */
export function textsNeeded(screen: string, { session }: PatientRecord, at: Instant): TextHalves {
  if (screen === 'start') return 0
  const isAhead = session?.procedures.every((one) => one.endedAt > at) ?? false
  return screen === 'today' && !isAhead ? 1 : 2
}

interface ScreenSlotProps {
  readonly route: Route
  readonly isReady: boolean
  /** Whether something that the screen needs could not be fetched. */
  readonly isBroken: boolean
}

export function Screen({ route, isReady, isBroken }: ScreenSlotProps): JSX.Element | null {
  const { record } = useApp()
  const { rest } = route
  const screen = screenOf(route, record)
  const lazy = useLazy(() => loadScreen(screen), screen, screen !== 'today')
  const Loaded = screen === 'today' ? TodayScreen : lazy !== 'broken' && lazy?.value
  const isTooEarly = !record.session && !WITHOUT_SESSION.has(screen) && Loaded !== null
  useEffect(() => {
    if (isTooEarly) goTo(hrefTo(record.clinic ? 'my-clinic' : 'start'), { instead: true })
  }, [isTooEarly])
  if (Loaded === null) return <NotFound />
  if (isBroken || lazy === 'broken') return <Broken />
  if (isTooEarly || !Loaded || !isReady) return null
  return <Loaded key={[screen, ...rest].join('/')} rest={rest} />
}

/** Where the time is not known, nothing that hangs on it is shown. */
function screenOf({ screen }: Route, record: PatientRecord): string {
  // The questions are the clinic's to answer, where it wrote the session down.
  if (record.clinic && screen === 'start') return 'today'
  return isClockInDoubt(now(), record) && !WITHOUT_SESSION.has(screen) ? 'clock' : screen
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
