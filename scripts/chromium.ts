/**
 * Finds the browser that the end-to-end tests and Lighthouse drive. Where there is none, and this is Debian or Ubuntu
 * and we are root, installs the distribution's own package. `node scripts/chromium.ts` prints the path.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** What Chromium needs to run in a container, and to ask no other host for anything of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium that is here, or that was just installed. Throws with what to do where there is none. */
export function requireChromium(): string {
  const found = findChromium() ?? (canInstall() ? installChromium() : undefined)
  if (found === undefined) throw new Error(whatToDo())
  return found
}

/** `CHROMIUM_PATH` first, then the usual names on the path, then one that Playwright has downloaded. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and no program is there.`)
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  const usual = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...usual, MAC, ...playwrights(env)].find(isProgram)
}

/** Those that `npx playwright install chromium` leaves, the newest first. */
function playwrights(env: NodeJS.ProcessEnv): readonly string[] {
  const home = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright')
  return globSync('chromium-*/chrome-linux*/chrome', { cwd: home })
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((path) => join(home, path))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function canInstall(): boolean {
  return isDebian() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function isDebian(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(file, 'utf8'))
}

function installChromium(): string | undefined {
  console.error('No Chromium here: installing the distribution’s own (apt-get install chromium).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-qy', '--no-install-recommends', 'chromium'],
  ]) {
    // Standard output stays free for the path.
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed (${status}). ${whatToDo()}`)
  }
  return findChromium()
}

function whatToDo(): string {
  const how = isDebian()
    ? 'Run: sudo apt-get update && sudo apt-get install chromium'
    : 'Install Chromium or Google Chrome.'
  return `The browser tests need Chromium, and there is none here. ${how} Or set CHROMIUM_PATH to one.`
}

if (import.meta.main) console.log(requireChromium())
