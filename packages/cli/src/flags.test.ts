import { describe, expect, it } from 'vitest'
import { readCommandLine } from './flags.ts'

const ALLOWED = ['session', 'at', 'json', 'blocked', 'help'] as const

function issuesOf(args: readonly string[]): readonly string[] {
  const read = readCommandLine(args, ALLOWED)
  return read.ok ? [] : read.issues.map((issue) => `${issue.expression} ${issue.diagnostics}`)
}

describe('readCommandLine', () => {
  it('tells words, switches and values apart', () => {
    expect(readCommandLine(['makeup', '--json', '--session=a.json', '--at', 'x'], ALLOWED)).toEqual(
      {
        ok: true,
        value: { words: ['makeup'], flags: { json: [], session: ['a.json'], at: ['x'] } },
      },
    )
  })

  it('gathers a flag that may be given again and again, and refuses the others twice', () => {
    const read = readCommandLine(['--blocked', 'a', '--blocked', 'b'], ALLOWED)
    expect(read.ok && read.value.flags.blocked).toEqual(['a', 'b'])
    expect(issuesOf(['--at', 'a', '--at', 'b'])).toEqual(['--at is given twice; once is accepted'])
  })

  it('takes - for a value: stdin', () => {
    const read = readCommandLine(['--session', '-'], ALLOWED)
    expect(read.ok && read.value.flags.session).toEqual(['-'])
  })

  it('names an unknown flag, the nearest one and those accepted', () => {
    expect(issuesOf(['--sesion', 'x'])[0]).toMatch(
      /--sesion is no flag.*"session".*--session, --at/,
    )
  })

  it('refuses a flag of another command', () => {
    expect(issuesOf(['--jsonl'])[0]).toMatch(/--jsonl is no flag/)
  })

  it('does not take the next flag for a forgotten value', () => {
    expect(issuesOf(['--session', '--json'])[0]).toMatch(/--session needs a value; found "--json"/)
    expect(issuesOf(['--session'])[0]).toMatch(/needs a value; found nothing/)
  })

  it('refuses a value for a switch', () => {
    expect(issuesOf(['--json=yes'])).toEqual(['--json takes no value; found "yes"'])
  })

  it('knows -h', () => {
    const read = readCommandLine(['-h'], ALLOWED)
    expect(read.ok && read.value.flags.help).toEqual([])
  })
})
