import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, NOW } from '../testing.ts'

const EXPLAIN = ['explain', 'makeup', '--session', EXAMPLE, '--at', NOW]

describe('explain', () => {
  it("gives each source's own figure in its own words of time, and marks the one that decides", async () => {
    const { stdout, code } = await afterglow(EXPLAIN)
    expect(code).toBe(0)
    const deciding = stdout.split('\n').filter((line) => line.includes('<- decides now'))
    expect(deciding).toEqual(['  > Sabina Gordon (general article, undated)  <- decides now'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'for 24 to 74 hours: for you until Mon 23 Nov, 10:45 at the earliest, Wed 25 Nov, 12:45 at the latest',
    )
    expect(stdout).toContain('for 48 hours: for you until Tue 24 Nov, 10:45')
    expect(stdout).toContain('for 2 days: for you until Tue 24 Nov, 10:45')
  })

  it('says how far apart they are, and how early a clinician may open it', async () => {
    const { stdout } = await afterglow(EXPLAIN)
    expect(stdout).toMatch(/shortest time ends Mon 23 Nov, 10:45, the longest Wed 25 Nov, 12:45/)
    expect(stdout).toContain('not before Mon 23 Nov, 10:45')
  })

  it('shows where each change of the answer comes from, the one that silence brings too', async () => {
    const { stdout } = await afterglow(EXPLAIN)
    const text = stdout.replaceAll(/\s+/g, ' ')
    expect(text).toContain('Until Wed 25 Nov, 12:45: not yet. Sabina Gordon')
    expect(text).toMatch(
      /From Wed 25 Nov, 12:45 until Mon 7 Dec, 10:45: with care\. .*As long as nobody tells us of these signs, it counts for the longest usual recovery \(15 days\)/,
    )
    expect(text).toContain('From Mon 7 Dec, 10:45 on: nothing holds it back.')
  })

  it('calls time alone only where it is', async () => {
    const at = ['--session', EXAMPLE, '--at', '2026-11-26T09:00:00+04:00']
    for (const command of ['explain', 'assess']) {
      const { stdout } = await afterglow([command, 'makeup', ...at])
      const [, changes = ''] = stdout.split('What would change')
      expect(changes).toContain('Time: the answer changes by itself on Mon 7 Dec, 10:45.')
      expect(changes).not.toContain('Time alone')
    }
    expect((await afterglow(['assess', 'sauna', ...at])).stdout).toContain('• Time alone.')
  })

  it('cites with --sources: title, facts and place', async () => {
    const { stdout } = await afterglow([...EXPLAIN, '--sources'])
    expect(stdout).toContain('S1-28')
    expect(stdout).toContain('step 3')
  })

  it('writes every instant with the offset of the zone in JSON', async () => {
    const json = jsonOf(await afterglow([...EXPLAIN, '--json']))
    expect(json['floor']).toBe('2026-11-23T10:45:00+04:00')
    expect(JSON.stringify(json['voices'])).toContain('"earliest":"2026-11-23T10:45:00+04:00"')
  })

  it('sends what no source speaks of to the clinic', async () => {
    const { stdout, code } = await afterglow(['explain', 'skydiving', '--session', EXAMPLE])
    expect(code).toBe(0)
    expect(stdout).toContain('No source of the plan speaks of this. Ask your clinic.')
  })
})
