import { describe, expect, it } from 'vitest'
import {
  after,
  position,
  protocol,
  protocolInput,
  session,
  subject,
  subjects,
} from '../../../tests/support/protocol.ts'
import { makeup, timeline } from '../../../tests/support/timeline.ts'
import { applyProtocol } from './apply.ts'
import type { Status } from './codes.ts'
import type { Protocol } from './protocol.ts'
import type { Session } from './session.ts'
import { assess } from './verdict.ts'

function statusAt(
  protocolGiven: Protocol,
  hours: number,
  given: Session = session(),
  seconds = 0,
): Status {
  return assess(applyProtocol([protocolGiven], given), 'makeup', after(hours, seconds)).status
}

describe('windows of one position', () => {
  it('forbids one second before the window ends and not at its end', () => {
    const ledger = makeup(position('a', 'avoid', { window: { until: 'PT48H' } }))
    expect(statusAt(ledger, 48, session(), -1)).toBe('avoid')
    expect(statusAt(ledger, 48)).toBe('allowed')
    expect(statusAt(ledger, 0)).toBe('avoid')
    expect(statusAt(ledger, 0, session(), -1)).toBe('unknown')
  })

  it('reads a range at its strict end for a restriction and at its early end for a recommendation', () => {
    const range = { until: { atLeast: 'PT24H', atMost: 'PT74H' } }
    expect(timeline(makeup(position('a', 'avoid', { window: range })))).toEqual({
      0: 'avoid',
      74: 'allowed',
    })
    expect(timeline(makeup(position('a', 'use', { window: range })))).toEqual({
      0: 'recommended',
      24: 'allowed',
    })
  })

  it('starts a window where it says', () => {
    const ledger = makeup(position('a', 'avoid', { window: { from: 'P2D', until: 'P3D' } }))
    expect(timeline(ledger)).toEqual({ 0: 'allowed', 48: 'avoid', 72: 'allowed' })
  })

  it('limits with care and asks for as long as is stated', () => {
    expect(timeline(makeup(position('a', 'limit', { window: { until: 'PT5H' } })))).toEqual({
      0: 'caution',
      5: 'allowed',
    })
    expect(timeline(makeup(position('a', 'ask', { window: { until: 'PT5H' } })))).toEqual({
      0: 'ask-clinic',
      5: 'allowed',
    })
  })

  it('leaves an open ask in force until a clearance, and an open limit for good', () => {
    const cleared = session({
      events: [{ type: 'clearance', at: '2026-01-12T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(makeup(position('a', 'limit')))).toEqual({ 0: 'caution' })
    expect(timeline(makeup(position('a', 'limit')), cleared)).toEqual({ 0: 'caution' })
    expect(timeline(makeup(position('a', 'ask')))).toEqual({ 0: 'ask-clinic' })
    expect(timeline(makeup(position('a', 'ask')), cleared)).toEqual({
      0: 'ask-clinic',
      48: 'allowed',
    })
    const until = makeup(position('a', 'limit', { window: { until: 'cleared' } }))
    expect(timeline(until, cleared)).toEqual({ 0: 'caution', 48: 'allowed' })
  })

  it('counts a recommendation on a condition as permission only', () => {
    expect(timeline(makeup(position('a', 'use')))).toEqual({ 0: 'recommended' })
    const conditional = protocol({
      subjects: [subject('makeup', [position('a', 'use', { condition: 'as-directed' })])],
    })
    expect(timeline(conditional)).toEqual({ 0: 'allowed' })
  })

  it('recommends where one source recommends and another only permits', () => {
    const ledger = makeup(
      position('a', 'allow'),
      position('b', 'use', { window: { until: 'P1D' } }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'recommended', 24: 'allowed' })
  })
})

describe('an open avoid', () => {
  it('takes the longest end that another ungated avoid states', () => {
    const ledger = makeup(
      position('a', 'avoid'),
      position('b', 'avoid', { window: { until: 'P2D' } }),
      position('c', 'avoid', { window: { until: 'P9D' } }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 216: 'allowed' })
  })

  it('does not take an end that is over before it starts: it lasts as if none were stated', () => {
    const from = (start: string) =>
      makeup(
        position('a', 'avoid', { window: { from: start } }),
        position('b', 'avoid', { window: { until: 'P2D' } }),
      )
    expect(timeline(from('P1D'))).toEqual({ 0: 'avoid', 48: 'allowed' })
    expect(timeline(from('P2D'))).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
    expect(timeline(from('P3D'))).toEqual({
      0: 'avoid',
      48: 'allowed',
      72: 'avoid',
      168: 'ask-clinic',
    })
    expect(timeline(from('P9D'))).toEqual({ 0: 'avoid', 48: 'allowed', 216: 'ask-clinic' })
  })

  it('does not take the end of an avoid that has a test', () => {
    const ledger = makeup(
      position('a', 'avoid'),
      position('b', 'avoid', { window: { until: 'P2D' }, when: { device: ['roller'] } }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
  })

  it('takes the end that is stated for a broader subject, but not a limit or an ask', () => {
    const ledger = subjects(
      subject('products', [
        position('p', 'avoid', { window: { until: 'P9D' } }),
        position('l', 'limit', { window: { until: 'P12D' } }),
      ]),
      subject('makeup', [position('a', 'avoid')], { broader: 'products' }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 216: 'caution', 288: 'allowed' })
  })

  it('where none states one: to the typical recovery end, then for the clinic until a clearance', () => {
    const ledger = makeup(position('a', 'avoid'))
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
    const early = session({
      events: [{ type: 'clearance', at: '2026-01-11T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, early)).toEqual({ 0: 'avoid', 168: 'allowed' })
    const late = session({
      events: [{ type: 'clearance', at: '2026-01-20T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, late)).toEqual({ 0: 'avoid', 168: 'ask-clinic', 240: 'allowed' })
  })

  it('with a number the source may not mean is an open avoid, then caution until that date', () => {
    const alone = makeup(position('a', 'avoid', { window: { maybe: 'P14D' } }))
    expect(timeline(alone)).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
    const beside = makeup(
      position('a', 'avoid', { window: { maybe: 'P14D' } }),
      position('b', 'avoid', { window: { until: 'P2D' } }),
    )
    expect(timeline(beside)).toEqual({ 0: 'avoid', 48: 'caution', 336: 'allowed' })
  })
})

describe('until cleared', () => {
  const ledger = makeup(position('a', 'avoid', { window: { until: 'cleared' } }))

  it('avoids to the typical recovery end, then asks until a clearance', () => {
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
  })

  it('avoids through its own timed part where it has one', () => {
    const own = makeup(position('a', 'avoid', { window: { until: 'P10D', and: 'cleared' } }))
    expect(timeline(own)).toEqual({ 0: 'avoid', 240: 'ask-clinic' })
    const shorter = makeup(position('a', 'avoid', { window: { until: 'P2D', and: 'cleared' } }))
    expect(timeline(shorter)).toEqual({ 0: 'avoid', 48: 'ask-clinic' })
  })

  it('a clearance opens no timed part, and acts from its own instant', () => {
    const early = session({
      events: [{ type: 'clearance', at: '2026-01-11T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, early)).toEqual({ 0: 'avoid', 168: 'allowed' })
  })

  it('a clearance of a broader subject counts, of a narrower or another one does not', () => {
    const tree = subjects(
      subject('products', [position('p', 'avoid', { window: { until: 'cleared' } })]),
      subject('makeup', [position('m', 'allow')], { broader: 'products' }),
      subject('other', [position('o', 'allow')]),
    )
    const clearing = (code: string) =>
      session({
        events: [{ type: 'clearance', at: '2026-01-11T10:00:00Z', subject: code, by: 'Dr A' }],
      })
    expect(timeline(tree, clearing('products'))).toEqual({ 0: 'avoid', 168: 'allowed' })
    expect(timeline(tree, clearing('makeup'))).toEqual({ 0: 'avoid', 168: 'allowed' })
    expect(timeline(tree, clearing('makeup'), 'products')).toEqual({
      0: 'avoid',
      168: 'ask-clinic',
    })
    expect(timeline(tree, clearing('other'))).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
  })

  it('a clearance before the procedure ended does not act', () => {
    const before = session({
      events: [{ type: 'clearance', at: '2026-01-10T09:59:59Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, before)).toEqual({ 0: 'avoid', 168: 'ask-clinic' })
    const atItsEnd = session({
      events: [{ type: 'clearance', at: '2026-01-10T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, atItsEnd)).toEqual({ 0: 'avoid', 168: 'allowed' })
  })
})

describe('positions that meet', () => {
  it('avoid wins over a recommendation while it lasts, the recommendation shows after it', () => {
    const ledger = makeup(
      position('a', 'avoid', { window: { until: 'P1D' } }),
      position('b', 'use', { window: { until: 'P3D' } }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 24: 'recommended', 72: 'allowed' })
  })

  it('avoid against continue is a question for the clinician until a clearance', () => {
    const ledger = makeup(position('a', 'avoid'), position('b', 'continue'))
    expect(timeline(ledger)).toEqual({ 0: 'ask-clinic' })
    const cleared = session({
      events: [{ type: 'clearance', at: '2026-01-20T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(ledger, cleared)).toEqual({ 0: 'ask-clinic', 240: 'allowed' })
    expect(timeline(makeup(position('b', 'continue')))).toEqual({ 0: 'allowed' })
  })

  it('softens an avoid only while the continue is in force', () => {
    const ledger = makeup(
      position('a', 'avoid', { window: { until: 'P3D' } }),
      position('b', 'continue', { window: { until: 'P1D' } }),
    )
    expect(timeline(ledger)).toEqual({ 0: 'ask-clinic', 24: 'avoid', 72: 'allowed' })
  })

  it('names the position that lasts longest as governing, and lists all', () => {
    const ledger = makeup(
      position('open', 'avoid'),
      position('short', 'avoid', { window: { until: 'PT48H' } }),
      position('long', 'avoid', { window: { until: 'PT74H' } }),
    )
    const verdict = assess(applyProtocol([ledger], session()), 'makeup', after(1))
    expect(verdict.governing?.id).toBe('long')
    expect(verdict.reasons.map((reason) => reason.id)).toEqual(['open', 'short', 'long'])
    expect(verdict).toMatchObject({
      since: after(0),
      opensAt: after(74),
      nextChangeAt: after(74),
      changedBy: ['time'],
    })
  })
})

describe('the clock', () => {
  it('keeps hours as elapsed time and days as calendar days over a change to summer time', () => {
    const night = (until: string) => {
      const given = session({ zone: 'America/New_York' }, { endedAt: '2026-03-07T12:00:00-05:00' })
      const { opensAt } = assess(
        applyProtocol([makeup(position('a', 'avoid', { window: { until } }))], given),
        'makeup',
        given.procedures[0]?.endedAt ?? 0,
      )
      return new Date(opensAt ?? 0).toISOString()
    }
    expect(night('PT72H')).toBe('2026-03-10T17:00:00.000Z')
    expect(night('P3D')).toBe('2026-03-10T16:00:00.000Z')
  })

  it('finds the later of hours and days on the clock, not in the shape', () => {
    const ledger = makeup(
      position('hours', 'avoid', { window: { until: 'PT72H' } }),
      position('days', 'avoid', { window: { until: 'P3D' } }),
    )
    const governing = (endedAt: string) => {
      const given = session({ zone: 'America/New_York' }, { endedAt })
      return assess(applyProtocol([ledger], given), 'makeup', given.procedures[0]?.endedAt ?? 0)
        .governing?.id
    }
    expect(governing('2026-03-07T12:00:00-05:00')).toBe('hours')
    expect(governing('2026-10-31T12:00:00-04:00')).toBe('days')
  })
})

describe('preparation of a planned procedure', () => {
  const ledger = protocol({
    subjects: [subject('makeup', [position('a', 'avoid', { window: { until: 'P2D' } })])],
    preparation: [
      { id: 'stop-makeup', source: 'second', subject: 'makeup', lead: 'P3D' },
      { id: 'stop-makeup-early', source: 'second', subject: 'makeup', lead: 'P5D' },
    ],
    series: {
      ...(protocolInput()['series'] as object),
      events: [{ id: 'wedding', subjects: [], source: 'first' }],
    },
  })

  it('answers unknown before the procedure, naming what is to be prepared from its lead on', () => {
    const plan = applyProtocol([ledger], session())
    expect(assess(plan, 'makeup', after(-1))).toMatchObject({
      status: 'unknown',
      governing: { id: 'stop-makeup-early' },
    })
    expect(assess(plan, 'makeup', after(-5 * 24)).governing?.id).toBe('stop-makeup-early')
    expect(assess(plan, 'makeup', after(-5 * 24, -1))).toMatchObject({
      status: 'unknown',
      governing: null,
    })
    expect(assess(plan, 'makeup', after(-400)).opensAt).toBe(after(48))
  })
})
