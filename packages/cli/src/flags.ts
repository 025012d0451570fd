import { parseArgs } from 'node:util'
import { didYouMean, done, type LocatedIssue, type Outcome, trouble } from '@afterglow/ledger'

/** What flag takes what. `words` may be given again and again. */
const FLAGS = {
  session: 'word',
  at: 'word',
  protocol: 'word',
  json: 'switch',
  jsonl: 'switch',
  sources: 'switch',
  facts: 'switch',
  'no-color': 'switch',
  help: 'switch',
  version: 'switch',
  sessions: 'word',
  event: 'word',
  blocked: 'words',
  symptom: 'words',
  notes: 'word',
  product: 'word',
  out: 'word',
  force: 'switch',
  app: 'word',
  routines: 'switch',
  discreet: 'switch',
  keys: 'word',
  photos: 'word',
  erasures: 'words',
  'no-erasures': 'switch',
  'drop-old': 'switch',
  'dry-run': 'switch',
  email: 'word',
} as const

export type FlagName = keyof typeof FLAGS
export type FlagValues = Readonly<Partial<Record<FlagName, readonly string[]>>>

/** The command line, taken apart: words that are no flags, and each flag with its values (a switch has none). */
export interface CommandLine {
  readonly words: readonly string[]
  readonly flags: FlagValues
}

/** Refuses words where a command takes none, each with how to write what was meant. */
export function noWords(
  { words }: Pick<CommandLine, 'words'>,
  hint: (word: string) => string,
): Outcome<null> {
  if (words.length === 0) return done(null)
  const issues = words.map((word) =>
    trouble(word, 'not-found', `this command takes no such word; ${hint(word)}`),
  )
  return { ok: false, issues }
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number]
type OptionToken = Extract<Token, { kind: 'option' }>

/** Reads flags that any command knows; `allowed` are those of the command named. */
export function readCommandLine(
  args: readonly string[],
  allowed: readonly FlagName[],
): Outcome<CommandLine> {
  const words: string[] = []
  const flags: Partial<Record<FlagName, readonly string[]>> = {}
  const issues: LocatedIssue[] = []
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const problem = problemOf(token, allowed, flags)
    if (problem) issues.push(problem)
    else if (isAllowed(token.name, allowed)) {
      const given = flags[token.name] ?? []
      flags[token.name] = token.value === undefined ? given : [...given, token.value]
    }
  }
  return issues.length > 0 ? { ok: false, issues } : done({ words, flags })
}

function tokensOf(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(FLAGS).map(([name, takes]) => [
      name,
      {
        type: takes === 'switch' ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' && { short: 'h' }),
        ...(name === 'version' && { short: 'v' }),
      },
    ]),
  )
  return parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens
}

function problemOf(
  token: OptionToken,
  allowed: readonly FlagName[],
  given: FlagValues,
): LocatedIssue | undefined {
  const { name, rawName, value } = token
  if (!isAllowed(name, allowed)) {
    const hint = didYouMean(name, allowed)
    const accepted = allowed.map((flag) => `--${flag}`).join(', ')
    return trouble(
      rawName,
      'not-found',
      `is no flag of this command${hint}. Accepted: ${accepted}.`,
    )
  }
  const takes = FLAGS[name]
  if (takes === 'switch' && value !== undefined)
    return trouble(rawName, 'value', `takes no value; found "${value}"`)
  if (takes !== 'switch' && isMissing(token)) return trouble(rawName, 'required', missing(token))
  if (takes === 'word' && given[name])
    return trouble(rawName, 'duplicate', 'is given twice; once is accepted')
  return undefined
}

/** `--session --json` is a value forgotten, not a file named `--json`; `--session=--json` is. */
function isMissing({ value, inlineValue }: OptionToken): boolean {
  return value === undefined || (!inlineValue && value.startsWith('--'))
}

function missing({ value, rawName }: OptionToken): string {
  const found = value === undefined ? 'nothing' : `"${value}"`
  return `needs a value; found ${found}. Write ${rawName} VALUE.`
}

function isAllowed(name: string, allowed: readonly FlagName[]): name is FlagName {
  return allowed.some((flag) => flag === name)
}
