/**
 * The real output in the README: each block between `<!-- output: COMMAND | N lines -->` and `<!-- end -->` is what the
 * command prints, with a line of dots where it goes on. `node scripts/examples.ts --write` renews them;
 * tests/examples.test.ts holds them to it.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const README = join(ROOT, 'README.md')
const BLOCK = /(<!-- output: (.+?) \| (\d+) lines -->\n)[\s\S]*?(<!-- end -->)/g

/** The README with every block as its command prints it today. */
export function withRealOutput(readme: string): string {
  return readme.replace(BLOCK, (...[, open, command, lines, close]: readonly string[]) => {
    const output = outputOf(command ?? '')
      .trimEnd()
      .split('\n')
    const isCut = output.length > Number(lines)
    const shown = [...output.slice(0, Number(lines)), ...(isCut ? ['...'] : [])].join('\n')
    return `${open}\`\`\`text\n${shown}\n\`\`\`\n${close}`
  })
}

export function readReadme(): string {
  return readFileSync(README, 'utf8')
}

/** As a shell takes a command apart; quotes hold a text together. */
function wordsOf(command: string): readonly string[] {
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))
}

/** Runs `afterglow ...` as a person would, without colour. */
function outputOf(command: string): string {
  const [, ...args] = wordsOf(command)
  const bin = join(ROOT, 'packages/cli/bin/afterglow.js')
  return execFileSync(process.execPath, [bin, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '90' },
  })
}

if (process.argv.includes('--write')) writeFileSync(README, withRealOutput(readReadme()))
