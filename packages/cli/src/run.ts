import { didYouMean, issueText, type LocatedIssue, trouble } from '@afterglow/ledger'
import type { Answer } from './answer.ts'
import { COMMANDS, commandNamed, SHARED_FLAGS } from './commands.ts'
import { groupHelp, helpText, versionText } from './help.ts'
import { readCommandLine } from './flags.ts'
import type { Io } from './io.ts'
import { lookOf, paint } from './layout.ts'

/** Runs one command line; the exit code is 0, or 2 for bad input and a check that fails. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, rest] = commandNamed(args)
  const command = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || !command) return runWithout(args, io)
  const line = readCommandLine(rest, [...command.flags, ...SHARED_FLAGS])
  if (!line.ok) return refused(line.issues, args, io)
  if (line.value.flags.help) return said(helpText(name), io)
  const result = await command.run({ ...line.value, io })
  if (!result.ok) return refused(result.issues, args, io)
  return result.value === null ? 0 : print(result.value, args, io)
}

/** No command, or none that is known: help and version, else a suggestion. */
async function runWithout(args: readonly string[], io: Io): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('-'))
  const asked = (words[0] === 'help' ? words.slice(1) : words).join(' ')
  if (asked !== '' && words[0] === 'help' && Object.hasOwn(COMMANDS, asked))
    return said(helpText(asked), io)
  const group = groupHelp(asked)
  if (group !== undefined) return said(group, io)
  if (asked !== '') return refused([unknownCommand(asked)], args, io)
  const line = readCommandLine(args, SHARED_FLAGS)
  if (!line.ok) return refused(line.issues, args, io)
  return said(line.value.flags.version ? versionText() : helpText(undefined), io)
}

function unknownCommand(asked: string): LocatedIssue {
  const names = Object.keys(COMMANDS)
  const text = `is no command${didYouMean(asked, names)}. Accepted: ${names.join(', ')}, help.`
  return trouble(asked, 'not-found', text)
}

async function said(text: string, io: Io): Promise<number> {
  await io.write(text)
  return 0
}

async function print(answer: Answer, args: readonly string[], io: Io): Promise<number> {
  const look = lookOf(io.columns, io.colour && !args.includes('--no-color'))
  const text = args.includes('--json')
    ? `${JSON.stringify(answer.json(), null, 2)}\n`
    : answer.text(look)
  await io.write(text)
  await answer.after?.()
  return answer.exitCode ?? 0
}

/** Bad input: nothing half-printed, a message naming the place, exit 2. */
async function refused(
  issues: readonly LocatedIssue[],
  args: readonly string[],
  io: Io,
): Promise<number> {
  if (args.includes('--json') || args.includes('--jsonl')) {
    await io.write(`${JSON.stringify({ issues }, null, args.includes('--jsonl') ? 0 : 2)}\n`)
    return 2
  }
  const look = lookOf(io.columns, io.colour && !args.includes('--no-color'))
  const lines = issues.map((issue) => `${paint(look, 'stop', 'afterglow:')} ${issueText(issue)}\n`)
  io.complain(lines.join(''))
  return 2
}
