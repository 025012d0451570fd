import { describe, expect, it } from 'vitest'
import { changesForm } from './adoption-changes.ts'
import { loosens } from './adoption-loosens.ts'

const own = (stance: string, until?: string) => ({
  subject: 'clinic-serum',
  names: { en: 'our serum' },
  positions: [{ stance, ...(until !== undefined && { until }) }],
})
const makeup = (until: string) => ({ lengthen: [{ subject: 'makeup', until }] })
const SHORTER = { shorten: [{ subject: 'makeup', until: 'P2D', reason: 'as we do it' }] }

describe('what a clinic publishes next', () => {
  it.each([
    ['nothing after nothing', {}, {}],
    ['the same', makeup('P10D'), makeup('P10D')],
    ['longer', makeup('P10D'), makeup('P12D')],
    ['one thing more', makeup('P10D'), { ...makeup('P10D'), subjects: [own('avoid', 'P3D')] }],
    ['no shortening any more', SHORTER, {}],
    ['a subject of its own less', { subjects: [own('avoid', 'P3D')] }, {}],
  ])('opens nothing earlier: %s', (_, now, next) => {
    expect(loosens(changesForm.parse(now), changesForm.parse(next))).toBe(false)
  })

  it.each([
    ['a shortening', {}, SHORTER],
    ['a lengthening less', makeup('P10D'), {}],
    ['a lengthening cut', makeup('P10D'), makeup('P9D')],
    ['days cut to hours that may be fewer', makeup('P10D'), makeup('PT240H')],
    [
      'another word on a subject of its own',
      { subjects: [own('avoid', 'P3D')] },
      { subjects: [own('allow')] },
    ],
  ])('may open something earlier: %s', (_, now, next) => {
    expect(loosens(changesForm.parse(now), changesForm.parse(next))).toBe(true)
  })
})
