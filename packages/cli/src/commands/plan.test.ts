import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Asker, Reply } from '../ask.ts'
import { QUESTIONS } from '../questions.ts'
import { afterglow, EXAMPLE, jsonOf, NOW } from '../testing.ts'

const FORBIDDEN =
  /diagnos|detect|you have (an? )?(infection|reaction)|infection confirmed|safe to|normal for you|no need to see|guarantee|% risk|you are fine/i
const EXAMPLES = ['session', 'rf', 'planned', 'series'].map((name) => `examples/${name}.json`)

describe('plan', () => {
  it('says today first: the hour, what is expected, what to do, what opens next', async () => {
    const { stdout, code } = await afterglow(['plan', '--session', EXAMPLE, '--at', NOW])
    expect(code).toBe(0)
    const headings = stdout.split('\n').filter((line) => /^[A-Z]/.test(line))
    expect(headings.slice(0, 7)).toEqual([
      'Afterglow: your plan after microneedling',
      'Sunday 22 November 2026, 11:45 (Asia/Dubai time)',
      'Day 0 after your microneedling. It ended 1 h ago, on Sun 22 Nov, 10:45.',
      'What to expect right now',
      'Do this first',
      'What opens next',
      'Not yet',
    ])
    expect(stdout).toContain('until Wed 25 Nov, 12:45 (in 3 days 1 h), then with care')
  })

  it.each(EXAMPLES)('says nothing of %s that only a clinician may, at any stage', async (file) => {
    for (const day of [
      '2026-11-22T11:45',
      '2026-11-26T09:00',
      '2026-12-09T09:00',
      '2027-03-01T09:00',
    ]) {
      const { stdout, code } = await afterglow([
        'plan',
        '--session',
        file,
        '--at',
        `${day}:00+04:00`,
      ])
      expect(code).toBe(0)
      expect(stdout).not.toMatch(FORBIDDEN)
      expect(stdout).toContain('When to get help')
      expect(stdout).toContain('This does not take the place of your clinic.')
    }
  })

  it('fits the terminal, wide or narrow, and has no control characters without colour', async () => {
    for (const columns of [60, 80, 100]) {
      const { stdout } = await afterglow(['plan', '--session', EXAMPLE], { columns })
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(
        columns,
      )
      expect(stdout).not.toContain('\u001B')
    }
  })

  it('colours where the terminal does, the same words, and not with --no-color', async () => {
    const args = ['plan', '--session', EXAMPLE]
    const plain = await afterglow(args)
    const coloured = await afterglow(args, { colour: true })
    const forbidden = await afterglow([...args, '--no-color'], { colour: true })
    expect(coloured.stdout).not.toBe(plain.stdout)
    // oxlint-disable-next-line no-control-regex -- the very characters that colour is made of
    expect(coloured.stdout.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.stdout)
    expect(forbidden.stdout).toBe(plain.stdout)
  })

  it('prints the sealed plan, the instant and the view of today with --json', async () => {
    const json = jsonOf(await afterglow(['plan', '--session', EXAMPLE, '--at', NOW, '--json']))
    expect(json['hash']).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(json['at']).toBe(NOW)
    expect(json['windows']).toBeInstanceOf(Array)
    expect(JSON.stringify(json['today'])).toContain(
      '"subject":"makeup","status":"avoid","since":"2026-11-22T10:45:00+04:00","opensAt":"2026-11-25T12:45:00+04:00"',
    )
  })

  it('takes now where no instant is given', async () => {
    const { stdout } = await afterglow(['plan', '--session', EXAMPLE], {
      now: '2026-11-24T09:00:00Z',
    })
    expect(stdout).toContain('Tuesday 24 November 2026, 13:00')
  })

  it('reads a session from stdin', async () => {
    const stdin = readFileSync(EXAMPLE, 'utf8')
    const piped = await afterglow(['plan', '--session', '-'], { stdin })
    expect(piped.stdout).toBe((await afterglow(['plan', '--session', EXAMPLE])).stdout)
  })

  it('names the sources with --sources', async () => {
    const { stdout } = await afterglow(['plan', '--session', EXAMPLE, '--sources'])
    expect(stdout).toMatch(/\nSources\n/)
    expect(stdout).toContain('mehrabi-2021')
  })
})

describe('a session that is still to come', () => {
  it('is prepared for, and nobody is told to stop a medicine', async () => {
    const { stdout, code } = await afterglow(['plan', '--session', 'examples/planned.json'])
    expect(code).toBe(0)
    for (const heading of ['Tell your clinic', 'Ask the person who prescribed it', 'Getting ready'])
      expect(stdout).toContain(`\n${heading}\n`)
    expect(stdout).toContain('If you take a blood thinner, keep taking it.')
    expect(stdout).toContain('will open, with care, Tue 8 Dec, 13:30\n      Makeup')
    expect(stdout).toContain('will open Sun 6 Dec, 11:30\n      Sunscreen; A bath')
    expect(stdout).toMatch(/have to wait until Tue 8 Dec, 11:30; then ask your clinic first/)
    expect(stdout).toMatch(/any time: your clinic decides\n {6}Medicines/)
    expect(stdout).not.toContain('\nNot yet\n')
  })

  it('does not ask for a week of preparation two days before: it says what is too late', async () => {
    const at = ['--at', '2026-12-03T11:45:00+04:00']
    const { stdout } = await afterglow(['plan', '--session', 'examples/planned.json', ...at])
    const late = stdout.indexOf('\nAlready begun: do what you still can, and tell your clinic')
    expect(stdout.indexOf('Since Sat 28 Nov: For 5 to 7 days before')).toBeGreaterThan(late)
    expect(stdout).not.toMatch(/Now: .*(5 to 7 days|week before)/)
    expect(stdout).toContain('Now: Leave 48 hours between self-tan and the session.')
    expect(stdout.match(/Choose a trained, certified skin professional/g)).toHaveLength(1)
  })

  it('asks before booking what `series` asks', async () => {
    const stdin = JSON.stringify({
      zone: 'UTC',
      procedures: [
        { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T06:45:00Z', device: 'pen' },
      ],
    })
    const asked = async (command: string) => {
      const { stdout } = await afterglow([command, '--session', '-', '--at', NOW], { stdin })
      const [, after = ''] = stdout.split('Ask before you book, if one of these is you')
      const [listed = ''] = after.replace(/^:?\n/, '').split('\n\n')
      const text = listed.replaceAll(/\s+/g, ' ').replaceAll(' (until your clinic says so)', '')
      return text.split('•').map((one) => one.trim())
    }
    const series = await asked('series')
    expect(series.length).toBeGreaterThan(2)
    expect(await asked('plan')).toEqual(series)
  })

  it('keeps a word it does not know, and says so', async () => {
    const { stdout } = await afterglow(['plan', '--session', 'examples/planned.json'])
    expect(stdout).toContain('"apixaban": we kept it and played safe.')
  })
})

describe('what no protocol covers', () => {
  it('is no error: the clinic, red flags and care cards', async () => {
    const { stdout, code } = await afterglow(['plan', '--session', 'examples/rf.json'])
    expect(code).toBe(0)
    expect(stdout).toContain('no times for this: microneedling with radiofrequency heat')
    expect(stdout).toContain('Trouble breathing')
    expect(stdout).not.toContain('\nFine now\n')
  })
})

describe('plan without a session', () => {
  it('says how to give one where nobody can be asked, and prints nothing else', async () => {
    const { stdout, stderr, code } = await afterglow(['plan'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/--session FILE.*examples\/session\.json/)
  })

  it('asks, prints the plan, and saves the session that it was made from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterglow-asked-'))
    const file = join(folder, 'mine.json')
    const asked = await afterglow(['plan'], { asker: answering(['10:45'], file) })
    expect(asked.stdout).toContain('It ended 1 h ago, on Sun 22 Nov, 10:45.')
    expect(asked.stdout).toContain('What you did not say')
    expect(asked.stderr).toContain('Saved.')
    const again = await afterglow(['plan', '--session', file])
    expect(again.stdout).toBe(asked.stdout)
    rmSync(folder, { recursive: true })
  })

  it('never writes over a file: it asks for another name until one can be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterglow-asked-'))
    const file = join(folder, 'mine.json')
    const before = readFileSync(EXAMPLE, 'utf8')
    const names = [EXAMPLE, join(folder, 'no-such-folder', 'x.json'), file]
    const troubles: (string | undefined)[] = []
    const asker: Asker = {
      ...answering(['10:45'], undefined),
      askWhereToSave: async (_, trouble) => {
        troubles.push(trouble)
        return names.shift()
      },
    }
    const asked = await afterglow(['plan'], { asker })
    expect(readFileSync(EXAMPLE, 'utf8')).toBe(before)
    expect(troubles[1]).toMatch(/session\.json exists already/)
    expect(troubles[2]).toMatch(/Could not write .*x\.json \(ENOENT\)/)
    expect(asked.stderr).toContain(`Saved. Next time: afterglow plan --session ${file}`)
    expect((await afterglow(['plan', '--session', file])).stdout).toBe(asked.stdout)
    rmSync(folder, { recursive: true })
  })

  it('keeps nothing of a person who stops', async () => {
    const asker: Asker = { ...answering([], undefined), ask: async () => ({ kind: 'stop' }) }
    const { stdout, code } = await afterglow(['plan'], { asker })
    expect([code, stdout]).toEqual([0, 'Stopped. Nothing was kept.\n'])
    expect(existsSync('session.json')).toBe(false)
  })

  it('says that it counts from the latest time where nobody knows when it ended', async () => {
    const { stdout } = await afterglow(['plan'], { asker: answering(['unknown'], undefined) })
    const [, , day = ''] = stdout.split('\n')
    expect(day).toMatch(/^We do not know when your microneedling ended\. We count from Sun 22 Nov,/)
    expect(stdout).not.toMatch(/It ended|Day \d/)
  })
})

/** Answers the first question so, all others with "I don't know". */
function answering(ended: readonly string[], file: string | undefined): Asker {
  return {
    ask: async ({ key }): Promise<Reply> => ({
      kind: 'said',
      value: key === QUESTIONS[0]?.key ? ended : ['unknown'],
    }),
    askWhereToSave: async () => file,
  }
}
