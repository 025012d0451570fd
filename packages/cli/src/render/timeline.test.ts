import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, NOW } from '../testing.ts'

async function timeline(at: string, columns = 100): Promise<readonly string[]> {
  const { stdout } = await afterglow(['plan', '--session', EXAMPLE, '--at', at], { columns })
  const lines = stdout.split('\n')
  const start = lines.indexOf('The next weeks')
  return lines.slice(start + 1, lines.indexOf('', start + 1))
}

describe('timeline', () => {
  it('draws makeup: not yet to 74 hours, with care to day 15, then nothing, in half days', async () => {
    const row = (await timeline(NOW)).find((line) => line.includes('Makeup'))
    // From midnight: 10:45 on day 0 to 12:45 on day 3 touches half-days 0 to 7; care ends 10:45 on day 15.
    expect(row?.trim().replace('Makeup', '').trim()).toBe(
      `${'█'.repeat(8)}${'░'.repeat(23)}${'·'.repeat(25)}`,
    )
  })

  it('marks now over its cell, and has as many weeks as fit', async () => {
    const [ruler = '', mark = ''] = await timeline('2026-11-24T20:00:00+04:00')
    expect(ruler.match(/\|/g)).toHaveLength(4)
    expect(mark.indexOf('▼') - ruler.indexOf('|')).toBe(5)
    expect((await timeline(NOW, 80))[0]?.match(/\|/g)).toHaveLength(3)
  })

  it('keeps in a narrow terminal what stays shut for all of the weeks drawn', async () => {
    const narrow = (await timeline(NOW, 60)).join('\n')
    const row = (name: string) => new RegExp(`^ .*${name}.* █{14,}$`, 'm')
    for (const name of ['Swimming', 'Chemical peel', 'Self-tanner'])
      expect(narrow).toMatch(row(name))
    expect(narrow).not.toMatch(/^ +\S.* ·+$/m)
  })

  it('hides no name behind a number', async () => {
    for (const columns of [60, 80, 100])
      expect((await timeline(NOW, columns)).join('\n')).not.toMatch(/ \+\d/)
    expect((await timeline(NOW)).join('\n')).toMatch(/Niacinamide .*█/)
  })

  it('says what each mark means', async () => {
    expect((await timeline(NOW)).at(-1)).toContain('█ not yet')
  })
})
