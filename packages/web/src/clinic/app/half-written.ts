import { useEffect, useState } from 'preact/hooks'
import { useConsole } from './console-context.ts'

/**
 * What somebody was writing when their session ran out, or when they left a form that is kept. It is held in this page's
 * memory, is in nothing that the page shows, and is there again for the same person in the same clinic; for anybody else,
 * and after signing out, it is gone.
 */
export interface HalfWritten {
  /** What stands in a form now. */
  readonly hold: (name: string, value: unknown) => void
  /** The form is gone: sent, or left. */
  readonly drop: (name: string) => void
  /** What was held when the session ran out or the form was left, once. */
  readonly take: (name: string) => unknown
  /** The same, and it stays. */
  readonly look: (name: string) => unknown
  /** A form was left with something typed by `who`; nothing is kept where somebody else acts by now, or nobody. */
  readonly leave: (who: string, names: readonly string[], more?: Parts) => void
  /** Done with, or begun anew: nothing of these comes back. */
  readonly discard: (names: readonly string[]) => void
  readonly runOut: (who: string) => void
  readonly signIn: (who: string) => void
  readonly forget: () => void
}

type Parts = ReadonlyMap<string, unknown>

interface Left {
  readonly who: string
  readonly parts: Map<string, unknown>
}

/** `who` acts at first; the empty name is nobody. */
export function createHalfWritten(who: string): HalfWritten {
  const writing = new Map<string, unknown>()
  const { keep, keepOnlyOf, ...left } = createLeft()
  let acting = who
  return {
    ...left,
    hold: (name, value) => writing.set(name, value),
    drop: (name) => writing.delete(name),
    leave: (by, names, more = new Map()) => {
      if (by !== acting || acting === '') return
      keep(by, [...[...writing].filter(([name]) => names.includes(name)), ...more])
    },
    runOut: (by) => {
      acting = ''
      keep(by, [...writing])
    },
    signIn: (by) => {
      acting = by
      keepOnlyOf(by)
    },
    forget: () => {
      acting = ''
      keepOnlyOf('')
    },
  }
}

interface LeftParts extends Pick<HalfWritten, 'take' | 'look' | 'discard'> {
  readonly keep: (who: string, parts: readonly (readonly [string, unknown])[]) => void
  readonly keepOnlyOf: (who: string) => void
}

/** What is kept of one person in one clinic, and never of two. */
function createLeft(): LeftParts {
  let left: Left | null = null
  return {
    take: (name) => {
      const value = left?.parts.get(name)
      left?.parts.delete(name)
      return value
    },
    look: (name) => left?.parts.get(name),
    discard: (names) => {
      for (const name of names) left?.parts.delete(name)
    },
    keep: (who, parts) => {
      const before = left?.who === who ? left.parts : []
      left = { who, parts: new Map([...before, ...parts]) }
    },
    keepOnlyOf: (who) => {
      if (left?.who !== who) left = null
    },
  }
}

/**
 * A state that is there again after a session ran out. What is written of whom is part of the name; `asHeld` makes of it
 * what still means the same later.
 */
export function useHalfWritten<T>(
  name: string,
  first: () => T,
  asHeld?: (value: T) => T,
): readonly [value: T, change: (next: T) => void] {
  const { halfWritten } = useConsole()
  // Only this hook holds something under the name, and it is of this type.
  const [value, change] = useState(() => (halfWritten.take(name) as T | undefined) ?? first())
  useEffect(
    () => halfWritten.hold(name, asHeld ? asHeld(value) : value),
    [halfWritten, name, value],
  )
  useEffect(() => () => halfWritten.drop(name), [halfWritten, name])
  return [value, change]
}
