import type { Protocol } from '@afterglow/engine'
import { render } from 'preact'
import { AppRoot, localeOf } from './app/app-root.tsx'
import './design/base.css'
import './design/tokens.css'
import { readRecord } from './store/keep.ts'
import './words/fonts/latin.css'
import { fetchData, loadWords } from './words/load-words.ts'
import { digitsFor } from './words/locale.ts'

// The top of everything: whatever has failed below, the way to help stays.
try {
  await start()
} catch (error) {
  reportError(error)
  sayTrouble()
}

async function start(): Promise<void> {
  const ledger = fetchData<readonly Protocol[]>('ledger')
  const record = await readRecord()
  const locale = localeOf(record)
  const digits = digitsFor(locale, record.digits)
  const [protocols, words] = await Promise.all([
    ledger,
    loadWords(locale, { digits, isComplete: false }),
  ])
  const root = document.querySelector('#app')
  if (!root) throw new Error('the page has no #app')
  root.replaceChildren()
  render(<AppRoot start={{ protocols, record, words }} />, root)
}

/** In English: the words of other languages may be what is missing. */
function sayTrouble(): void {
  const boot = document.querySelector('.boot-text')
  if (boot) boot.textContent = 'Afterglow could not start. Please load this page again.'
}
