import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { requireChromium } from '../../scripts/chromium.ts'
import { serveFolder } from '../../scripts/static-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILDS = join(ROOT, 'node_modules/.cache/afterglow-e2e')

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
  const [app, staticCards] = await Promise.all([
    serveFolder(build('app', {})),
    serveFolder(build('static-cards', { VITE_STATIC_CARDS: '1' })),
  ])
  provide('appUrl', app.url)
  provide('staticCardsUrl', staticCards.url)
  return async () => {
    await Promise.all([app.close(), staticCards.close()])
  }
}

function build(name: string, env: Readonly<Record<string, string>>): string {
  const folder = join(BUILDS, name)
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      vite,
      'build',
      'packages/web',
      '--outDir',
      folder,
      '--emptyOutDir',
      '--configLoader',
      'native',
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', ...env }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the app does not build (${name}):\n${stdout}${stderr}`)
  return folder
}
