import { formatInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../../tests/support/ask-context.ts'
import { ask } from './ask.ts'

/** Wednesday 18 November 2026, 17:00; the session ended on Monday, 15:00. */
const CONTEXT = contextAt(50)

function timesIn(q: string): readonly string[] {
  const write = (at: number) => formatInstant(at, CONTEXT.zone).slice(5, 16)
  return ask(CONTEXT, `makeup ${q}`).understood.times.map(({ from, until }) =>
    from === until ? write(from) : `${write(from)} ${write(until)}`,
  )
}

const day = (date: string, next: string) => [`11-${date}T00:00 11-${next}T00:00`]

describe('findTimes', () => {
  it.each([
    ['tomorrow', day('19', '20')],
    ['tmrw', day('19', '20')],
    ['on Friday', day('20', '21')],
    ['tonight', ['11-18T18:00 11-18T23:59']],
    ['tomorrow at 6pm', ['11-19T18:00']],
    ['friday evening', ['11-20T17:00 11-20T23:00']],
    ['this weekend', ['11-21T00:00 11-22T00:00', '11-22T00:00 11-23T00:00']],
    ['day 3', day('19', '20')],
    ['on the third day', day('19', '20')],
    ['10 days after', ['11-26T15:00']],
    ['after 24 hours', ['11-17T15:00']],
    ['in 2 weeks', ['12-02T17:00']],
    ['in 3 hrs', ['11-18T20:00']],
    ['a week later', ['11-23T15:00']],
    ['2 days before', ['11-14T15:00']],
    ['on the 25th', day('25', '26')],
    ['25 november', day('25', '26')],
    ['nov 25', day('25', '26')],
    ['25/11', day('25', '26')],
    ['2026-11-25', day('25', '26')],
    ['next week', ['11-23T00:00 11-30T00:00']],
    ['mañana', day('19', '20')],
    ['el viernes', day('20', '21')],
    ['3 dias despues', ['11-19T15:00']],
    ['dentro de 3 dias', ['11-21T17:00']],
    ['غدا', day('19', '20')],
    ['يوم الجمعة', day('20', '21')],
    ['اليوم الثالث', day('19', '20')],
    ['بعد 3 ايام', ['11-19T15:00', '11-21T17:00']],
    ['کل', day('19', '20')],
    ['تیسرے دن', day('19', '20')],
    ['jumma ko', day('20', '21')],
    ['3 din baad', ['11-19T15:00', '11-21T17:00']],
  ])('%s', (q, expected) => {
    expect(timesIn(q)).toEqual(expected)
  })

  it.each(['', 'since yesterday', '3 days ago', 'hace 2 dias'])('asks about now: %j', (q) => {
    expect(timesIn(q)).toEqual([])
  })

  it('takes a time that cannot be placed as any from now on', () => {
    expect(timesIn('at christmas')).toEqual(['11-18T17:00 11-18T17:00'])
  })

  it('means either date where day and month may be either', () => {
    expect(timesIn('10/12')).toHaveLength(2)
  })
})
