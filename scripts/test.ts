/**
 * Every check once, then the tests in the first time zone, then in the others those whose code could ask the machine for its
 * zone, then those of the server; the last line is `N passed, N failed`. `--zone NAME` (repeatable) replaces the zones,
 * `--zone local` is the machine's own; `--browser` adds those that drive a browser.
 */
import { exec, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const CHECKS = ['format', 'lint', 'types', 'protocol', 'unused', 'licences']
/** So many checks at one time: one keeps one core busy. */
const CHECKS_AT_ONCE = 2
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']
/**
 * Of the tests those to run in every zone: the views of a plan and what tells the time in words. The pure packages have no
 * `Date`, and no other module asks the machine for its zone but at the doors: tests/architecture.test.ts sees to both.
 */
const IN_EVERY_ZONE = [
  'tests/agreement',
  'tests/scenarios',
  'tests/session-file',
  'tests/time-zone',
  'packages/cli/src/commands/plan',
  'packages/cli/src/time-text',
  'packages/engine/src/time',
  'packages/formats/src/ical',
  'packages/web/src',
]

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What we read of the report of Vitest's json reporter. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { status: string; assertionResults: { status: string }[] }[]
}

/** Each is told of as soon as it has ended. */
async function runChecks(): Promise<readonly Tally[]> {
  const left = [...CHECKS]
  const tallies: Tally[] = []
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift())
      tallies.push(await runCheck(name))
  }
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work))
  return tallies
}

function runCheck(name: string): Promise<Tally> {
  return new Promise((done) => {
    exec(`npm run --silent check:${name}`, { maxBuffer: MOST_OUTPUT }, (error, stdout, stderr) => {
      const passed = error === null
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
      if (!passed) console.log(stdout + stderr)
      done({ passed: Number(passed), failed: Number(!passed), skipped: 0 })
    })
  })
}

const MOST_OUTPUT = 64 * 1024 * 1024

function runTests(zone: string, isFirst: boolean): Tally {
  console.log(`\ntests, time zone ${zone}`)
  return runVitest(isFirst ? [] : IN_EVERY_ZONE, zone === 'local' ? {} : { TZ: zone })
}

/** Everything that opens a database or a socket, on the embedded database and on a PostgreSQL that it starts. */
function runServerTests(): Tally {
  console.log('\ntests of the server, on both databases')
  return runVitest(['--config', 'packages/server/vitest.config.ts'], {})
}

/** Finds or installs Chromium, builds the app, and drives it. */
function runBrowserTests(): Tally {
  console.log('\ntests in a browser')
  return runVitest(['--config', 'tests/e2e/vitest.config.ts'], {})
}

function runVitest(args: readonly string[], env: Readonly<Record<string, string>>): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-test-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(process.execPath, [vitest(), 'run', ...args, ...reporters], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const tally = tallyOf(readReport(file))
  rmSync(folder, { recursive: true })
  // A run that fails without a failed test (an unhandled error, no test at all) is a failure too.
  const silent = tally.failed === 0 && (status !== 0 || tally.passed === 0)
  return silent ? { ...tally, failed: 1 } : tally
}

function vitest(): string {
  return join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
}

function readReport(file: string): Report | undefined {
  try {
    // Written by the json reporter a moment ago, in the form that Report names.
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

function tallyOf(report: Report | undefined): Tally {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 }
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((a) => a.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function sum(tallies: readonly Tally[], key: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[key], 0)
}

const { values } = parseArgs({
  options: {
    zone: { type: 'string', multiple: true },
    browser: { type: 'boolean', default: false },
  },
})
const tallies = [
  ...(await runChecks()),
  ...(values.zone ?? ZONES).map((zone, k) => runTests(zone, k === 0)),
  runServerTests(),
  ...(values.browser ? [runBrowserTests()] : []),
]
const skipped = sum(tallies, 'skipped')
const failed = sum(tallies, 'failed')
console.log(
  `\n${sum(tallies, 'passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
)
process.exitCode = failed === 0 ? 0 : 1
