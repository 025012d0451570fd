import { readFileSync } from 'node:fs'
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

  it('says when it was asked as one text', async () => {
    expect(jsonOf(await afterglow([...SERIES, '--json']))['at']).toBe(NOW)
  })

  it('refuses an --at that the calendar ends behind', async () => {
    const at = ['series', '--session', EXAMPLE, '--at']
    const late = await afterglow([...at, '2191-01-01T12:00:00+04:00'])
    expect([late.code, late.stdout]).toEqual([2, ''])
    expect(late.stderr).toMatch(/--at: found 2191-01-01; accepted is a date up to 2190-12-31/)
    const last = [...at, '2190-12-31T12:00:00+04:00', '--event']
    expect((await afterglow([...last, 'wedding:2199-12-31'])).code).toBe(0)
    expect((await afterglow([...last, 'wedding:2200-01-01'])).stderr).toMatch(/up to 2199-12-31/)
  })

  it('refuses a session that is planned behind the last day', async () => {
    const stdin = JSON.stringify({
      zone: 'UTC',
      procedures: [{ id: 'p1', code: 'microneedling', endedAt: '2191-01-01T10:00:00Z' }],
    })
    const { stderr, code } = await afterglow(['series', '--session', '-', '--at', NOW], { stdin })
    expect(code).toBe(2)
    expect(stderr).toMatch(/--session: found a session on 2191-01-01; .* up to 2190-12-31/)
  })

  it('does not ask to free dates where a hold stops everything', async () => {
    const stdin = readFileSync(EXAMPLE, 'utf8').replace('"history": []', '"history": ["keloid"]')
    const { stdout } = await afterglow(['series', '--session', '-', '--at', NOW], { stdin })
    expect(stdout).toContain('What stops the next session')
    expect(stdout).not.toMatch(/Free some dates/)
  })

  it('asks to free dates only where some are blocked', async () => {
    const soon = [...SERIES, '--sessions', '6', '--event', 'wedding:2027-02-20']
    const free = await afterglow(soon)
    expect(free.stdout).toMatch(/Only \d of the sessions still wanted fit/)
    const blocked = await afterglow([...soon, '--blocked', '2027-01-03..2027-01-10'])
    expect(blocked.stdout).toContain('Free some dates')
  })

  it('says when the last day for a session before an event has passed', async () => {
    const { stdout } = await afterglow([...SERIES, '--event', 'wedding:2026-11-30'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /The last day for a session before it was \w+ \d+ Nov 2026\. That day has passed/,
    )
    const { stdout: late } = await afterglow([...SERIES, '--event', 'wedding:2027-06-12'])
    expect(late).not.toContain('has passed')
  })

  it('speaks of --sessions only to those who did not give it', async () => {
    expect((await afterglow(SERIES)).stdout).toContain('Planned with 4; --sessions asks')
    expect((await afterglow([...SERIES, '--sessions', '6'])).stdout).not.toContain('--sessions')
  })

  it('takes an event ten years ahead', async () => {
    expect((await afterglow([...SERIES, '--event', 'wedding:2036-11-22'])).code).toBe(0)
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
    [['--event', 'birthday:'], /--event: found "birthday:"/],
    [['--event', 'birthday:2027-06-12'], /found "birthday"; accepted are wedding, photo-shoot/],
    [['--event', 'weding:2027-06-12'], /found "weding"; did you mean "wedding"/],
    [['--event', 'wedding:2027-02-30'], /--event: found "wedding:2027-02-30"/],
    [['--event', 'wedding:2026-11-22'], /accepted is a date from 2026-11-23 on/],
    [['--event', 'wedding:2036-11-23'], /--event: found 2036-11-23; .* up to 2036-11-22/],
    [['--event', 'wedding:9999-12-31'], /--event: found 9999-12-31; .* up to 2036-11-22/],
    [['--blocked', '2027-01-01..9999-12-31'], /--blocked: found 9999-12-31; .* up to 2036-11-22/],
    [['--blocked', '0001-01-01..2027-01-01'], /--blocked: found 0001-01-01; .* from 2016-11-22/],
    [['--blocked', '2027-01-10..2027-01-03'], /it ends before it starts/],
    [['--blocked', 'January'], /--blocked: found "January"/],
    [['--blocked', '2027-01-01..2027-01-02..2027-01-03'], /--blocked: found/],
  ])('refuses %j', async (flags, message) => {
    const { stdout, stderr, code } = await afterglow([...SERIES, ...flags])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})
