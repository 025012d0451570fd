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

/** The statuses of `makeup` as `hours: status`, one entry each time it changes in the first 60 days. */
function timeline(
  protocolGiven: Protocol,
  given: Session = session(),
  code = 'makeup',
): Record<number, Status> {
  const plan = applyProtocol([protocolGiven], given)
  const entries: [number, Status][] = []
  for (let hour = 0; hour <= 60 * 24; hour++) {
    const { status } = assess(plan, code, after(hour))
    if (entries.at(-1)?.[1] !== status) entries.push([hour, status])
  }
  return Object.fromEntries(entries)
}

const makeup = (...positions: readonly Readonly<Record<string, unknown>>[]) =>
  subjects(subject('makeup', positions))

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

  it('leaves an open limit or ask in force until a clearance', () => {
    const cleared = session({
      events: [{ type: 'clearance', at: '2026-01-12T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    })
    expect(timeline(makeup(position('a', 'limit')))).toEqual({ 0: 'caution' })
    expect(timeline(makeup(position('a', 'limit')), cleared)).toEqual({
      0: 'caution',
      48: 'allowed',
    })
    expect(timeline(makeup(position('a', 'ask')))).toEqual({ 0: 'ask-clinic' })
    expect(timeline(makeup(position('a', 'ask')), cleared)).toEqual({
      0: 'ask-clinic',
      48: 'allowed',
    })
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

describe('until settled', () => {
  const ledger = makeup(
    position('a', 'avoid', {
      window: { until: 'P3D', and: 'settled', signs: ['erythema', 'exfoliation'] },
    }),
  )
  const checkIn = (at: string, signs: readonly unknown[], more = {}) => ({
    type: 'check-in',
    at,
    signs,
    ...more,
  })
  const told = (...events: readonly unknown[]) => session({ events })
  const gone = [
    { code: 'erythema', severity: 0 },
    { code: 'exfoliation', severity: 0 },
  ]

  it('avoids through the timed part, then is caution, and opens in silence at the outer end', () => {
    expect(timeline(ledger)).toEqual({ 0: 'avoid', 72: 'caution', 360: 'allowed' })
  })

  it('opens when every named sign is reported gone, never before the timed part ends', () => {
    expect(timeline(ledger, told(checkIn('2026-01-14T10:00:00Z', gone)))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'allowed',
    })
    expect(timeline(ledger, told(checkIn('2026-01-11T10:00:00Z', gone)))).toEqual({
      0: 'avoid',
      72: 'allowed',
    })
  })

  it('stays caution while a named sign has had no report', () => {
    const half = told(checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }]))
    expect(timeline(ledger, half)).toEqual({ 0: 'avoid', 72: 'caution', 360: 'allowed' })
  })

  it('avoids to the outer end while a sign is reported present, then asks until gone or cleared', () => {
    const present = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 2 }])
    expect(timeline(ledger, told(present))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'avoid',
      360: 'ask-clinic',
    })
    const goneLater = checkIn('2026-01-26T10:00:00Z', gone)
    expect(timeline(ledger, told(present, goneLater))).toEqual({
      0: 'avoid',
      72: 'caution',
      96: 'avoid',
      360: 'ask-clinic',
      384: 'allowed',
    })
    const clearedLater = {
      type: 'clearance',
      at: '2026-01-26T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    expect(timeline(ledger, told(present, clearedLater))[384]).toBe('allowed')
  })

  it('tracks signs one by one: the latest report of each counts, an omitted sign is no report', () => {
    const first = checkIn('2026-01-14T10:00:00Z', [
      { code: 'erythema', severity: 2 },
      { code: 'exfoliation', severity: 1 },
    ])
    const second = checkIn('2026-01-15T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(ledger, told(first, second))[96]).toBe('avoid')
    expect(timeline(ledger, told(first, second))[120]).toBeUndefined()
    const third = checkIn('2026-01-16T10:00:00Z', [], { settled: ['exfoliation'] })
    expect(timeline(ledger, told(first, second, third))[144]).toBe('allowed')
  })

  it('present beats gone within one check-in, whatever the order', () => {
    const both = checkIn('2026-01-14T10:00:00Z', [...gone, { code: 'erythema', severity: 1 }])
    const turned = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 1 }, ...gone])
    expect(timeline(ledger, told(both))[96]).toBe('avoid')
    expect(timeline(ledger, told(turned))).toEqual(timeline(ledger, told(both)))
  })

  it('a clearance opens what waits for signs; a report after it, or at its instant, shuts it again', () => {
    const clearance = {
      type: 'clearance',
      at: '2026-01-14T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    const present = (at: string) => checkIn(at, [{ code: 'erythema', severity: 2 }])
    expect(timeline(ledger, told(clearance))).toEqual({ 0: 'avoid', 72: 'caution', 96: 'allowed' })
    expect(timeline(ledger, told(present('2026-01-13T10:00:00Z'), clearance))[96]).toBe('allowed')
    expect(timeline(ledger, told(clearance, present('2026-01-15T10:00:00Z')))[120]).toBe('avoid')
    expect(timeline(ledger, told(clearance, present('2026-01-14T10:00:00Z')))[96]).toBe('avoid')
  })

  it('"all" means every sign of the course but pigment', () => {
    const all = protocol({
      subjects: [
        subject('makeup', [
          position('a', 'avoid', { window: { until: 'P3D', and: 'settled', signs: 'all' } }),
        ]),
      ],
      course: {
        expectations: [
          {
            id: 'e',
            signs: ['erythema', 'exfoliation', 'pigment-change'],
            until: 'P5D',
            source: 'first',
          },
        ],
        milestones: [],
      },
    })
    expect(timeline(all, told(checkIn('2026-01-14T10:00:00Z', gone)))[96]).toBe('allowed')
    const one = told(checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }]))
    expect(timeline(all, one)[96]).toBeUndefined()
  })

  it('waits for both a clearance and signs where the source asks for both', () => {
    const both = makeup(
      position('a', 'avoid', {
        window: { until: 'P3D', and: ['settled', 'cleared'], signs: ['erythema'] },
      }),
    )
    expect(timeline(both)).toEqual({ 0: 'avoid', 72: 'ask-clinic' })
    const report = checkIn('2026-01-14T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(both, told(report))).toEqual({ 0: 'avoid', 72: 'ask-clinic' })
    const clearance = {
      type: 'clearance',
      at: '2026-01-15T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    expect(timeline(both, told(clearance))).toEqual({
      0: 'avoid',
      72: 'ask-clinic',
      120: 'allowed',
    })
    const presentAfter = checkIn('2026-01-16T10:00:00Z', [{ code: 'erythema', severity: 1 }])
    expect(timeline(both, told(clearance, presentAfter))[144]).toBe('avoid')
  })

  it('a limit until settled stays caution until the signs are gone: silence does not open it', () => {
    const limit = makeup(
      position('a', 'limit', { window: { until: 'P3D', and: 'settled', signs: ['erythema'] } }),
    )
    expect(timeline(limit)).toEqual({ 0: 'caution' })
    const report = checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 0 }])
    expect(timeline(limit, told(report))).toEqual({ 0: 'caution', 72: 'allowed' })
  })

  it('holds to its own timed part where that is longer than the outer end', () => {
    const long = makeup(
      position('a', 'avoid', { window: { until: 'P20D', and: 'settled', signs: ['erythema'] } }),
    )
    expect(timeline(long)).toEqual({ 0: 'avoid', 480: 'allowed' })
    const present = checkIn('2026-01-11T10:00:00Z', [{ code: 'erythema', severity: 2 }])
    expect(timeline(long, told(present))).toEqual({ 0: 'avoid', 480: 'ask-clinic' })
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

describe('the tree of subjects', () => {
  const tree = (except?: readonly string[]) =>
    subjects(
      subject('products', [
        position('avoid-all', 'avoid', { window: { until: 'P2D' }, ...(except && { except }) }),
        position('use-all', 'use'),
        position('allow-all', 'allow'),
      ]),
      subject('serum', [position('s', 'allow')], { broader: 'products' }),
      subject('makeup', [position('m', 'allow')], { broader: 'serum' }),
    )

  it('passes avoid down to narrower subjects, and use and allow not', () => {
    expect(timeline(tree())).toEqual({ 0: 'avoid', 48: 'allowed' })
    expect(timeline(tree(), session(), 'products')).toEqual({ 0: 'avoid', 48: 'recommended' })
  })

  it('leaves out what the position excepts, and what is narrower than that', () => {
    expect(timeline(tree(['makeup']))).toEqual({ 0: 'allowed' })
    expect(timeline(tree(['makeup']), session(), 'serum')).toEqual({ 0: 'avoid', 48: 'allowed' })
    expect(timeline(tree(['serum']))).toEqual({ 0: 'allowed' })
  })

  it('passes limit, ask and continue down, and nothing up', () => {
    for (const [stance, status] of [
      ['limit', 'caution'],
      ['ask', 'ask-clinic'],
      ['continue', 'allowed'],
    ] as const) {
      const passing = subjects(
        subject('products', [position('p', stance)]),
        subject('makeup', [position('m', 'allow')], { broader: 'products' }),
      )
      expect(timeline(passing)).toEqual({ 0: status })
    }
    const up = subjects(
      subject('products', [position('p', 'allow')]),
      subject('makeup', [position('m', 'avoid', { window: { until: 'P1D' } })], {
        broader: 'products',
      }),
    )
    expect(timeline(up, session(), 'products')).toEqual({ 0: 'allowed' })
  })
})

describe('tests of the person and the procedure', () => {
  const gated = (when: unknown, stance = 'avoid') =>
    makeup(
      position('a', stance, { when, ...(stance === 'avoid' && { window: { until: 'P2D' } }) }),
      position('b', 'allow'),
    )

  it('bind where the fact holds or is not known, and not where it is known not to', () => {
    const ledger = gated({ medicines: ['anticoagulant'] })
    const taking = (patient: unknown) => timeline(ledger, session({ patient }))[0]
    expect(taking({ medicines: ['anticoagulant', 'nsaid'] })).toBe('avoid')
    expect(taking({ medicines: [] })).toBe('allowed')
    expect(taking({ medicines: ['nsaid'] })).toBe('allowed')
    expect(taking({})).toBe('avoid')
    expect(taking({ medicines: ['a word in no list'] })).toBe('avoid')
  })

  it('a recommendation with a test shows only where it holds', () => {
    const ledger = gated({ bodySites: ['scalp'] }, 'use')
    expect(timeline(ledger, session({}, { bodySites: ['scalp'] }))[0]).toBe('recommended')
    expect(timeline(ledger, session({}, { bodySites: ['face'] }))[0]).toBe('allowed')
    expect(timeline(ledger, session())[0]).toBe('allowed')
  })

  it('every key must hold, within a key any value, of anyOf one group', () => {
    const both = gated({ device: ['pen', 'stamp'], needleDepthMm: { atLeast: 1, below: 2 } })
    const depth = (needleDepthMm: number, device = 'pen') =>
      timeline(both, session({}, { needleDepthMm, device }))[0]
    expect([depth(1), depth(1.9, 'stamp'), depth(0.9), depth(2), depth(1.5, 'roller')]).toEqual([
      'avoid',
      'avoid',
      'allowed',
      'allowed',
      'allowed',
    ])
    const either = gated({ anyOf: [{ history: ['diabetes'] }, { medicines: ['steroid'] }] })
    const person = (patient: unknown) => timeline(either, session({ patient }))[0]
    expect(person({ history: ['diabetes'], medicines: [] })).toBe('avoid')
    expect(person({ history: [], medicines: ['steroid'] })).toBe('avoid')
    expect(person({ history: [], medicines: [] })).toBe('allowed')
    expect(person({ history: [] })).toBe('avoid')
  })

  it('says which fact was not known', () => {
    const plan = applyProtocol(
      [gated({ fitzpatrickSkinType: ['V', 'VI'] })],
      session({ patient: {} }),
    )
    const verdict = assess(plan, 'makeup', after(1))
    expect(verdict.reasons[0]?.unconfirmed).toEqual(['fitzpatrickSkinType'])
    expect(verdict.changedBy).toEqual(['time', 'fact'])
    expect(
      assess(
        applyProtocol(
          [gated({ fitzpatrickSkinType: ['V', 'VI'] })],
          session({ patient: { fitzpatrickSkinType: 'V' } }),
        ),
        'makeup',
        after(1),
      ).reasons[0]?.unconfirmed,
    ).toBeUndefined()
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
