import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Answer, ask, type Json } from './ask.ts'

/** What the server said; `unreached` where it could not be asked, undefined until then. */
export type Asked = { readonly body: Json } | 'unreached' | 'refused' | undefined

/** Reads from the clinic's server while a page is open; it is kept nowhere. The second one reads it again. */
export function useAsked(path: string): readonly [asked: Asked, again: () => void] {
  const [asked, setAsked] = useState<Asked>(undefined)
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isStale = false
    const read = async (): Promise<void> => {
      const answer = await ask({ method: 'GET', path })
      if (!isStale) setAsked(askedBy(answer))
    }
    void read()
    return () => {
      isStale = true
    }
  }, [path, count])
  return [asked, useCallback(() => setCount((before) => before + 1), [])]
}

function askedBy(answer: Answer): Asked {
  if (answer.kind === 'answered') return { body: answer.body }
  return answer.kind === 'unreached' ? 'unreached' : 'refused'
}

/** The items of a list that the server gives, in the form that the caller names as the route's. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what a list holds is the route's to say
export function itemsOf<T>({ items }: Json): readonly T[] {
  // As the route writes them.
  return Array.isArray(items) ? (items as readonly T[]) : []
}
