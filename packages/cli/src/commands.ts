import type { Command } from './answer.ts'
import { askOne } from './commands/ask.ts'
import { assessOne } from './commands/assess.ts'
import { evalSets } from './commands/eval.ts'
import { explainOne } from './commands/explain.ts'
import { exportCalendar, exportLink, exportSheet } from './commands/export.ts'
import { labelOne } from './commands/label.ts'
import { plan } from './commands/plan.ts'
import { protocolCheck } from './commands/protocol-check.ts'
import { protocolCoverage } from './commands/protocol-coverage.ts'
import { protocolDiff } from './commands/protocol-diff.ts'
import { series } from './commands/series.ts'
import { handedToServer } from './commands/server.ts'
import { signList } from './commands/signs.ts'
import { subjectList } from './commands/subjects.ts'
import { triageOne } from './commands/triage.ts'
import type { FlagName } from './flags.ts'

interface Entry {
  readonly run: Command
  readonly flags: readonly FlagName[]
}

export const SHARED_FLAGS = [
  'json',
  'no-color',
  'protocol',
  'help',
  'version',
] as const satisfies readonly FlagName[]

export const COMMANDS: Readonly<Record<string, Entry>> = {
  plan: { run: plan, flags: ['session', 'at', 'sources'] },
  ask: { run: askOne, flags: ['session', 'at', 'jsonl'] },
  assess: { run: assessOne, flags: ['session', 'at', 'jsonl', 'sources'] },
  label: { run: labelOne, flags: ['session', 'at', 'jsonl', 'product'] },
  triage: {
    run: triageOne,
    flags: ['session', 'at', 'jsonl', 'symptom', 'notes', 'sources'],
  },
  series: { run: series, flags: ['session', 'at', 'sessions', 'event', 'blocked', 'sources'] },
  'export sheet': { run: exportSheet, flags: ['session', 'at', 'app', 'out', 'force'] },
  'export calendar': {
    run: exportCalendar,
    flags: ['session', 'at', 'routines', 'discreet', 'out', 'force'],
  },
  'export link': { run: exportLink, flags: ['session', 'at', 'app', 'out', 'force'] },
  eval: { run: evalSets, flags: [] },
  subjects: { run: subjectList, flags: [] },
  signs: { run: signList, flags: [] },
  'protocol check': { run: protocolCheck, flags: [] },
  'protocol coverage': { run: protocolCoverage, flags: ['facts'] },
  'protocol diff': { run: protocolDiff, flags: [] },
  explain: { run: explainOne, flags: ['session', 'at', 'sources'] },
  backup: { run: handedToServer('backup'), flags: ['out', 'keys', 'photos'] },
  restore: {
    run: handedToServer('restore'),
    flags: ['keys', 'photos', 'erasures', 'no-erasures'],
  },
  'rotate-keys': { run: handedToServer('rotate-keys'), flags: ['drop-old'] },
  erasures: { run: handedToServer('erasures'), flags: ['out'] },
  'set-up-link': { run: handedToServer('set-up-link'), flags: [] },
  'reset-password': { run: handedToServer('reset-password'), flags: ['email'] },
  'reset-second-factor': { run: handedToServer('reset-second-factor'), flags: ['email'] },
  retention: { run: handedToServer('retention'), flags: ['dry-run'] },
}

/** The command that the first words name, and what follows them. */
export function commandNamed(
  args: readonly string[],
): readonly [string | undefined, readonly string[]] {
  const [first = '', second = ''] = args
  const pair = `${first} ${second}`
  if (Object.hasOwn(COMMANDS, pair)) return [pair, args.slice(2)]
  if (Object.hasOwn(COMMANDS, first)) return [first, args.slice(1)]
  return [undefined, args]
}
