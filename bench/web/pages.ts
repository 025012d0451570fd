import { toLink } from '../../packages/formats/src/index.ts'
import { buildApp } from '../../scripts/build-app.ts'
import { type Phone, forget, newProfile, openPhone } from './phone.ts'
import { reactFhir } from './react-fhir.ts'
import { type BenchServer, type Files, filesUnder, serve } from './server.ts'
import { serverRendered } from './server-rendered.ts'
import { parsed, PHONE, storySession } from './story.ts'
import { linesOf, readToday, type TodayText } from './today-text.ts'

export const PAGES = ['ours', 'server-rendered', 'react-fhir'] as const
export type PageName = (typeof PAGES)[number]

/** All pages on one host, ready to be looked at. */
export interface Stage {
  readonly server: BenchServer
  /** A profile in which our app has the session, and nothing else was ever opened. */
  readonly profile: string
  readonly today: TodayText
  readonly urlOf: (page: PageName) => string
  /** Our app, given the session by a link. */
  readonly linkUrl: string
  readonly close: () => Promise<void>
}

/** For what is done before or beside the measuring. */
const EMPTY: Files = new Map([['/empty.html', Buffer.from('<!doctype html><title>empty</title>')]])

/** Builds our app, reads its Today, makes the two other pages from it, and checks that all say the same. */
export async function setStage(): Promise<Stage> {
  const ours = new Map([...EMPTY, ...ourFiles()])
  const first = await serve(ours)
  const today = await readOurs(first)
  await first.close()
  const rivals = await rivalFiles(today)
  const server = await serve(new Map([...ours, ...rivals]))
  const urlOf = (page: PageName) => `${server.origin}/${page}/`
  const stage = {
    server,
    profile: await toldProfile(server),
    today,
    urlOf,
    linkUrl: `${urlOf('ours')}#s=${toLink(storySession())}`,
    close: async () => {
      forget(stage.profile)
      await server.close()
    },
  }
  await checkSamePlan(stage)
  return stage
}

export function elsewhereOf(server: BenchServer): string {
  return `${server.elsewhere}/empty.html`
}

function ourFiles(): Files {
  const built = buildApp('bench-web')
  try {
    return filesUnder('/ours', built.folder)
  } finally {
    built.remove()
  }
}

async function rivalFiles(today: TodayText): Promise<Files> {
  const react = await reactFhir(today)
  return new Map([
    ['/server-rendered/index.html', Buffer.from(serverRendered(today))],
    ...[...react].map(([name, body]) => [`/react-fhir/${name}`, body] as const),
  ])
}

async function readOurs(server: BenchServer): Promise<TodayText> {
  const profile = await toldProfile(server)
  try {
    return await onPhone({ server, profile }, `${server.origin}/ours/`, ({ page }) =>
      readToday(page),
    )
  } finally {
    forget(profile)
  }
}

/** Keeps the session where our app keeps it (packages/web, store/keep.ts), from a page that is not the app. */
async function toldProfile(server: BenchServer): Promise<string> {
  const profile = newProfile()
  const record = JSON.stringify({ version: 1, session: storySession() })
  await onPhone({ server, profile }, `${server.origin}/empty.html`, ({ page }) =>
    page.evaluate(`new Promise((done, failed) => {
      const opening = indexedDB.open('afterglow')
      opening.onupgradeneeded = () => opening.result.createObjectStore('record')
      opening.onsuccess = () => {
        const writing = opening.result.transaction('record', 'readwrite')
        writing.objectStore('record').put(${record}, 'record')
        writing.oncomplete = () => done(opening.result.close())
        writing.onerror = failed
      }
      opening.onerror = failed
    })`),
  )
  return profile
}

/** Each page has to show every line of Today, in its order, before anything is timed. */
async function checkSamePlan(stage: Stage): Promise<void> {
  for (const name of PAGES) {
    const shown = await shownOn(stage, name)
    let from = 0
    for (const line of linesOf(stage.today)) {
      const found = shown.indexOf(line, from)
      if (found < 0) throw new Error(`${name} does not show "${line}"; it shows: ${shown}`)
      from = found + line.length
    }
  }
}

async function shownOn(stage: Stage, name: PageName): Promise<string> {
  const profile = newProfile(stage.profile)
  try {
    return await onPhone({ ...stage, profile }, stage.urlOf(name), async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: stage.today.heading }).waitFor()
      return (await page.locator('body').textContent()) ?? ''
    })
  } finally {
    forget(profile)
  }
}

/** Opens a page at full speed, on the story's clock, and does something on it. */
async function onPhone<T>(
  { server, profile }: Pick<Stage, 'server' | 'profile'>,
  url: string,
  work: (phone: Phone) => Promise<T>,
): Promise<T> {
  const phone = await openPhone(profile, elsewhereOf(server))
  try {
    await phone.page.addInitScript(`Date.now = () => ${parsed(PHONE.at)}`)
    await phone.page.goto(url)
    return await work(phone)
  } finally {
    await phone.close()
  }
}
