import { type CarePlan, type Instant, type Session, zoneAt } from '@afterglow/engine'
import { render } from 'preact'
import { isCountedInMinutes, todayUntil } from '../model/today-until.ts'
import { type Today, todayOf } from '../model/today.ts'
import { TodayScreen } from '../screens/today/today-screen.tsx'
import { keepToday } from '../store/keep.ts'
import type { KeptToday } from '../store/kept-today.ts'
import { packed } from '../store/packed.ts'
import type { Picture } from '../store/pictures.ts'
import { createFormat } from '../words/format.ts'
import { type App, AppContext } from './app-context.ts'
import { deviceZone, now } from './clock.ts'
import { oldFrom } from './copy-age.ts'
import { Layout } from './layout.tsx'
import { isClockInDoubt, presentAt, setBackMs } from './present.ts'

/** How far ahead: who comes later waits until the plan is worked out. */
const AHEAD_MS = 24 * 3_600_000
/** Between two pictures, so that nobody waits for one. */
const PAUSE_MS = 30
/** As many as the next hour has, kept one by one: they are wanted soonest. */
const NEXT_HOUR = 3
const ROUTE = { screen: 'today', rest: [] } as const

export interface ToKeep {
  readonly app: App
  /** Names this version of the app. */
  readonly build: string
  /** Ends what has become another's. */
  readonly signal: AbortSignal
}

interface Told extends App {
  readonly plan: CarePlan
  readonly session: Session
}

/**
 * Draws Today as it will be, for the start of the next visit (boot.ts): the present pictures are kept at once, then those of
 * the hours to come, each drawn by what draws the page. Where anything is odd, none is kept.
 */
export async function keepTodayAhead({ app, build, signal }: ToKeep): Promise<void> {
  const { plan, record } = app
  const { session, clinic } = record
  const shown = now()
  const aheadMs = setBackMs(clinic)
  // The start has the device's clock alone to go by.
  if (presentAt(shown, record) !== shown - aheadMs || isClockInDoubt(shown, record)) return
  if (!session || !plan) return
  const told = { ...app, plan, session }
  const pictures: Picture[] = []
  const keep = () => {
    const shownThen = pictures.map((one) => laterBy(one, aheadMs))
    return keepToday({ build, ...deviceNow(), pictures: packed(shownThen) }, record)
  }
  for (let at = app.at; at < app.at + AHEAD_MS; at = pictures.at(-1)?.until ?? at) {
    const picture = pictureOf(told, at)
    if (!picture) break
    pictures.push(picture)
    if (pictures.length <= NEXT_HOUR) await keep()
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    if (signal.aborted) return
  }
  await keep()
}

/** As the device's clock shows it. */
function laterBy({ from, until, markup }: Picture, byMs: number): Picture {
  return { from: from + byMs, until: until + byMs, markup }
}

function deviceNow(): Pick<KeptToday, 'languages' | 'zone' | 'title' | 'lang' | 'dir'> {
  const { lang, dir } = document.documentElement
  return {
    languages: navigator.languages.join(),
    zone: deviceZone(),
    title: document.title,
    lang,
    dir,
  }
}

/** Undefined where it cannot be told how long it holds, and before a session, which has another page. */
function pictureOf(told: Told, at: Instant): Picture | undefined {
  const { planner, session, plan, locale, digits, record } = told
  const zone = zoneAt(session.zone, session.events, at)
  const care = { planner, session, plan, at, zone }
  const today = todayOf(care)
  const old = record.clinic ? oldFrom(record.clinic) : Infinity
  const until = todayUntil(care, today, old)
  if (until === undefined || today.phase === 'before') return undefined
  const format = createFormat({ locale, digits, zone })
  const markup = markupOf(drawn({ ...told, at, zone, format, isFirstPage: true }), today, at)
  return { from: at, until, markup }
}

/** Drawn beside the page, and let go at once: no effect of it runs. */
function drawn(app: App): Element {
  const holder = document.createElement('div')
  render(
    <AppContext.Provider value={app}>
      <Layout route={ROUTE}>
        <TodayScreen />
      </Layout>
    </AppContext.Provider>,
    holder,
  )
  // A clone of an element is of its kind.
  const copy = holder.cloneNode(true) as Element
  render(null, holder)
  return copy
}

/** To be read and followed: what changes something waits for the app. */
function markupOf(holder: Element, { openings }: Today, at: Instant): string {
  holder.firstElementChild?.toggleAttribute('data-kept', true)
  for (const one of holder.querySelectorAll('input')) one.toggleAttribute('checked', one.checked)
  for (const one of holder.querySelectorAll('input, button, details'))
    one.toggleAttribute('inert', true)
  // Minutes would be old ones. Their place is kept, so that nothing jumps when they come.
  if (openings.some((opening) => isCountedInMinutes(opening.at, at)))
    for (const one of holder.querySelectorAll('.countdown')) one.classList.add('unsaid')
  return holder.innerHTML
}
