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
