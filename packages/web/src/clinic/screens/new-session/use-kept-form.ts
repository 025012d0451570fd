import { useEffect, useRef, useState } from 'preact/hooks'
import { useConsole } from '../../app/console-context.ts'
import { type HalfWritten, useHalfWritten } from '../../app/half-written.ts'
import { whoOf } from '../../app/who.ts'
import type { Chosen } from './chosen.ts'

interface Keeping {
  /** Whose session it is. */
  readonly name: string
  /** What the form was begun from: where the record says something else by now, what was typed does not come back. */
  readonly basis: string
  readonly chosen: Chosen
}

interface KeptForm {
  /** Whether what stands in the form was typed before. */
  readonly isBack: boolean
  /** Says after each change whether there is something to keep. */
  readonly mark: (isTyped: boolean) => void
  /** Recorded, or put away: nothing of it comes back. */
  readonly forget: () => void
  readonly beginAnew: () => void
}

/** Under this name the choice of a patient looks for whom there is something. */
export const CHOSEN = 'chosen null'

/**
 * Keeps a form that is left with something typed, for as long as its writer is signed in on this page. To be called before
 * the states of the form: what is left first is asked first, and they still hold theirs.
 */
export function useKeptForm({ name, basis, chosen }: Keeping): KeptForm {
  const { halfWritten, account } = useConsole()
  const [who] = useState(() => whoOf(account))
  const [isBack, setBack] = useState(() => isThere(halfWritten, name, basis))
  const state = useRef({ isTyped: false, isDone: false })
  const names = partsOf(name)
  useEffect(
    () => () => {
      const { isTyped, isDone } = state.current
      if (isTyped && !isDone) halfWritten.leave(who, names, new Map([[CHOSEN, chosen]]))
    },
    [],
  )
  useHalfWritten(`basis ${name}`, () => basis)
  const lose = (isDone: boolean): void => {
    state.current.isDone = isDone
    halfWritten.lose([...names, CHOSEN])
  }
  return {
    isBack,
    mark: (isTyped) => {
      state.current.isTyped = isTyped
    },
    forget: () => lose(true),
    beginAnew: () => {
      lose(false)
      setBack(false)
    },
  }
}

function partsOf(name: string): readonly string[] {
  return ['basis', 'session', 'person', 'unsure', 'added', 'keys'].map((part) => `${part} ${name}`)
}

/** What may be recorded already comes back whatever the record says: the very same is sent again. */
function isThere(halfWritten: HalfWritten, name: string, basis: string): boolean {
  const begunFrom = halfWritten.take(`basis ${name}`)
  if (halfWritten.look(`session ${name}`) === undefined) return false
  const isGood = begunFrom === basis || Boolean(halfWritten.look(`unsure ${name}`))
  if (!isGood) halfWritten.lose(partsOf(name))
  return isGood
}
