import { useEffect, useState } from 'preact/hooks'
import { hrefTo } from '../../app/route.ts'

/** The token of a link, which leaves the address bar and the history at once. */
export function useLinkToken(screen: string, rest: readonly string[]): string {
  const [token] = useState(rest[0] ?? '')
  useEffect(() => history.replaceState(null, '', hrefTo(screen)), [screen])
  return token
}
