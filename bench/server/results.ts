import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { inDigits, markdownTable } from '../table.ts'
import type { CheckIns } from './check-ins.ts'
import { keptConsoleSection } from './console-results.ts'
import { figuresOf, type Row } from './figures.ts'

export interface Outcome {
  readonly rows: readonly Row[]
  readonly checkIns: Readonly<Record<string, CheckIns>>
  readonly postgres: string
  /** How many processes wanted a core, when it began and when it ended: what else the machine was doing. */
  readonly load: { readonly before: number; readonly after: number }
}

/** Writes bench/server/RESULTS.md: nothing in it is typed by hand. */
export function writeResults(outcome: Outcome): void {
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${resultsText(outcome)}\n`)
}

export function tablesOf({ rows, checkIns }: Outcome): string {
  const hasTimes = Object.keys(checkIns).length > 0
  return [ratioTable(rows), ...(hasTimes ? [timesTable(checkIns)] : [])].join('\n\n')
}

function resultsText(outcome: Outcome): string {
  return [
    '# What the server costs beside its database',
    aboutText(outcome),
    ratioTable(outcome.rows),
    METHOD,
    '## Check-ins: times and memory',
    timesTable(outcome.checkIns),
    timesText(outcome.checkIns),
    '## Notes',
    outcome.rows
      .filter(({ note }) => note !== '')
      .map(({ work, note }) => `- **${work}**: ${note}`)
      .join('\n'),
    keptConsoleSection(),
  ]
    .join('\n\n')
    .trimEnd()
}

function aboutText({ postgres, load }: Outcome): string {
  const [first] = cpus()
  const machine = `${cpus().length} cores, ${first?.model.trim() ?? 'model unknown'}, Node ${process.versions.node}, PostgreSQL ${postgres}`
  const busy = `load ${inDigits(load.before)} when it began, ${inDigits(load.after)} when it ended`
  const day = new Date().toISOString().slice(0, 10)
  return `Written by \`npm run bench:server\` on ${day}: ${machine}, ${busy}. Everything shares these cores: server, database, clients.`
}

function ratioTable(rows: readonly Row[]): string {
  const head = ['work', 'unit', 'ours', 'bare', 'ratio', 'goal', '']
  const body = rows.map(({ work, unit, ours, bare, ratio, goal }) => [
    work,
    unit,
    inDigits(ours),
    bare > 0 ? inDigits(bare) : '',
    bare > 0 ? inDigits(ratio) : '',
    goal === null ? '' : String(goal),
    goal === null ? '' : ratio >= goal ? 'met' : 'missed',
  ])
  return markdownTable([head, ...body], 2)
}

const METHOD = `A ratio is ours to bare: the median of the ratios of the turns, which alternate. A load of 64 connections comes from a process of its own.

- **bare** is the database alone with the very statements that our server sends for the same work, recorded from it: the look-up of who asks,
  both transactions, row-level security, audit and kept answer. The patient is drawn at random, ids are made by the database, all else is written out.
  No HTTP, no plan worked out, nothing sealed, nothing judged.
- **durable**: PostgreSQL with fsync and synchronous commits, ours and bare alike; the embedded database as the server opens it. What filled
  the database before was committed without waiting.
- Each of the two has its own copy of one database.
- All patients who check in are of one clinic. Ours writes what comes while a transaction of that clinic is under way in one
  transaction, up to 64 at a time; bare has a transaction for each. Check-ins of many clinics at one time are not grouped.`

function timesTable(checkIns: Outcome['checkIns']): string {
  const head = ['check-ins', 'ours p50 ms', 'p99', 'bare p50 ms', 'p99', 'idle MB', 'peak MB']
  const body = Object.entries(checkIns).map(([name, { ours, bare, memory }]) => {
    const [us, them] = [figuresOf(ours), figuresOf(bare)]
    const times = [us.p50Ms, us.p99Ms, them.p50Ms, them.p99Ms].map(inDigits)
    return [name, ...times, inMb(memory.idleMb), inMb(memory.peakMb)]
  })
  return markdownTable([head, ...body], 1)
}

function inMb(value: number | null): string {
  return value === null ? '' : inDigits(Math.round(value))
}

function timesText(checkIns: Outcome['checkIns']): string {
  const lines = Object.entries(checkIns).map(([name, { driver, statements, cpuMs }]) => {
    const cpu = cpuMs === null ? '' : `, ${inDigits(cpuMs)} ms of the server's processor time`
    return `- **${name}**: ${statements} statements for one check-in${cpu}. Bare: ${driver}.`
  })
  return `${lines.join('\n')}
- Memory is what the server's process holds (resident): idle when it has just started, the peak under the load of 64 clients. On the
  embedded database the database is in it; PostgreSQL's own processes are not.`
}
