import type { Command } from './answer.ts'
import { plan } from './commands/plan.ts'
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
