import type { BrowserContext } from 'playwright-core'

/** Closes and forgets them; an answer that a test was still bending on its way is let go. */
export async function closeContexts(contexts: BrowserContext[]): Promise<void> {
  const closing = contexts.splice(0)
  const pages = closing.flatMap((context) => context.pages())
  await Promise.all(pages.map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
  await Promise.all(closing.map((context) => context.close()))
}
