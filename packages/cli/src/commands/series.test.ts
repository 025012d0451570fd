import { describe, expect, it } from 'vitest'
import { afterglow, EXAMPLE, jsonOf, NOW } from '../testing.ts'

const SERIES = ['series', '--session', EXAMPLE, '--at', NOW]

describe('series', () => {
  it('plans back from an event around blocked dates', async () => {
    const { stdout, code } = await afterglow([
      ...SERIES,
      '--sessions',
      '6',
      '--event',
      'wedding:2027-06-12',
      '--blocked',
      '2027-01-03..2027-01-20',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('Wedding on Sat 12 Jun 2027')
    expect(stdout.match(/Session \d+ {2,}\w{3} \d/g)).toHaveLength(5)
    expect(stdout).not.toMatch(/Session \d+ +\w+ (3|4|5|6|7|8|9|1\d|20) Jan 2027/)
  })

  it('keeps to the spacing of the sources', async () => {
    const json = jsonOf(await afterglow([...SERIES, '--sessions', '4', '--json']))
    expect(json['sessions']).toMatchObject([
      { number: 2, date: '2026-12-20', gapDays: 28, spacing: 'preferred' },
      { number: 3, gapDays: 28 },
      { number: 4, gapDays: 28 },
    ])
  })

  it('shows what holds the next session', async () => {
    const args = [
      'series',
      '--session',
      'examples/series.json',
      '--at',
      '2026-12-23T09:00:00+04:00',
    ]
    const { stdout } = await afterglow(args)
    expect(stdout).toContain('What stops the next session')
  })

  it.each([
    [['--sessions', '0'], /--sessions: found "0"; accepted is how many in all, 1 to 100/],
    [['--sessions', 'six'], /--sessions: found "six"/],
    [['--event', 'wedding'], /--event: found "wedding"; accepted is KIND:DATE/],
    [['--event', 'wedding:2027-02-30'], /--event: found "wedding:2027-02-30"/],
    [['--event', 'wedding:2026-11-22'], /accepted is a date from 2026-11-23 on/],
    [['--blocked', '2027-01-10..2027-01-03'], /it ends before it starts/],
    [['--blocked', 'January'], /--blocked: found "January"/],
    [['--blocked', '2027-01-01..2027-01-02..2027-01-03'], /--blocked: found/],
  ])('refuses %j', async (flags, message) => {
    const { stdout, stderr, code } = await afterglow([...SERIES, ...flags])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})
