import { QueryClient, QueryObserver, type QueryObserverResult } from '@tanstack/query-core'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Problem, ProblemError } from '../api/request.ts'

/** Everything that was read, for as long as the page is open. Nothing of it is written to the device. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Asked without a network too: that nothing came has to be seen, and not taken for no news.
      networkMode: 'always',
      // A refusal is one; only what did not arrive is asked for again.
      retry: (tries, error) =>
        error instanceof ProblemError && error.problem.status === 0 && tries < 2,
    },
  },
})

// From here on it hears when the page is looked at again.
queries.mount()

/** What a screen reads: not there yet, there, or why not. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly value: T; readonly isOld: boolean }
  | { readonly state: 'failed'; readonly problem: Problem }

interface Options {
  /** Asked again so often while somebody looks. */
  readonly everyMs?: number
  readonly isWanted?: boolean
}

/** Reads `load` under `key`, shared with whoever reads the same; again when the page is looked at again. */
export function useQuery<T>(
  key: readonly string[],
  load: () => Promise<T>,
  { everyMs, isWanted = true }: Options = {},
): Loaded<T> {
  const name = key.join(' ')
  const options = {
    queryKey: key,
    queryFn: load,
    enabled: isWanted,
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  }
  const observer = useMemo(() => new QueryObserver<T>(queries, options), [name, isWanted])
  const [result, setResult] = useState<readonly [string, QueryObserverResult<T>]>()
  useEffect(() => {
    setResult([name, observer.getCurrentResult()])
    return observer.subscribe((next) => setResult([name, next]))
  }, [observer, name])
  return loadedOf(result?.[0] === name ? result[1] : observer.getCurrentResult())
}

/** What begins with `key` is read again by whoever shows it. */
export async function readAgain(...key: readonly string[]): Promise<void> {
  await queries.invalidateQueries({ queryKey: key })
}

export function loadedOf<T>({
  data,
  error,
}: Pick<QueryObserverResult<T>, 'data' | 'error'>): Loaded<T> {
  // What is gone, or is no longer for whoever looks, is not shown from before.
  if (error instanceof ProblemError && isTakenAway(error.problem))
    return { state: 'failed', problem: error.problem }
  // What was read before stays, and says that it is old.
  if (data !== undefined) return { state: 'there', value: data, isOld: error !== null }
  if (error === null) return { state: 'loading' }
  if (error instanceof ProblemError) return { state: 'failed', problem: error.problem }
  throw error
}

const TAKEN_AWAY: ReadonlySet<number> = new Set([401, 403, 404, 410])

function isTakenAway({ status }: Problem): boolean {
  return TAKEN_AWAY.has(status)
}
