import { render } from 'preact'
import '../design/base.css'
import '../design/tokens.css'
import '../words/fonts/latin.css'
import { loadWords } from '../words/load-words.ts'
import { ConsoleRoot } from './app/console-root.tsx'
import { keptLocale } from './app/kept-locale.ts'
import { readAccount } from './api/account.ts'
import { withConsoleWords } from './words/console-words.ts'

await start()

async function start(): Promise<void> {
  const root = document.querySelector('#app')
  if (!root) throw new Error('the page has no #app')
  const { locale, digits } = keptLocale()
  try {
    const [words, account] = await Promise.all([
      loadWords(locale, { digits, halves: 2 }).then(withConsoleWords),
      readAccount(),
    ])
    root.replaceChildren()
    render(<ConsoleRoot words={words} account={account} />, root)
  } catch (error) {
    reportError(error)
    const text = root.querySelector('.boot-text')
    if (text) text.textContent = 'The server could not be reached. Load this page again.'
  }
}
