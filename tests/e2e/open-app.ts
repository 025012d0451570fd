import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { CHROMIUM_ARGS } from '../../scripts/chromium.ts'
import { closeContexts } from './close-contexts.ts'
import { type ForeignHosts, watchForeignHosts } from './foreign-hosts.ts'

/** How the phone is that the app is opened on. */
interface Phone {
  /** The instant its clock shows; from there it goes on. */
  readonly at?: string
  readonly zone?: string
  readonly locale?: string
  readonly scheme?: 'light' | 'dark'
  /** Less motion where nothing is said: a test that waits for none is a quicker one. */
  readonly motion?: 'reduce' | 'no-preference'
  readonly width?: number
  readonly height?: number
  /** Another address than the app's: the build without graded advice. */
  readonly url?: string
}

const NOON = '2026-11-22T12:00:00+04:00'

/** What Chromium asks its maker for by itself, whatever page is open: updates, accounts, how to fill in forms. */
const BROWSERS_OWN =
  /(update\.googleapis|accounts\.google|content-autofill\.googleapis|redirector\.gvt1)\.com/

interface TestBrowser {
  readonly open: (phone?: Phone) => Promise<Page>
  /** Who else was asked for something since the last call. */
  readonly foreignRequests: () => readonly string[]
  /** What pages complained of since the last call: errors, and requests that were not for us. */
  readonly complaints: () => readonly string[]
}

/** A browser for the tests of one file, and what went wrong in it. Call once, at the top of the file. */
export function useBrowser(): TestBrowser {
  const state: { browser?: Browser; foreign?: ForeignHosts } = {}
  const contexts: BrowserContext[] = []
  const trouble: string[] = []
  const complaints = () => trouble.splice(0)
  const foreignRequests = () =>
    (state.foreign?.take() ?? []).filter((request) => !BROWSERS_OWN.test(request))
  beforeAll(async () => {
    const foreign = await watchForeignHosts()
    Object.assign(state, { foreign, browser: await launch(foreign.proxy) })
  })
  afterEach(async () => {
    await closeContexts(contexts.splice(0))
    // In every test: nothing failed unseen, and nobody else was asked for anything.
    expect(complaints()).toEqual([])
    expect(foreignRequests()).toEqual([])
  })
  afterAll(async () => {
    await state.browser?.close()
    await state.foreign?.close()
  })
  const open = async (phone: Phone = {}) => {
    if (!state.browser) throw new Error('open() before the browser is there')
    const context = await contextOf(state.browser, phone)
    contexts.push(context)
    return openPage(context, phone, trouble)
  }
  return { open, foreignRequests, complaints }
}

/** Everything but this machine's own addresses goes to the proxy. */
async function launch(proxy: string): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: [...CHROMIUM_ARGS, '--proxy-bypass-list=127.0.0.1'],
    proxy: { server: proxy },
  })
}

async function contextOf(browser: Browser, phone: Phone): Promise<BrowserContext> {
  const { zone = 'Asia/Dubai', locale = 'en-GB', scheme = 'light', motion = 'reduce' } = phone
  return browser.newContext({
    viewport: { width: phone.width ?? 390, height: phone.height ?? 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    timezoneId: zone,
    locale,
    colorScheme: scheme,
    reducedMotion: motion,
  })
}

async function openPage(context: BrowserContext, phone: Phone, trouble: string[]): Promise<Page> {
  const page = await context.newPage()
  const ours = new URL(phone.url ?? inject('appUrl')).origin
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== ours) trouble.push(`asked for ${request.url()}`)
  })
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`)
  })
  await page.clock.install({ time: new Date(phone.at ?? NOON) })
  await page.goto(phone.url ?? inject('appUrl'))
  return page
}
