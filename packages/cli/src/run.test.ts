import { existsSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMAND_HELP } from './copy-help.ts'
import { COMMANDS } from './commands.ts'
import { afterglow, EXAMPLE, jsonOf } from './testing.ts'

describe('run', () => {
  it('helps: in all, with each command, and where nothing is asked', async () => {
    const all = await afterglow(['help'])
    expect(all.stdout).toBe((await afterglow([])).stdout)
    for (const name of Object.keys(COMMANDS)) {
      expect(all.stdout).toContain(name)
      const help = await afterglow(['help', ...name.split(' ')])
      expect(help.stdout).toContain(COMMAND_HELP[name]?.usage)
      expect((await afterglow([...name.split(' '), '--help'])).stdout).toBe(help.stdout)
    }
  })

  it.each([['protocol'], ['help', 'protocol'], ['protocol', '--help']])(
    'lists the commands that begin so: %s %s',
    async (...args) => {
      const { stdout, code } = await afterglow(args)
      expect(code).toBe(0)
      for (const name of ['protocol check', 'protocol coverage', 'protocol diff'])
        expect(stdout).toContain(`  ${name} `)
      expect(stdout).not.toContain('triage')
    },
  )

  it('gives examples whose files are there', () => {
    const examples = Object.values(COMMAND_HELP).flatMap((help) => help.examples)
    const files = examples.flatMap((example) => example.match(/\S+\.jsonl?/g) ?? [])
    expect(files.some((file) => file.endsWith('.jsonl'))).toBe(true)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('lines up the columns of its help', async () => {
    for (const name of ['plan', 'triage', 'series']) {
      const { stdout } = await afterglow(['help', name])
      const [, flags = ''] = stdout.split('\nFlags\n')
      const rows = flags.split('\n\n')[0]?.split('\n') ?? []
      const starts = rows.map((row) => /^ {2}\S+(?: \S+)? {2,}/.exec(row)?.[0].length)
      expect(new Set(starts).size).toBe(1)
    }
  })

  it.each([
    [['plan', 'my.json'], /my\.json: .*--session my\.json/],
    [['series', 'foo'], /foo: this command takes no such word/],
    [['triage', 'redness'], /redness: .*--symptom redness=/],
    [['signs', 'fever'], /fever: this command takes no such word/],
    [['protocol', 'check', '/path'], /\/path: .*--protocol \/path/],
    [['protocol', 'coverage', 'S1-28'], /S1-28: .*--facts/],
  ])('refuses a stray word with how to write it: %j', async (args, message) => {
    const { stdout, stderr, code } = await afterglow(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  it('gives its version', async () => {
    expect((await afterglow(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('suggests the command that was meant', async () => {
    for (const word of ['paln', 'asses', 'trige']) {
      const { stderr, code } = await afterglow([word])
      expect(code).toBe(2)
      expect(stderr).toMatch(/did you mean/)
    }
    expect((await afterglow(['protocol', 'chek'])).stderr).toContain(
      'did you mean "protocol check"',
    )
  })

  it('prints issues as JSON with --json, and nothing on stderr', async () => {
    const printed = await afterglow(['plan', '--session', EXAMPLE, '--at', 'soon', '--json'])
    expect(printed).toMatchObject({ code: 2, stderr: '' })
    expect(jsonOf(printed)).toMatchObject({
      issues: [{ severity: 'error', code: 'value', expression: '--at' }],
    })
  })
})

describe('bad input', () => {
  const good = {
    zone: 'Asia/Dubai',
    procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }],
  }
  const procedure = (change: object) => ({
    ...good,
    procedures: [{ ...good.procedures[0], ...change }],
  })

  it.each([
    ['an unknown key', { ...good, skin: 1 }, /unknown key "skin"/],
    [
      'an impossible date',
      procedure({ endedAt: '2026-02-30T10:00:00Z' }),
      /:\d+: procedures\[0\]\.endedAt: .*"2026-02-30/,
    ],
    [
      'an unknown zone',
      { ...good, zone: 'Asia/Atlantis' },
      /:2: zone: found "Asia\/Atlantis"; must be an IANA/,
    ],
    [
      'a needle depth of 15',
      procedure({ needleDepthMm: 15 }),
      /needleDepthMm: found 15; too large: at most 5/,
    ],
    ['a missing list', { zone: 'UTC' }, /procedures: is missing: expected a list/],
    [
      'the wrong kind',
      procedure({ adjuncts: 'prp' }),
      /adjuncts: found "prp"; of another kind: expected a list/,
    ],
    [
      'an unknown event',
      { ...good, events: [{ type: 'dance' }] },
      /events\[0\]\.type: found "dance"; not accepted; one of: 'check-in'/,
    ],
  ])(
    'names file, line, field, what was found and what is accepted: %s',
    async (_, session, message) => {
      const folder = mkdtempSync(join(tmpdir(), 'afterglow-bad-'))
      const file = join(folder, 'bad.json')
      writeFileSync(file, JSON.stringify(session, null, 2))
      const { stdout, stderr, code } = await afterglow(['plan', '--session', file])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`${file}:`)
      expect(stderr).toMatch(message)
      rmSync(folder, { recursive: true })
    },
  )

  it.each([
    ['', /stdin: is not JSON: it is empty/],
    ['{"zone": "UTC",\n  oops}', /stdin:2: is not JSON/],
  ])('says where %j is no JSON', async (stdin, message) => {
    expect((await afterglow(['plan', '--session', '-'], { stdin })).stderr).toMatch(message)
  })

  it('refuses a second list of events, which would drop the first', async () => {
    const stdin = '{"zone": "UTC",\n"procedures": [],\n"events": [1],\n"events": []}'
    const { stderr, code } = await afterglow(['plan', '--session', '-'], { stdin })
    expect(code).toBe(2)
    expect(stderr).toMatch(/stdin:4: events: this key is given twice in one object/)
  })

  it('names a file that cannot be read', async () => {
    expect((await afterglow(['plan', '--session', 'nowhere.json'])).stderr).toMatch(
      /nowhere\.json: --session: cannot be read/,
    )
  })
})
