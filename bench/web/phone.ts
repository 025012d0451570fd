import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/chromium.ts'
import { parsed, PHONE } from './story.ts'

/** A slow phone on a slow network, as Chromium imitates one. */
export const SLOW = { megabitsPerSecond: 1.6, roundTripMs: 150, cpuSlowdown: 4 } as const

const BYTES_PER_MEGABIT = 125_000
const LONGEST_WAIT_MS = 120_000

/** The browser of one phone: its profile is a folder, from start to start the same. */
export interface Phone {
  readonly page: Page
  readonly session: CDPSession
  readonly close: () => Promise<void>
}

/** What is to be waited for on a page. */
export interface Watched {
  /** The plan's main heading. */
  readonly heading: string
  /** A button that is pressed as soon as it is there. */
  readonly tap?: string
  /** How long after the story's time. */
  readonly laterMs?: number
}

/** Milliseconds of the page's main thread. */
interface Spent {
  readonly allMs: number
  /** Of it finding out styles and places. */
  readonly layoutMs: number
}

/** What the page itself has seen; milliseconds since the navigation started. */
export interface Seen {
  /** The heading was painted. */
  readonly visibleMs: number
  /** The first text or picture was painted, the plan or not. */
  readonly firstPaintMs: number
  /** The service worker was asked for the page; 0 where there is none. */
  readonly workerMs: number
  /** What was there by then, the page itself first. */
  readonly files: readonly SeenFile[]
  readonly spent: Spent
}

interface SeenFile {
  readonly path: string
  readonly hereMs: number
  /** Of its body as sent; 0 where it came from the device. */
  readonly bytes: number
}

/** A folder for a profile: a copy of another, or empty. */
export function newProfile(from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-web-'))
  if (from !== undefined) cpSync(from, folder, { recursive: true, verbatimSymlinks: true })
  return folder
}

export function forget(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Starts the browser and shows it a page of another site, so that what is measured is the page and not the start. */
export async function openPhone(profile: string, elsewhere: string): Promise<Phone> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    timezoneId: PHONE.timezoneId,
    locale: PHONE.locale,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(elsewhere)
  const session = await context.newCDPSession(page)
  return { page, session, close: () => context.close() }
}

async function setSpeed({ session }: Phone, isSlow: boolean): Promise<void> {
  const bytesPerSecond = isSlow ? SLOW.megabitsPerSecond * BYTES_PER_MEGABIT : -1
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: isSlow ? SLOW.roundTripMs : 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: isSlow ? SLOW.cpuSlowdown : 1 })
}

/** Opens an address on the slow phone, and waits until its plan is seen. */
export async function seePlan(phone: Phone, url: string, watched: Watched): Promise<Seen> {
  const { page, session } = phone
  const seen = seenOn(page.context(), url)
  await page.addInitScript({ content: inPage(watched) })
  await setSpeed(phone, true)
  await session.send('Performance.enable', { timeDomain: 'timeTicks' })
  await page.goto(url, { waitUntil: 'commit', timeout: LONGEST_WAIT_MS })
  return { ...(await seen), spent: await spentOn(phone) }
}

/** What the page's main thread has worked so far. */
async function spentOn({ session }: Phone): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics')
  const msOf = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0)
  return {
    allMs: msOf('TaskDuration'),
    layoutMs: msOf('LayoutDuration') + msOf('RecalcStyleDuration'),
  }
}

async function seenOn(context: BrowserContext, url: string): Promise<Omit<Seen, 'spent'>> {
  return new Promise((done, failed) => {
    const giveUp = () => failed(new Error(`the plan was never seen at ${url}`))
    const timer = setTimeout(giveUp, LONGEST_WAIT_MS)
    const take = (seen: Omit<Seen, 'spent'>) => {
      clearTimeout(timer)
      done(seen)
    }
    context.exposeFunction('planIsVisible', take).catch(failed)
  })
}

const IN_PAGE = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8')

function inPage({ laterMs = 0, ...watched }: Watched): string {
  const facts = JSON.stringify({ ...watched, at: parsed(PHONE.at) + laterMs })
  return `(() => {\n${IN_PAGE}\nwatchPlan(${facts})\n})()`
}

const LOOP = `(() => {
  const start = performance.now()
  for (let sum = 0, k = 0; k < 1e7; k++) sum = (sum + k) % 1_000_003
  return performance.now() - start
})()`

/** How many times slower the page computes than without the slow-down: to see that it is there. */
export async function seenSlowdown(phone: Phone): Promise<number> {
  const slow: number = await phone.page.evaluate(LOOP)
  await setSpeed(phone, false)
  const fast: number = await phone.page.evaluate(LOOP)
  return slow / fast
}

export async function browserVersion(): Promise<string> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS })
  try {
    return browser.version()
  } finally {
    await browser.close()
  }
}
