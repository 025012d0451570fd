import type { TestProject } from 'vitest/node'
import { buildApp } from '../../scripts/build-app.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { serveFolder } from '../../scripts/static-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly chromium: string
    /** Where the app is served, as any web host would. */
    readonly appUrl: string
    /** The same built without graded advice. */
    readonly staticCardsUrl: string
  }
}

/** Builds the app twice, with and without graded advice, and serves both for as long as the tests run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  provide('chromium', requireChromium())
  const app = await serveFolder(buildApp('e2e'))
  const staticCards = await serveFolder(buildApp('e2e-static-cards', { VITE_STATIC_CARDS: '1' }))
  provide('appUrl', app.url)
  provide('staticCardsUrl', staticCards.url)
  return async () => {
    await Promise.all([app.close(), staticCards.close()])
  }
}
