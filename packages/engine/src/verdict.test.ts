import { describe, expect, it } from 'vitest'
import { after, position, session, subject, subjects } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import { assess, opensAt } from './verdict.ts'

const until = (hours: number) => ({ window: { until: `PT${hours}H` } })
const plan = applyProtocol(
  [
    subjects(
      subject('skin', [], { group: true }),
      subject('makeup', [position('m', 'avoid', until(48))], { broader: 'skin' }),
      subject('bath', [position('b', 'limit', until(72))], { broader: 'skin' }),
    ),
  ],
  session(),
)

describe('a name that is no subject', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nonsense', ''])(
    'is unknown, also where every object has it: %s',
    (name) => {
      expect(assess(plan, name, after(1))).toEqual({
        subject: name,
        at: after(1),
        status: 'unknown',
        since: null,
        opensAt: null,
        nextChangeAt: null,
        changedBy: [],
        governing: null,
        reasons: [],
      })
    },
  )
})

it('is unknown at a time that is none, and never open', () => {
  for (const at of [Number.NaN, undefined, '2026-01-10T10:00:00Z'])
    for (const name of ['makeup', 'skin'])
      expect(assess(plan, name, at as number)).toMatchObject({ status: 'unknown', opensAt: null })
})

describe('a pure group', () => {
  it('answers as the strictest of its narrower subjects, over the same time', () => {
    expect(assess(plan, 'skin', after(1))).toMatchObject({
      subject: 'skin',
      status: 'avoid',
      since: after(0),
      opensAt: after(48),
      nextChangeAt: after(48),
    })
    expect(assess(plan, 'skin', after(50))).toMatchObject({
      status: 'caution',
      since: after(48),
      opensAt: after(48),
      nextChangeAt: after(72),
    })
    expect(assess(plan, 'skin', after(72))).toMatchObject({
      status: 'allowed',
      opensAt: after(48),
      nextChangeAt: null,
    })
    expect(assess(plan, 'skin', after(-1))).toMatchObject({
      status: 'unknown',
      since: null,
      opensAt: after(48),
      nextChangeAt: after(0),
    })
  })

  it('gives each narrower answer with it', () => {
    const answers = assess(plan, 'skin', after(50)).narrower
    expect(answers?.map((one) => [one.subject, one.status])).toEqual([
      ['makeup', 'allowed'],
      ['bath', 'caution'],
    ])
  })

  it('opens when the last of them does, in whatever order they stand', () => {
    expect(opensAt(plan, 'skin', after(1))).toBe(after(48))
    const slowest = position('slowest', 'avoid', { window: { from: 'PT12H', until: 'PT96H' } })
    const mixed = applyProtocol(
      [
        subjects(
          subject('skin', [], { group: true }),
          subject('late', [slowest], { broader: 'skin' }),
          subject('early', [position('early', 'avoid', until(24))], { broader: 'skin' }),
        ),
      ],
      session(),
    )
    expect(assess(mixed, 'skin', after(1))).toMatchObject({
      status: 'avoid',
      since: after(0),
      opensAt: after(96),
      nextChangeAt: after(96),
    })
    expect(assess(mixed, 'skin', after(100))).toMatchObject({
      status: 'allowed',
      since: after(96),
      opensAt: after(96),
      nextChangeAt: null,
    })
  })

  it('is governed by the first of those that are as strict', () => {
    const twins = applyProtocol(
      [
        subjects(
          subject('skin', [], { group: true }),
          subject('one', [position('first', 'avoid', until(24))], { broader: 'skin' }),
          subject('two', [position('second', 'avoid', until(24))], { broader: 'skin' }),
        ),
      ],
      session(),
    )
    expect(assess(twins, 'skin', after(1)).governing?.id).toBe('first')
  })

  it('reaches through a group among its narrower subjects', () => {
    const nested = applyProtocol(
      [
        subjects(
          subject('all', [], { group: true }),
          subject('skin', [], { group: true, broader: 'all' }),
          subject('makeup', [position('m', 'avoid', until(48))], { broader: 'skin' }),
        ),
      ],
      session(),
    )
    expect(opensAt(nested, 'all', after(1))).toBe(after(48))
  })
})
