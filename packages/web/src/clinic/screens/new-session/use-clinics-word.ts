import { useMemo } from 'preact/hooks'
import { readAdoptionNow } from '../../api/adoptions.ts'
import { type Loaded, useQuery } from '../../app/query.ts'
import type { Shortening } from './general-word.ts'

/** What the clinic shortens for everybody whose plan begins now. */
export function useClinicsWord(): Loaded<readonly Shortening[]> {
  const now = useQuery(['adoptions', 'now'], readAdoptionNow)
  const adoption = now.state === 'there' ? now.value : null
  const value = useMemo(() => {
    if (!adoption || adoption.changes === null) return []
    const { by, changes } = adoption
    return changes.shorten.map((one) => ({ ...one, by }))
  }, [adoption])
  return now.state === 'there' ? { ...now, value } : now
}
