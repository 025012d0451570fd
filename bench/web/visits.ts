import { elsewhereOf, type PageName, PAGES, type Stage } from './pages.ts'
import {
  forget,
  newProfile,
  openPhone,
  type Phone,
  type Seen,
  seenSlowdown,
  seePlan,
} from './phone.ts'

/** One look at one page. */
export interface Visit extends Seen {
  /** Bytes of all bodies that the server sent, also after the plan was visible. */
  readonly sentBytes: number
  /** How many times slower the phone computed than this machine. */
  readonly slowdown: number
}

/** What was seen in one round, everything one after another. */
export interface Round {
  readonly cold: Readonly<Record<PageName, Visit>>
  readonly repeat: Readonly<Record<PageName, Visit>>
  /** Our app on a phone that has never seen it: from the tap on a link, the question whether to open it answered at once. */
  readonly link: Visit
}

/** The button of our app that opens what a link holds. */
const OPEN_IT = 'Open it'
/** Until caches are on the disk, and what was put off is done. */
export const SETTLED_MS = 4000
/** The second visit after the first. */
const LATER_MS = 10 * 60_000

/** Measures so many rounds; each begins with another page, so that no page always has the same one before it. */
export async function measureRounds(
  stage: Stage,
  count: number,
  tell: (done: string) => void,
): Promise<readonly Round[]> {
  const rounds: Round[] = []
  for (let k = 0; k < count; k++) {
    rounds.push(await measureRound(stage, k))
    tell(`round ${k + 1} of ${count}`)
  }
  return rounds
}

async function measureRound(stage: Stage, k: number): Promise<Round> {
  const start = k % PAGES.length
  const order = [...PAGES.slice(start), ...PAGES.slice(0, start)]
  const found = new Map<PageName, readonly [Visit, Visit]>()
  for (const name of order) found.set(name, await visitTwice(stage, name))
  return {
    cold: perPage((name) => found.get(name)?.[0]),
    repeat: perPage((name) => found.get(name)?.[1]),
    link: await visitByLink(stage),
  }
}

function perPage(read: (name: PageName) => Visit | undefined): Readonly<Record<PageName, Visit>> {
  const visitOf = (name: PageName) => {
    const visit = read(name)
    if (!visit) throw new Error(`${name} was not visited`)
    return visit
  }
  return {
    ours: visitOf('ours'),
    'server-rendered': visitOf('server-rendered'),
    'react-fhir': visitOf('react-fhir'),
  }
}

/** First with nothing of the page on the phone; then, the browser started anew, with what the first visit has left there. */
async function visitTwice(stage: Stage, name: PageName): Promise<readonly [Visit, Visit]> {
  const profile = newProfile(stage.profile)
  const { heading } = stage.today
  try {
    const look = (laterMs: number) =>
      visitOnce(stage, profile, (phone) => seePlan(phone, stage.urlOf(name), { heading, laterMs }))
    return [await look(0), await look(LATER_MS)]
  } finally {
    forget(profile)
  }
}

async function visitByLink(stage: Stage): Promise<Visit> {
  const profile = newProfile()
  const watched = { heading: stage.today.heading, tap: OPEN_IT }
  try {
    return await visitOnce(stage, profile, (phone) => seePlan(phone, stage.linkUrl, watched))
  } finally {
    forget(profile)
  }
}

async function visitOnce(
  { server }: Stage,
  profile: string,
  look: (phone: Phone) => Promise<Seen>,
): Promise<Visit> {
  const phone = await openPhone(profile, elsewhereOf(server))
  try {
    const before = server.sentBytes()
    const seen = await look(phone)
    await settle(phone)
    const sentBytes = server.sentBytes() - before
    return { ...seen, sentBytes, slowdown: await seenSlowdown(phone) }
  } finally {
    await phone.close()
  }
}

/** Until everything is here and, where the page has a service worker, that is active. */
async function settle({ page }: Phone): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(`navigator.serviceWorker.getRegistration().then((registration) =>
    registration && navigator.serviceWorker.ready.then(() => undefined))`)
  await page.waitForTimeout(SETTLED_MS)
}
