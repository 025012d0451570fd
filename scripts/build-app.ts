/** Builds the patient's app into a folder of its own, beside the one that a person's own build goes to. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILDS = join(ROOT, 'node_modules/.cache/afterglow-builds')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')

/** `name` is the folder's; `env` holds the build's switches. Gives back the folder. */
export function buildApp(name: string, env: Readonly<Record<string, string>> = {}): string {
  const folder = join(BUILDS, name)
  const args = ['build', 'packages/web', '--outDir', folder, '--emptyOutDir']
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [VITE, ...args, '--configLoader', 'native'],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', ...env }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the app does not build (${name}):\n${stdout}${stderr}`)
  return folder
}
