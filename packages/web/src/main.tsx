import { applyPlan, createPlanner, type Planner, type ProtocolToPlan } from '@afterglow/engine'
import { render } from 'preact'
import { AppRoot, localeOf, type Start } from './app/app-root.tsx'
import { hrefTo, routeOf } from './app/route.ts'
import { now } from './app/clock.ts'
import { presentAt } from './app/present.ts'
import { isOfOthers } from './app/is-of-others.ts'
import { expectScreen, textsNeeded } from './app/screens.tsx'
import './design/base.css'
import './design/tokens.css'
import { readRecord } from './store/keep.ts'
import type { PatientRecord } from './store/record.ts'
import './words/fonts/latin.css'
import { fetchData, loadWords, type Words } from './words/load-words.ts'
import { digitsFor } from './words/locale.ts'

// What fails here is said in boot.ts.
await start()

async function start(): Promise<void> {
  const ready = readLedger()
  const kept = await readRecord()
  beginWhereOneIs(kept)
  const words = firstWords(kept)
  const ledger = await ready
  // Not waited for here: what it loads waits for this very script to be done.
  if (isOfOthers(kept.clinic, ledger.planner)) void startWithOwn(kept, words)
  else await startWith({ ledger, record: kept }, words)
}

async function startWith(read: Omit<Start, 'words'>, words: Promise<Words>): Promise<void> {
  const { ledger, record } = read
  // While the words are on their way: what the planner has once worked out it has at hand when the plan is drawn.
  if (record.session) applyPlan(ledger.planner(), record.session)
  draw({ ...read, words: await words })
}

/** With the protocols of a clinic, kept beside the record. */
async function startWithOwn(kept: PatientRecord, words: Promise<Words>): Promise<void> {
  const { readOwnLedger } = await import('./linked/own-ledger.ts')
  await startWith(await readOwnLedger(kept), words)
}

function draw(ready: Start): void {
  const root = document.querySelector('#app')
  if (!root) throw new Error('the page has no #app')
  // What was kept of Today is drawn over, so that nothing jumps; all else makes room.
  for (const one of Array.from(root.childNodes).filter((node) => !isKept(node))) one.remove()
  render(<AppRoot start={ready} />, root)
}

function isKept(node: Node): boolean {
  return node instanceof Element && node.matches('[data-kept]')
}

async function readLedger(): Promise<Start['ledger']> {
  const protocols = await fetchData<readonly ProtocolToPlan[]>('ledger')
  let planner: Planner | undefined
  return { planner: () => (planner ??= createPlanner(protocols)), protocols }
}

/** Without a session every plan begins with the questions: the way there is not taken through Today. */
function beginWhereOneIs({ session, clinic }: PatientRecord): void {
  if (session || clinic || routeOf(location.hash).screen !== 'today') return
  expectScreen('start')
  history.replaceState(null, '', hrefTo('start'))
}

/** As many words as the first screen needs. */
function firstWords(record: PatientRecord): Promise<Words> {
  const locale = localeOf(record)
  const halves = textsNeeded(routeOf(location.hash).screen, record, presentAt(now(), record))
  return loadWords(locale, { digits: digitsFor(locale, record.digits), halves })
}
