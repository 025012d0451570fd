import { useEffect, useState } from 'preact/hooks'

/** Where in the console one is: `#/patients/ID/messages` is the screen `patients` with the rest `[ID, 'messages']`. */
export interface Route {
  readonly screen: string
  readonly rest: readonly string[]
}

export function routeOf(hash: string): Route {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  return { screen: screen === '' ? 'today' : screen, rest }
}

/** The screen and whose it is: the parts of one patient's page are one place, two patients' pages are two. */
export function placeOf({ screen, rest }: Route): string {
  return [screen, ...rest.slice(0, 1)].join('/')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
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
