import { useEffect, useState } from 'preact/hooks'

/** Where in the app one is: `#/can-i/swimming` is the screen `can-i` with the rest `['swimming']`. */
export interface Route {
  readonly screen: string
  readonly rest: readonly string[]
}

export function routeOf(hash: string): Route {
  if (hash.startsWith(LINK)) return { screen: 'open', rest: [hash.slice(LINK.length)] }
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (CLINIC_PAGE.test(screen)) return { screen: 'clinic', rest: [screen, ...rest] }
  return { screen: screen === '' ? 'today' : screen, rest }
}

/** What has to do with a clinic: its links too, with the secrets that they hold. */
const CLINIC_PAGE = /^(my-clinic|my-plan|join|messages|answer|unsubscribe)$/

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** After Today in the address: this device had joined already by the link that was opened. */
export const JOINED = 'joined'

/** A session in an address: `#s=` and what packages/formats makes of it. */
export const LINK = '#s='

/** The address of a screen: `hrefTo('can-i', 'swimming')`. */
export function hrefTo(screen: string, ...rest: readonly string[]): string {
  return `#/${[screen, ...rest].map(encodeURIComponent).join('/')}`
}

/** The whole address of a session, from what packages/formats makes of it. */
export function linkTo(session: string): string {
  return new URL(LINK + session, location.href).href
}

/** Goes to a screen; `instead` leaves no step back. */
export function goTo(href: string, { instead = false }: { readonly instead?: boolean } = {}): void {
  if (instead) location.replace(href)
  else location.assign(href)
}

export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    const renew = () => setHash(location.hash)
    addEventListener('hashchange', renew)
    return () => removeEventListener('hashchange', renew)
  }, [])
  return routeOf(hash)
}
