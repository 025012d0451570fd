import { useEffect, useState } from 'preact/hooks'
import { whenLoaded } from './when-loaded.ts'

/** What is fetched when it is wanted: undefined until it is there, `broken` where it cannot be had. */
export type Lazy<T> = { readonly value: T } | 'broken' | undefined

/** Fetches once it is wanted; `load` is asked anew where `key` changes. */
export function useLazy<T>(load: () => Promise<T>, key: string, isWanted = true): Lazy<T> {
  const [loaded, setLoaded] = useState<readonly [key: string, lazy: Lazy<T>]>([key, undefined])
  useEffect(() => {
    if (!isWanted) return undefined
    const take = (value: T) => setLoaded([key, { value }])
    return whenLoaded(load(), take, () => setLoaded([key, 'broken']))
    // `key` says what `load` loads.
  }, [key, isWanted])
  return loaded[0] === key ? loaded[1] : undefined
}
