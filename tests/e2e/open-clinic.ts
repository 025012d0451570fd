import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { CHROMIUM_ARGS } from '../../scripts/chromium.ts'
import {
  type ClinicServer,
  type Member,
  newClinic,
  openClinicServer,
} from '../../scripts/clinic-server.ts'
import { closeContexts } from './close-contexts.ts'

/** How somebody of the clinic, or a patient, looks at it. */
interface Desk {
  /** `clinic.html#/today`, below the server's address. */
  readonly path: string
  /** Null: nobody is signed in. */
  readonly who: Member | null
  readonly scheme?: 'light' | 'dark'
  readonly locale?: string
  readonly width?: number
  readonly height?: number
}

interface ClinicBench {
  readonly server: () => ClinicServer
  /** The clinic's owner, who is a clinician too. */
  readonly owner: () => Member
  readonly open: (desk: Desk) => Promise<Page>
  /** A page in a browser where somebody was before. */
  readonly openBeside: (page: Page, path: string) => Promise<Page>
  /** What pages complained of since the last call. */
  readonly complaints: () => readonly string[]
}

interface State {
  server?: ClinicServer
  owner?: Member
  browser?: Browser
}

interface Beginning {
  /** No clinic yet, so no owner: as a server is when it is started for the first time. */
  readonly isEmpty?: boolean
}

/** A server with one clinic and a browser, for the tests of one file. Call once, at the top of the file. */
export function useClinic({ isEmpty = false }: Beginning = {}): ClinicBench {
  const state: State = {}
  const contexts: BrowserContext[] = []
  const trouble: string[] = []
  const complaints = () => trouble.splice(0)
  beforeAll(async () => {
    state.server = await openedServer()
    if (!isEmpty) state.owner = await newClinic(state.server)
    const executablePath = inject('chromium')
    state.browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  })
  afterEach(async () => {
    await closeContexts(contexts.splice(0))
    expect(complaints()).toEqual([])
  })
  afterAll(async () => {
    await state.browser?.close()
    await state.server?.close()
  })
  const server = () => there(state.server)
  const open = async ({ path, who, ...look }: Desk) => {
    const context = await contextOf(there(state.browser), look)
    contexts.push(context)
    if (who) await context.addCookies([{ ...who.cookie, url: server().url, httpOnly: true }])
    return openPage(context, `${server().url}${path}`, trouble)
  }
  const openBeside = (page: Page, path: string) =>
    openPage(page.context(), `${server().url}${path}`, trouble)
  return { server, owner: () => there(state.owner), open, openBeside, complaints }
}

function openedServer(): Promise<ClinicServer> {
  return openClinicServer({ appFolder: inject('appFolder'), template: inject('databaseTemplate') })
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('used before the tests began')
  return value
}

function contextOf(browser: Browser, look: Omit<Desk, 'path' | 'who'>): Promise<BrowserContext> {
  const { width = 1440, height = 900, scheme = 'light', locale = 'en-GB' } = look
  return browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    timezoneId: 'Asia/Dubai',
    reducedMotion: 'reduce',
  })
}

async function openPage(context: BrowserContext, url: string, trouble: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // What a server refuses is the page's to show, and is looked for there.
    const isRefusal = /Failed to load resource/.test(message.text())
    if (message.type() === 'error' && !isRefusal) trouble.push(`console: ${message.text()}`)
  })
  await page.goto(url)
  return page
}
