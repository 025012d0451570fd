import { describe, expect, it } from 'vitest'
import { readLibrary } from '../care.ts'
import { afterglow, EXAMPLE, jsonOf, linesIn, NOW } from '../testing.ts'

const TRIAGE = ['triage', '--session', EXAMPLE, '--at', NOW]

async function answerTo(line: object): Promise<Record<string, unknown>> {
  const args = ['triage', '--jsonl', '--session', EXAMPLE, '--at', NOW]
  const [answer] = linesIn(await afterglow(args, { stdin: JSON.stringify(line) }))
  return answer ?? {}
}

function textOf(key: string): string | undefined {
  const library = readLibrary({ words: [], flags: {} })
  return library.ok ? library.value.texts.text(key) : undefined
}

describe('triage', () => {
  it('says who to contact and how fast, first; and never more than that', async () => {
    const { stdout } = await afterglow([
      ...TRIAGE,
      '--symptom',
      'pus=mild',
      '--symptom',
      'redness=mild',
    ])
    expect(stdout).toMatch(/^Get medical help today\n/)
    expect(stdout).toContain('Keep in mind')
    expect(stdout).not.toMatch(/infection|you have|you are fine/i)
  })

  it("judges the session's last check-in where no symptom is given", async () => {
    const args = [
      'triage',
      '--session',
      'examples/series.json',
      '--at',
      '2026-12-23T09:00:00+04:00',
    ]
    const { stdout, code } = await afterglow(args)
    expect(code).toBe(0)
    expect(stdout).toContain('For how your skin is on Tue 22 Dec, 09:00.')
    expect(stdout).toContain('Redness: part of the usual course')
  })

  it('wants to know how the skin is', async () => {
    const { stderr, code } = await afterglow(TRIAGE)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--symptom/)
  })

  it('gives codes and texts with --json', async () => {
    const json = jsonOf(
      await afterglow([...TRIAGE, '--symptom', 'trouble breathing=severe', '--json']),
    )
    expect(json['disposition']).toBe('emergency')
    expect(json['reasons']).toContainEqual({
      code: 'red-flag',
      disposition: 'emergency',
      sign: 'breathing-difficulty',
      basis: ['breathing-difficulty'],
      text: textOf('red-flag.breathing-difficulty'),
    })
  })
})

describe('triage --jsonl', () => {
  it('takes codes and words, numbers and words of strength', async () => {
    expect(
      await answerTo({ id: 7, symptoms: [{ name: 'Redness', severity: 'Mild' }] }),
    ).toMatchObject({
      id: 7,
      disposition: 'expected',
    })
    expect(await answerTo({ symptoms: [{ name: 'fever', severity: '38.4' }] })).toMatchObject({
      disposition: 'urgent',
    })
    expect(await answerTo({ symptoms: [{ name: 'erythema', severity: 2 }] })).toMatchObject({
      disposition: 'expected',
    })
  })

  it('keeps a word it does not know, and asks the clinic', async () => {
    expect(await answerTo({ symptoms: [{ name: 'tingly', severity: 1 }] })).toMatchObject({
      disposition: 'contact-clinic',
      unmapped: ['tingly'],
    })
  })

  it('takes no symptoms for none, and still gives the safety net', async () => {
    const answer = await answerTo({ id: 1, symptoms: [] })
    expect(answer['disposition']).toBe('expected')
    expect(answer['safetyNet']).not.toEqual([])
  })

  it.each([{}, { symptoms: null, notes: null }, { notes: ' ' }])(
    "judges the session's last check-in where %j says nothing, and asks where there is none",
    async (line) => {
      const none = await answerTo({ id: 4, ...line })
      expect(none['id']).toBe(4)
      expect(none['error']).toMatch(/symptoms: is missing/)
      const at = ['--session', 'examples/series.json', '--at', '2026-12-23T09:00:00+04:00']
      const one = jsonOf(await afterglow(['triage', ...at, '--json']))
      const stdin = JSON.stringify(line)
      expect(linesIn(await afterglow(['triage', '--jsonl', ...at], { stdin }))).toEqual([one])
    },
  )

  it.each(['°C', 'c', '', ' °c ', '0x26', '1e2'])(
    'never takes the severity %j for a number',
    async (severity) => {
      const answer = await answerTo({ symptoms: [{ name: 'fever', severity }] })
      expect(answer['disposition']).toBe('urgent')
      const flag = await afterglow([...TRIAGE, '--symptom', `bleeding=${severity}`, '--json'])
      expect(jsonOf(flag)['disposition']).toBe('emergency')
    },
  )

  it.each([
    [{ name: "can't breathe" }, 'emergency'],
    [{ name: 'high temperature', severity: 36.5 }, 'expected'],
    [{ name: 'high temperature', severity: '38,1 °C' }, 'urgent'],
    [{ name: 'temperature 38.1' }, 'urgent'],
    [{ name: 'chills', severity: 3 }, 'urgent'],
    [{ name: 'chills' }, 'urgent'],
    [{ name: 'temperature 36.5', severity: 39 }, 'urgent'],
    [{ name: 'severe pain', severity: 1 }, 'urgent'],
    [{ name: 'severe pain' }, 'urgent'],
    [{ name: 'heavy bleeding', severity: 'mild' }, 'emergency'],
    [{ name: 'heavy bleeding', severity: 0 }, 'expected'],
  ])('reads %j with its usual words: %s', async (symptom, disposition) => {
    expect(await answerTo({ symptoms: [symptom] })).toMatchObject({ disposition, unmapped: [] })
  })

  it.each([undefined, null, '', 'quite bad', 11, -1, true])(
    'asks at least the clinic where how strong it is reads %j',
    async (severity) => {
      const mild = await answerTo({ symptoms: [{ name: 'redness', severity }] })
      expect(mild['disposition']).toBe('contact-clinic')
      const fever = await answerTo({ symptoms: [{ name: 'pain', severity }] })
      expect(['contact-clinic', 'urgent']).toContain(fever['disposition'])
    },
  )

  it('raises every alarm of a sign whose strength cannot be read', async () => {
    expect(await answerTo({ symptoms: [{ name: 'bleeding' }] })).toMatchObject({
      disposition: 'emergency',
    })
  })

  it.each([
    [{ symptoms: 'redness' }, /symptoms: is no list/],
    [{ symptoms: [{ severity: 1 }] }, /symptoms\[0\]\.name: is missing/],
    [
      { symptoms: [{ name: 'itch', severity: 1, where: 'chin' }] },
      /symptoms\[0\]\.where: unknown key/,
    ],
    [{ notes: 5 }, /notes: found 5/],
  ])('refuses %j', async (line, message) => {
    const answer = await answerTo({ id: 3, ...line })
    expect(answer['id']).toBe(3)
    expect(answer['error']).toMatch(message)
  })
})
