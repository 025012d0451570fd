import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, linesIn, NOW } from '../testing.ts'

const ASSESS = ['assess', '--session', EXAMPLE]
const at = (instant: string) => ['--at', instant]

describe('assess', () => {
  it('gives the short answer first, with its exact time', async () => {
    const { stdout, code } = await afterglow([...ASSESS, 'makeup', ...at(NOW)])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe(
      'Not yet. Makeup opens, with care, Wed 25 Nov, 12:45 (in 3 days 1 h).',
    )
  })

  it('changes at the very second the window ends', async () => {
    const before = await afterglow([
      ...ASSESS,
      'makeup',
      '--json',
      ...at('2026-11-25T12:44:59+04:00'),
    ])
    const then = await afterglow([
      ...ASSESS,
      'makeup',
      '--json',
      ...at('2026-11-25T12:45:00+04:00'),
    ])
    expect([jsonOf(before)['status'], jsonOf(then)['status']]).toEqual(['avoid', 'caution'])
  })

  it('answers a group by each of its narrower subjects', async () => {
    const { stdout } = await afterglow([...ASSESS, 'heat-and-water', ...at(NOW)])
    expect(stdout).toContain('One by one')
    expect(stdout).toContain('• Not yet. A bath opens Mon 23 Nov, 10:45')
  })

  it("takes the ledger's own words for a subject, in any case", async () => {
    for (const words of [['Swimming', 'pool'], ['pool-swimming'], ['POOL SWIMMING']]) {
      const printed = await afterglow([...ASSESS, ...words, '--json', ...at(NOW)])
      expect(jsonOf(printed)['subject']).toBe('pool-swimming')
    }
  })

  it('sends a word it does not know to the clinic, and names the nearest', async () => {
    const { stdout, code } = await afterglow([...ASSESS, 'makup'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Ask your clinic first\. We have nothing on "makup"/)
    expect(stdout).toContain('Did you mean one of these?\n  • makeup: Not yet. Makeup opens')
  })

  it.each([
    ['gym', ['exercise', 'strenuous-exercise']],
    ['shower', ['hot-shower', 'lukewarm-shower']],
    ['spf', ['sunscreen']],
    ['Wine', ['alcohol']],
    ['red wine', ['alcohol']],
    ['mascara', ['eye-makeup']],
    ['tretinoin', ['prescription-retinoids']],
    ['warfarin', ['anticoagulants']],
  ])('offers what %j may mean, and answers for none of it', async (word, codes) => {
    const printed = await afterglow([...ASSESS, word, '--json', ...at(NOW)])
    expect(jsonOf(printed)).toMatchObject({ status: 'unknown', didYouMean: codes })
    const { stdout } = await afterglow([...ASSESS, word, ...at(NOW)])
    expect(stdout).toMatch(/^Ask your clinic first/)
    for (const code of codes) expect(stdout).toContain(`• ${code}: `)
  })

  it('never takes one medicine for a mistyped other one', async () => {
    const { stdout } = await afterglow([...ASSESS, 'tretinoin', ...at(NOW)])
    expect(stdout).not.toMatch(/isotretinoin/i)
  })

  it('says where all the names are when none is near', async () => {
    const { stdout } = await afterglow([...ASSESS, 'skydiving', ...at(NOW)])
    expect(stdout).toContain('afterglow subjects')
  })

  it('says no more than that it is no longer held back once every window is over', async () => {
    const { stdout } = await afterglow([...ASSESS, 'sauna', ...at('2027-03-01T09:00:00+04:00')])
    expect(stdout).toMatch(/^Open\. Nothing in this plan holds it back any more: Sauna\.\n/)
  })

  it.each([
    ['sauna', 'After it, sauna will open, with care, Sat 19 Dec, 11:30.'],
    ['makeup', 'After it, makeup will open, with care, Tue 8 Dec, 13:30.'],
    ['sunscreen', 'After it, sunscreen will open Sun 6 Dec, 11:30.'],
    ['retinol', 'has to wait at least until Sat 19 Dec, 11:30. Then ask your clinic first.'],
    ['fillers', 'Your clinic can say what holds for fillers after it.'],
    ['gentle-walking', 'Right after it, a gentle walk will be open: slow enough not to sweat'],
  ])('says before a session what %s will need after it', async (subject, answer) => {
    const planned = [subject, '--session', 'examples/planned.json', ...at(NOW)]
    for (const command of ['assess', 'explain']) {
      const { stdout } = await afterglow([command, ...planned])
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(answer)
    }
  })

  it('wants a subject', async () => {
    const { stderr, code } = await afterglow(ASSESS)
    expect(code).toBe(2)
    expect(stderr).toMatch(/SUBJECT: is missing/)
  })
})

describe('assess --jsonl', () => {
  const lines = (...values: readonly unknown[]) =>
    values.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')
  const ask = async (stdin: string, ...flags: readonly string[]) =>
    afterglow(['assess', '--jsonl', ...flags], { stdin })
  const session = {
    zone: 'UTC',
    procedures: [
      { id: 'a', code: 'microneedling', endedAt: '2026-11-22T06:45:00Z', device: 'pen' },
    ],
  }

  it('answers in order, ids given back, blank lines skipped, and goes on after a bad line', async () => {
    const printed = await ask(
      lines({ id: 1, subject: 'makeup' }, '', 'nonsense', { id: 'b', subject: 'sauna' }, '[1]', {
        id: null,
        subject: 'bath',
      }),
      '--session',
      EXAMPLE,
      ...at(NOW),
    )
    const answers = linesIn(printed)
    expect(printed.code).toBe(0)
    expect(answers.map((one) => [one['id'], one['status'] ?? 'error'])).toEqual([
      [1, 'avoid'],
      [undefined, 'error'],
      ['b', 'avoid'],
      [undefined, 'error'],
      [null, 'avoid'],
    ])
    expect(answers[1]?.['error']).toMatch(/^line 3: is not JSON/)
  })

  it('says at least what the contract names', async () => {
    const [answer] = linesIn(await ask(lines({ id: 1, subject: 'makeup', session, at: NOW })))
    const keys = [
      'id',
      'subject',
      'at',
      'status',
      'since',
      'opensAt',
      'nextChangeAt',
      'governing',
      'reasons',
    ]
    expect(Object.keys(answer ?? {})).toEqual(expect.arrayContaining(keys))
    expect(answer?.['opensAt']).toBe('2026-11-25T08:45:00+00:00')
  })

  it("lets a line's session and instant stand in for the flags", async () => {
    const [answer] = linesIn(
      await ask(
        lines({ subject: 'makeup', session, at: '2026-11-30T00:00:00Z' }),
        '--session',
        EXAMPLE,
        ...at(NOW),
      ),
    )
    expect(answer?.['status']).toBe('caution')
    expect(answer?.['at']).toBe('2026-11-30T00:00:00+00:00')
  })

  it.each([
    [{ id: 1, subject: 'makeup' }, /session: is missing/],
    [{ id: 1, session }, /subject: is missing/],
    [{ id: 1, subject: 'makeup', session, when: 'now' }, /unknown key "when"/],
    [{ id: 1, subject: 'makeup', session, at: 'noon' }, /at: found "noon"/],
    [
      { id: 1, subject: 'makeup', session: { ...session, zone: 'Mars' } },
      /session\.zone: found "Mars"/,
    ],
    [
      {
        id: 1,
        subject: 'makeup',
        session: { ...session, procedures: [{ ...session.procedures[0], needleDepthMm: 15 }] },
      },
      /session\.procedures\[0\]\.needleDepthMm: found 15; too large: at most 5/,
    ],
  ])('refuses %j with its id', async (line, message) => {
    const [answer] = linesIn(await ask(lines(line)))
    expect(answer).toMatchObject({ id: 1, issues: [{}] })
    expect(answer?.['error']).toMatch(message)
  })
})
