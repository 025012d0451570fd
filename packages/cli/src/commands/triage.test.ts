import { readFileSync } from 'node:fs'
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
  const library = readLibrary({ flags: {} })
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

  it.each([[['--notes', ' ']], [['--notes', '']]])('takes %j for nothing said', async (flags) => {
    const { stdout, code } = await afterglow([...TRIAGE, ...flags])
    expect([code, stdout]).toEqual([2, ''])
  })

  it.each(['', '=mild', ' = 3'])('refuses the symptom %j, which has no name', async (symptom) => {
    const { stderr, code } = await afterglow([...TRIAGE, '--symptom', symptom])
    expect(code).toBe(2)
    expect(stderr).toMatch(/--symptom: found/)
  })

  it('puts the emergency signs first where nobody has read the notes', async () => {
    const { stdout } = await afterglow([...TRIAGE, '--notes', 'my skin feels odd'])
    const first = stdout.indexOf('Call the emergency number now if you have any of these')
    expect(first).toBeGreaterThan(0)
    expect(stdout.indexOf('• Trouble breathing')).toBeGreaterThan(first)
    expect(stdout.indexOf('\nWhy\n')).toBeGreaterThan(first)
  })

  it.each([
    ['98.6', /98\.6: that looks like degrees Fahrenheit\. Give degrees C/],
    ['101', /101: that looks like degrees Fahrenheit/],
    ['38 F', /38: that looks like degrees Fahrenheit/],
    ['30', /30: .*could not be read/],
    ['44', /44: .*could not be read/],
  ])('says why a fever of %s was not read, and asks for help all the same', async (number, why) => {
    const { stdout } = await afterglow([...TRIAGE, '--symptom', `fever=${number}`])
    expect(stdout).toMatch(why)
    expect(stdout).toMatch(/^Get medical help today/)
  })

  it('says nothing weaker of a sign beside its alarm', async () => {
    const { stdout } = await afterglow([...TRIAGE, '--symptom', 'fever=38.2'])
    expect(stdout).toMatch(/^Get medical help today/)
    expect(stdout).not.toMatch(/Contact your clinic|Keep measuring/)
    const pain = await afterglow([...TRIAGE, '--symptom', 'severe pain'])
    expect(pain.stdout).not.toContain('Pain: part of the usual course')
  })

  it('shows how it read a word, and what it may mean where it did not', async () => {
    const symptoms = ['rash=mild', 'sweling=2', 'redness=1', 'tingly=1'].flatMap((one) => [
      '--symptom',
      one,
    ])
    const { stdout } = await afterglow([...TRIAGE, ...symptoms])
    expect(stdout).toContain('"rash": read as hives.')
    expect(stdout).toContain('"sweling": read as swelling.')
    expect(stdout).toContain('"tingly": we do not know it. The words we know: afterglow signs')
    expect(stdout).not.toContain('"redness"')
  })

  it.each([
    ['trouble breathing', 'emergency'],
    ['pus', 'urgent'],
    ['Redness', 'expected'],
    ['hives', 'urgent'],
    ['swollen lips', 'emergency'],
    ['chest pain', 'emergency'],
    ['blood', 'contact-clinic'],
    ['dark spots', 'contact-clinic'],
    ['oedema', 'expected'],
  ])("reads %j in the file's check-in as it reads the flag: %s", async (word, disposition) => {
    const event = { type: 'check-in', at: NOW, signs: [{ code: word, severity: 2 }] }
    const example = readFileSync(EXAMPLE, 'utf8')
    const stdin = example.replace('"events": []', `"events": [${JSON.stringify(event)}]`)
    const args = ['triage', '--session', '-', '--at', NOW, '--json']
    const told = jsonOf(await afterglow(args, { stdin }))
    expect(told).toMatchObject({ disposition, unmapped: [] })
    const flag = await afterglow([...TRIAGE, '--symptom', `${word}=2`, '--json'])
    expect(jsonOf(flag)).toEqual(told)
  })

  it('wants words as flags', async () => {
    const { stderr, code } = await afterglow([...TRIAGE, 'redness'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/redness: .*--symptom redness=SEVERITY/)
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
