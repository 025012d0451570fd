import { useEffect, useState } from 'preact/hooks'
import { useConsole } from './console-context.ts'

/**
 * What somebody was writing when their session ran out. It is held in this page's memory, is in nothing that the page shows,
 * and is there again for the same person in the same clinic; for anybody else, and after signing out, it is gone.
 */
export interface HalfWritten {
  /** What stands in a form now. */
  readonly hold: (name: string, value: unknown) => void
  /** The form is gone: sent, or left. */
  readonly drop: (name: string) => void
  /** What was held when the session ran out, once. */
  readonly take: (name: string) => unknown
  readonly runOut: (who: string) => void
  readonly signIn: (who: string) => void
  readonly forget: () => void
}

interface Left {
  readonly who: string
  readonly parts: Map<string, unknown>
}

export function createHalfWritten(): HalfWritten {
  const writing = new Map<string, unknown>()
  let left: Left | null = null
  return {
    hold: (name, value) => writing.set(name, value),
    drop: (name) => writing.delete(name),
    take: (name) => {
      const value = left?.parts.get(name)
      left?.parts.delete(name)
      return value
    },
    runOut: (who) => {
      left = { who, parts: new Map(writing) }
    },
    signIn: (who) => {
      if (left?.who !== who) left = null
    },
    forget: () => {
      left = null
    },
  }
}

/** A state that is there again after a session ran out. What is written of whom is part of the name. */
export function useHalfWritten<T>(
  name: string,
  first: () => T,
): readonly [value: T, change: (next: T) => void] {
  const { halfWritten } = useConsole()
  // Only this hook holds something under the name, and it is of this type.
  const [value, change] = useState(() => (halfWritten.take(name) as T | undefined) ?? first())
  useEffect(() => halfWritten.hold(name, value), [halfWritten, name, value])
  useEffect(() => () => halfWritten.drop(name), [halfWritten, name])
  return [value, change]
}
