import { describe, expect, it } from 'vitest'
import { hrefTo, routeOf } from './route.ts'

describe('routeOf', () => {
  it('goes to Today where nothing is said', () => {
    for (const hash of ['', '#', '#/']) expect(routeOf(hash)).toEqual({ screen: 'today', rest: [] })
  })

  it('reads what hrefTo writes', () => {
    expect(routeOf(hrefTo('can-i', 'swimming'))).toEqual({ screen: 'can-i', rest: ['swimming'] })
    expect(routeOf(hrefTo('can-i', 'a/b ü'))).toEqual({ screen: 'can-i', rest: ['a/b ü'] })
  })

  it('opens a session that stands in the address, whole', () => {
    expect(routeOf('#s=1AbC-_/x')).toEqual({ screen: 'open', rest: ['1AbC-_/x'] })
  })

  it('stands an address that is no address', () => {
    expect(routeOf('#/can-i/%')).toEqual({ screen: 'can-i', rest: ['%'] })
  })

  it('keeps the secret of a clinic’s link whole, for the one page that takes it', () => {
    const token = 'a-_9'.repeat(16)
    for (const link of ['join', 'answer', 'unsubscribe'])
      expect(routeOf(`#/${link}/${token}`)).toEqual({ screen: 'clinic', rest: [link, token] })
    expect(routeOf('#/my-plan')).toEqual({ screen: 'clinic', rest: ['my-plan'] })
  })
})
