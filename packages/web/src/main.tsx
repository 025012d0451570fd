import { applyPlan, createPlanner, type Protocol } from '@afterglow/engine'
import { render } from 'preact'
import { AppRoot, localeOf, type Start } from './app/app-root.tsx'
import './design/base.css'
import './design/tokens.css'
import { readRecord } from './store/keep.ts'
import './words/fonts/latin.css'
import { expectWords, fetchData, loadWords } from './words/load-words.ts'
import { digitsFor, localeFrom } from './words/locale.ts'

// The top of everything: whatever has failed below, the way to help stays.
try {
  await start()
} catch (error) {
  reportError(error)
  sayTrouble()
}

async function start(): Promise<void> {
  const ready = makeReady()
  const record = await readRecord()
  const locale = localeOf(record)
  const loading = loadWords(locale, { digits: digitsFor(locale, record.digits), isComplete: false })
  const { planner, protocols } = await ready
  // While the words are on their way: what the planner has once worked out it has at hand when the plan is drawn.
  if (record.session) applyPlan(planner, record.session)
  const words = await loading
  const root = document.querySelector('#app')
  if (!root) throw new Error('the page has no #app')
  root.replaceChildren()
  render(<AppRoot start={{ planner, protocols, record, words }} />, root)
}

/** Asks for the words that will most likely be wanted, and makes the ledger ready, before anything else is known. */
async function makeReady(): Promise<Pick<Start, 'planner' | 'protocols'>> {
  const ledger = fetchData<readonly Protocol[]>('ledger')
  expectWords(localeFrom(navigator.languages))
  const protocols = await ledger
  return { planner: createPlanner(protocols), protocols }
}

/** In English: the words of other languages may be what is missing. */
function sayTrouble(): void {
  const boot = document.querySelector('.boot-text')
  if (boot) boot.textContent = 'Afterglow could not start. Please load this page again.'
}
