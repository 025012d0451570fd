import { readFileSync } from 'node:fs'
import { COMMANDS, SHARED_FLAGS } from './commands.ts'
import { COMMAND_HELP, FLAG_HELP, HELP } from './copy-help.ts'

/** The help of one command; of all where none is named. */
export function helpText(name: string | undefined): string {
  const help = name === undefined ? undefined : COMMAND_HELP[name]
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!help || !command) return allHelp()
  const flags = inColumns(
    [...command.flags, ...SHARED_FLAGS].map((flag) => {
      const { value = '', does } = FLAG_HELP[flag]
      return [`--${flag} ${value}`.trim(), does]
    }),
  )
  return lines([
    help.does,
    '',
    `${HELP.usage}: ${help.usage}`,
    '',
    HELP.flags,
    ...flags,
    '',
    HELP.examples,
    ...help.examples.map((example) => `  ${example}`),
  ])
}

export function versionText(): string {
  const file = new URL('../package.json', import.meta.url)
  // Our own package.json: npm refuses one without a version.
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return `${version}\n`
}

/** The commands that a first word alone may mean, as `protocol`; undefined where it begins none. */
export function groupHelp(word: string): string | undefined {
  const names = Object.keys(COMMAND_HELP).filter((name) => name.startsWith(`${word} `))
  if (names.length === 0) return undefined
  return lines([HELP.commands, ...commandRows(names), '', HELP.more])
}

function allHelp(): string {
  const examples = Object.values(COMMAND_HELP).flatMap((help) => help.examples.slice(0, 1))
  return lines([
    HELP.title,
    '',
    HELP.commands,
    ...commandRows(Object.keys(COMMAND_HELP)),
    '',
    HELP.examples,
    ...examples.map((example) => `  ${example}`),
    '',
    HELP.more,
  ])
}

function commandRows(names: readonly string[]): readonly string[] {
  return inColumns(names.map((name) => [name, COMMAND_HELP[name]?.does ?? '']))
}

function inColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}
