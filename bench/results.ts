import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Limits } from './limits.ts'
import type { Row } from './rows.ts'
import { QUESTIONS, SESSIONS } from './subject-matter.ts'
import { inDigits, tableOf } from './table.ts'

export interface Outcome {
  readonly rows: readonly Row[]
  readonly limits: readonly Limits[]
}

/** Writes bench/RESULTS.md: nothing in it is typed by hand. */
export function writeResults(outcome: Outcome): void {
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), resultsText(outcome))
}

function resultsText(outcome: Outcome): string {
  const sections = [
    '# How fast, against what',
    `Written by \`npm run bench\` on ${today()}: ${machine()}.`,
    tableOf(outcome.rows),
    METHOD,
    '## What limits each',
    ...outcome.limits.map((limits) => limitsText(limits, outcome.rows)),
  ]
  return `${sections.join('\n\n')}\n`
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function machine(): string {
  const [first] = cpus()
  return `${cpus().length} cores, ${first?.model.trim() ?? 'model unknown'}, Node ${process.versions.node}`
}

const METHOD = `A ratio above 1 says we are faster. It is the median of the ratios of the rounds; in a round all five work one after another, each in
a process of its own, and what is counted is processor time of all threads. Before anything is timed, all five give the identical
plan, verdict and triage answer on 300 sessions a protocol.

- **generated**: 100 positions on 20 subjects, 20 tasks, a course and 30 red flags in the ledger's form, from a seed. **real**: protocols/microneedling.
- ${SESSIONS.toLocaleString('en-US')} different sessions of one procedure without events, taken in turn: one fact in ten missing, ends at any minute of 2026, eight zones that change
  their clocks. Verdicts and triage answers: ${QUESTIONS.toLocaleString('en-US')} questions about plans made before; half of the check-ins follow an earlier one.
- **A rules engine** decides which rules apply, all compiled once: one \`run\` of json-rules-engine, one \`evaluate\` of a collecting
  decision table of zen-engine, one \`execute\` of node-rules with conditions in JavaScript. Merging, dating and putting the answer together is the floor's own code with the
  engine's word in the place of each test, which flatters the engines: theirs would be written by whoever uses them. For a verdict, only the subject's rules.
  For triage, only the red flags; each sign's course is judged by shared plain code.
- **The floor** is a program for this one protocol, written at start by a generator as a person would write it: facts read into bits, an \`if\` for each test, a
  function for each subject. What is the same for everybody is a constant; a subject with one or two tests has its few cases written out and kept for
  people whom no clock change touches; the others are merged stretch by stretch. Its verdict starts from the facts, ours from the plan.`

function limitsText({ protocol, ours, shares }: Limits, rows: readonly Row[]): string {
  const plans = rows.filter((row) => row.protocol === protocol && row.work === 'plan')
  const floor = plans.find((row) => row.against === 'floor')
  const lines = [
    `our plan, over all sessions: ${microseconds(floor?.ours)}; the floor's: ${microseconds(floor?.theirs)}`,
    `ours where every shape needed is known: ${microseconds(ours['known-plan'])}`,
    `ours for the first hundred people of a new planner: ${microseconds(ours['first-plans'])}`,
    `ours where half the people have sent a check-in: ${microseconds(ours['told-plan'])}`,
    `ours with a known shape, put on the clock for somebody to look at: ${microseconds(ours['dated-plan'])}`,
    ...shares.map(
      ({ name, share }) =>
        `${name}: ${Math.round(100 * share)} % of a plan goes to deciding which rules apply`,
    ),
  ]
  return `**${protocol}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}

function microseconds(rate: number | undefined): string {
  return rate === undefined ? 'not measured' : `${inDigits(1_000_000 / rate)} microseconds`
}
