/** Builds the patient's app into a folder of its own, beside the one that a person's own build goes to. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILDS = join(ROOT, 'node_modules/.cache/afterglow-builds')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')

export interface BuiltApp {
  readonly folder: string
  readonly remove: () => void
}

/** `env` holds the build's switches. The folder is this process's own: two runs do not disturb each other. */
export function buildApp(name: string, env: Readonly<Record<string, string>> = {}): BuiltApp {
  const folder = join(BUILDS, `${name}-${process.pid}`)
  const args = ['build', 'packages/web', '--outDir', folder, '--emptyOutDir']
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [VITE, ...args, '--configLoader', 'native'],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', ...env }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the app does not build (${name}):\n${stdout}${stderr}`)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
