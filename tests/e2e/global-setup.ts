import type { TestProject } from 'vitest/node'
import { buildApp } from '../../scripts/build-app.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { serveFolder } from '../../scripts/static-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly chromium: string
    /** Where the app is served, as any web host would. */
    readonly appUrl: string
    /** The files behind it, to be served by a host that goes away. */
    readonly appFolder: string
    /** The same built without graded advice. */
    readonly staticCardsUrl: string
  }
}

/** Builds the app twice, with and without graded advice, and serves both for as long as the tests run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  provide('chromium', requireChromium())
  const builds = [
    buildApp('e2e'),
    buildApp('e2e-static-cards', { VITE_STATIC_CARDS: '1' }),
  ] as const
  const [app, staticCards] = [
    await serveFolder(builds[0].folder),
    await serveFolder(builds[1].folder),
  ]
  provide('appUrl', app.url)
  provide('appFolder', builds[0].folder)
  provide('staticCardsUrl', staticCards.url)
  return async () => {
    await Promise.all([app.close(), staticCards.close()])
    for (const { remove } of builds) remove()
  }
}
