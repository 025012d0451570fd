import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeEmbeddedTemplates } from '../../packages/server/src/testing/make-templates.ts'
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
    /** An embedded database to copy. */
    readonly databaseTemplate: string
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
  const root = mkdtempSync(join(tmpdir(), 'afterglow-e2e-template-'))
  provide('databaseTemplate', (await makeEmbeddedTemplates(root)).folder)
  return async () => {
    await Promise.all([app.close(), staticCards.close()])
    rmSync(root, { recursive: true })
    for (const { remove } of builds) remove()
  }
}
