import { readFileSync } from 'node:fs'
import { COMMANDS, SHARED_FLAGS } from './commands.ts'
import { COMMAND_HELP, FLAG_HELP, HELP } from './copy-help.ts'

/** The help of one command; of all where none is named. */
export function helpText(name: string | undefined): string {
  const help = name === undefined ? undefined : COMMAND_HELP[name]
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!help || !command) return allHelp()
  const flags = [...command.flags, ...SHARED_FLAGS].map(
    (flag) => `  --${flag.padEnd(FLAG_WIDTH)}${FLAG_HELP[flag]}`,
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

const FLAG_WIDTH = 10
const NAME_WIDTH = 20

function allHelp(): string {
  const rows = Object.entries(COMMAND_HELP).map(
    ([name, { does }]) => `  ${name.padEnd(NAME_WIDTH)}${does}`,
  )
  const examples = Object.values(COMMAND_HELP).flatMap((help) => help.examples.slice(0, 1))
  return lines([
    HELP.title,
    '',
    HELP.commands,
    ...rows,
    '',
    HELP.examples,
    ...examples.map((example) => `  ${example}`),
    '',
    HELP.more,
  ])
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}
