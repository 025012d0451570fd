/** Builds the web app, the patient's and the clinic's: into packages/web/dist, or into a folder of its own beside that. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILDS = join(ROOT, 'node_modules/.cache/afterglow-builds')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')
const OWN_LOADER = ['--configLoader', 'native'] as const

export interface BuiltApp {
  readonly folder: string
  readonly remove: () => void
}

/** The patient's app first: it empties the folder that the clinic's console is then added to. */
const PARTS = [
  ['--emptyOutDir'],
  ['--config', join(ROOT, 'packages/web/vite.clinic.config.ts')],
] as const

/** `env` holds the build's switches. The folder is this process's own: two runs do not disturb each other. */
export function buildApp(name: string, env: Readonly<Record<string, string>> = {}): BuiltApp {
  const folder = join(BUILDS, `${name}-${process.pid}`)
  for (const part of PARTS) {
    const args = [VITE, 'build', 'packages/web', ...part, '--outDir', folder, ...OWN_LOADER]
    const { status, stderr, stdout } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`the app does not build (${name}):\n${stdout}${stderr}`)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Builds both into packages/web/dist, as `npm run build:web` does; what vite says is shown. The first failure's exit code. */
export function buildWeb(given: readonly string[]): number {
  for (const part of PARTS) {
    const args = [VITE, 'build', 'packages/web', ...part, ...OWN_LOADER, ...given]
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
    if (status !== 0) return status ?? 1
  }
  return 0
}
