import { existsSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMAND_HELP } from './copy-help.ts'
import { COMMANDS } from './commands.ts'
import { afterglow, EXAMPLE, jsonOf, NOW } from './testing.ts'

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

  it('keeps words of a session file from painting the terminal', async () => {
    const session = {
      zone: 'UTC',
      procedures: [
        {
          id: 'p1',
          code: 'x\u001B[2Jpeel',
          endedAt: '2026-11-22T06:45:00Z',
          device: 'pen\u001B[31m',
        },
      ],
      events: [
        {
          type: 'override',
          at: '2026-11-22T07:00:00Z',
          subject: 'makeup',
          window: { until: 'P30D' },
          by: 'Dr\u001B[31m Lee',
          reason: 'r',
        },
      ],
    }
    const stdin = JSON.stringify(session)
    for (const command of [['plan'], ['assess', 'makeup'], ['explain', 'makeup'], ['series']]) {
      const { stdout, code } = await afterglow([...command, '--session', '-', '--at', NOW], {
        stdin,
      })
      expect(code).toBe(0)
      expect(stdout, command[0]).not.toContain('\u001B')
    }
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

  it.each([
    ['nowhere.json', /nowhere\.json: --session: cannot be read: there is no such file/],
    ['examples', /examples: --session: cannot be read: it is a folder/],
    ['/dev/zero', /\/dev\/zero: --session: is too long: at most 4194304 bytes/],
  ])('says why %s is no session file', async (file, message) => {
    const { stdout, stderr, code } = await afterglow(['plan', '--session', file])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  it('reads no more of stdin than a session can be long', async () => {
    const stdin = { [Symbol.asyncIterator]: endless }
    const { stderr } = await afterglow(['plan', '--session', '-'], { stdin })
    expect(stderr).toMatch(/stdin: --session: is too long/)
  })

  it('spells out control characters of what is no JSON', async () => {
    const { stderr } = await afterglow(['plan', '--session', '-'], { stdin: '{"a\u001B[31m": }' })
    expect(stderr).toMatch(/is not JSON/)
    expect(stderr).not.toContain('\u001B')
  })

  it('names errors in the order of their lines, and what a missing value looks like', async () => {
    const stdin = `{
      "events": [{ "type": "check-in", "at": "2026-11-23T09:00:00Z", "trend": "fading" }],
      "procedures": [{ "id": "p1", "code": "microneedling", "endedat": 1, "devise": "pen" }]
    }`
    const { stderr } = await afterglow(['plan', '--session', '-'], { stdin })
    const lines = [...stderr.matchAll(/stdin:(\d+)/g)].map(([, line]) => Number(line))
    expect(lines.length).toBeGreaterThan(2)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    expect(stderr).toMatch(/zone: is missing: expected a text, such as "Asia\/Dubai"/)
    expect(stderr).toMatch(/"endedat", "devise".*did you mean "endedAt"\?; did you mean "device"\?/)
    expect(stderr).toMatch(/"trend".*put "trend" inside a sign: \{"code"/)
  })
})

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.alloc(64 * 1024, '[')
}
