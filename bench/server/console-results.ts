import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { inDigits, markdownTable } from '../table.ts'
import type { ConsoleFigures } from './console.ts'

const FILE = join(import.meta.dirname, 'RESULTS.md')
const HEADING = '## The clinic’s screens'

export function consoleTable(databases: readonly ConsoleFigures[]): string {
  const head = databases.flatMap(({ database }) => [
    `${database} p50 ms`,
    'p95',
    'slowest query p50',
    'p95',
  ])
  const screens = databases[0]?.screens.map(({ screen }) => screen) ?? []
  const rows = screens.map((screen) => [
    screen,
    ...databases.flatMap((one) => {
      const found = one.screens.find((other) => other.screen === screen)
      const { p50Ms = 0, p95Ms = 0, slowestP50Ms = 0, slowestP95Ms = 0 } = found ?? {}
      return [p50Ms, p95Ms, slowestP50Ms, slowestP95Ms].map(inDigits)
    }),
  ])
  return markdownTable([['screen', ...head], ...rows], 1)
}

/** Writes this part of RESULTS.md and leaves the rest as it stands. */
export function writeConsoleResults(databases: readonly ConsoleFigures[]): void {
  const before = (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').split(`\n${HEADING}`)[0] ?? ''
  writeFileSync(FILE, `${before.trimEnd()}\n\n${sectionText(databases)}\n`)
}

/** This part as it stands, for whoever writes the others. */
export function keptConsoleSection(): string {
  if (!existsSync(FILE)) return ''
  const [, section] = readFileSync(FILE, 'utf8').split(`\n${HEADING}`)
  return section === undefined ? '' : `${HEADING}${section.trimEnd()}`
}

function sectionText(databases: readonly ConsoleFigures[]): string {
  const [first] = databases
  const day = new Date().toISOString().slice(0, 10)
  const size = `${first?.patients.toLocaleString('en-US')} patients with ${first?.events.toLocaleString('en-US')} events`
  const load = `${inDigits(loadavg()[0] ?? 0)} processes wanted one of ${cpus().length} cores at the end`
  return [
    HEADING,
    `Measured on ${day} (${load}); \`npm run bench:server -- --only console\` does it anew. One clinic of ${size}, all but its figures read as
they are asked for. A request goes through the app, without HTTP and sign-in, its audit line committed; beside it the slowest single
statement of it. \`--plans\` prints how the database does each.`,
    consoleTable(databases),
  ].join('\n\n')
}
