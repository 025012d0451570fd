import { SIGNS } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, linesIn, NOW } from '../testing.ts'

interface Listed {
  readonly code: string
  readonly name: string
  readonly words: readonly string[]
}

async function listed(...args: readonly string[]): Promise<readonly Listed[]> {
  const { stdout } = await afterglow([...args, '--json'])
  // Both lists have these keys.
  return JSON.parse(stdout) as readonly Listed[]
}

describe('subjects', () => {
  it('lists every subject with its code and name, broader ones over narrower ones', async () => {
    const { stdout, code } = await afterglow(['subjects'])
    expect(code).toBe(0)
    const all = await listed('subjects')
    expect(all.length).toBeGreaterThan(100)
    for (const one of all) expect(stdout).toMatch(new RegExp(`^ +${one.code} `, 'm'))
    expect(stdout).toMatch(/^ {4}swimming +Swimming\n {6}open-water-swimming +Swimming in the sea/m)
  })

  it('finds the names for a word of a person', async () => {
    expect((await listed('subjects', 'gym')).map((one) => one.code)).toEqual([
      'exercise',
      'strenuous-exercise',
    ])
    const { stdout } = await afterglow(['subjects', 'red', 'wine'])
    expect(stdout).toMatch(/^ {2}alcohol +Drinking alcohol$/m)
  })

  it('says where the list is when it finds none', async () => {
    const { stderr, code } = await afterglow(['subjects', 'skydiving'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/skydiving: is no subject we know; afterglow subjects lists all/)
  })
})

describe('signs', () => {
  it('lists every sign once, the emergencies first', async () => {
    const { stdout } = await afterglow(['signs'])
    for (const sign of SIGNS)
      expect(stdout.match(new RegExp(`^ {2}${sign} `, 'gm')), sign).toHaveLength(1)
    expect(stdout.indexOf('  chest-pain ')).toBeLessThan(stdout.indexOf('  purulent-discharge '))
    expect(stdout.indexOf('  purulent-discharge ')).toBeLessThan(stdout.indexOf('  erythema '))
  })

  it('gives the words for each, all of which triage reads as it', async () => {
    const all = await listed('signs')
    expect(all.map((one) => one.code)).toEqual([...SIGNS])
    const asked = all.flatMap(({ code, words, name }) =>
      [...words, name].map((word) => ({ id: code, symptoms: [{ name: word, severity: 36 }] })),
    )
    const args = ['triage', '--jsonl', '--session', EXAMPLE, '--at', NOW]
    const stdin = asked.map((line) => JSON.stringify(line)).join('\n')
    const answers = linesIn(await afterglow(args, { stdin }))
    expect(answers.length).toBeGreaterThan(3 * SIGNS.length)
    for (const { id, unmapped, reasons } of answers) {
      expect(unmapped).toEqual([])
      // A temperature without a fever is no sign.
      if (id !== 'fever') expect(JSON.stringify(reasons)).toContain(`"sign":"${String(id)}"`)
    }
  })
})
