/** `npm start`: builds the app where what it is made of has changed, then starts the server. Arguments go to the server. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(ROOT, 'packages/web/dist/index.html')
const MADE_OF = [
  'packages/web',
  'packages/engine/src',
  'packages/formats/src',
  'packages/language',
  'packages/ledger/src',
  'protocols',
  'package-lock.json',
]

if (isStale()) {
  console.log('Building Afterglow, a few seconds ...')
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', 'build:web', '--', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}
const server = spawn(
  process.execPath,
  [join(ROOT, 'packages/server/src/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
// A terminal sends Ctrl+C to both; a service manager only to this one.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))

function isStale(): boolean {
  if (!existsSync(BUILT)) return true
  const built = statSync(BUILT).mtimeMs
  return MADE_OF.some((path) => newest(join(ROOT, path)) > built)
}

/** When the last file under a path changed; what is built or installed does not count. */
function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}
