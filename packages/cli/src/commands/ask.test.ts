import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, linesIn, NOW } from '../testing.ts'

const ASK = ['ask', '--session', EXAMPLE, '--at', NOW]

describe('ask', () => {
  it('answers first, then says what it understood', async () => {
    const { stdout, code } = await afterglow([...ASK, 'can i swim on friday??'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Not yet: Swimming, Fri 27 Nov, 00:00\. It opens /)
    expect(stdout).toContain(
      'We understood: Swimming, Fri 27 Nov, 00:00, day 5 after your session.',
    )
  })

  it('answers an alarm with who to contact, and what to keep in mind', async () => {
    const { stdout } = await afterglow([...ASK, 'can i wear makeup, my throat is closing'])
    expect(stdout).toMatch(/^Call the emergency number now\n/)
    expect(stdout).not.toMatch(/infection|you are fine/i)
  })

  it('sends what it does not understand to the clinic', async () => {
    const { stdout } = await afterglow([...ASK, 'who won the football'])
    expect(stdout).toMatch(/^We could not find an answer .* ask your clinic/)
  })

  it('gives one JSON value, with the instants in the zone', async () => {
    const answer = jsonOf(await afterglow([...ASK, 'makeup', '--json']))
    expect(answer).toMatchObject({
      kind: 'verdict',
      status: 'avoid',
      disposition: null,
      parts: [
        { subject: 'makeup', at: NOW, status: 'avoid', opensAt: '2026-11-25T12:45:00+04:00' },
      ],
    })
  })

  it('answers lines in their order, each with its id', async () => {
    const lines = [
      '{"id": 1, "q": "gym tmrw"}',
      'no json',
      '{"id": 2, "q": "there is pus"}',
      '{"id": 3}',
    ]
    const answers = linesIn(await afterglow([...ASK, '--jsonl'], { stdin: lines.join('\n') }))
    expect(answers.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'verdict'],
      [undefined, undefined],
      [2, 'triage'],
      [3, undefined],
    ])
    expect(answers[1]).toHaveProperty('error')
  })

  it('refuses a question without words', async () => {
    const { code, stderr } = await afterglow(ASK)
    expect([code, stderr]).toEqual([2, expect.stringContaining('QUESTION')])
  })
})
