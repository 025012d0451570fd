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

  it('shows one page for the links of a clinic, and hands its token to nobody', () => {
    for (const link of ['set-up', 'join', 'join-team', 'inbox', 'answer', 'unsubscribe'])
      expect(routeOf(`#/${link}/aGs.c2VjcmV0`)).toEqual({ screen: 'clinic-link', rest: [link] })
    expect(routeOf('#/my-plan')).toEqual({ screen: 'clinic-link', rest: ['my-plan'] })
    expect(routeOf('#/messages')).toEqual({ screen: 'clinic-link', rest: ['messages'] })
  })
})
