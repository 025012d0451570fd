import { describe, expect, it } from 'vitest'
import { afterglow, NOW } from './testing.ts'
import { visible } from './visible.ts'

describe('visible', () => {
  it('spells out what a terminal would obey', () => {
    expect(visible('a\u001B[31mb\u0007\n\u009B\u202E')).toBe(
      'a\\u001b[31mb\\u0007\\u000a\\u009b\\u202e',
    )
    expect(visible('Müller, 9 °C')).toBe('Müller, 9 °C')
  })

  it('keeps words of a session file from painting the terminal', async () => {
    const session = {
      zone: 'UTC',
      procedures: [
        {
          id: 'p1',
          code: 'x\u001B[2Jpeel',
          endedAt: '2026-11-22T06:45:00Z',
          device: 'pen\u001B[31m',
        },
      ],
      events: [
        {
          type: 'override',
          at: '2026-11-22T07:00:00Z',
          subject: 'makeup',
          window: { until: 'P30D' },
          by: 'Dr\u001B[31m Lee',
          reason: 'r',
        },
      ],
    }
    const stdin = JSON.stringify(session)
    for (const command of [['plan'], ['assess', 'makeup'], ['explain', 'makeup'], ['series']]) {
      const { stdout, code } = await afterglow([...command, '--session', '-', '--at', NOW], {
        stdin,
      })
      expect(code).toBe(0)
      expect(stdout, command[0]).not.toContain('\u001B')
    }
  })
})
