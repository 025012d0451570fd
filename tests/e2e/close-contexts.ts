import type { BrowserContext } from 'playwright-core'

/** Closes them; an answer that a test was still bending on its way is let go. */
export async function closeContexts(contexts: readonly BrowserContext[]): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages())
  await Promise.all(pages.map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
  await Promise.all(contexts.map((context) => context.close()))
}
