import { useEffect, useRef, useState } from 'preact/hooks'
import { useConsole } from '../../app/console-context.ts'
import { type HalfWritten, useHalfWritten } from '../../app/half-written.ts'
import { whoOf } from '../../app/who.ts'
import type { Chosen } from './chosen.ts'
import { chosenName, formName, partName, partNames } from './kept-parts.ts'

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

/**
 * Keeps a form that is left with something typed, for as long as its writer is signed in on this page. To be called before
 * the states of the form: what is left first is asked first, and they still hold theirs.
 */
export function useKeptForm({ name, basis, chosen }: Keeping): KeptForm {
  const { halfWritten, account } = useConsole()
  const [who] = useState(() => whoOf(account))
  const [isBack, setBack] = useState(() => takeBack(halfWritten, name, basis))
  const state = useRef({ isTyped: false, isDone: false })
  const names = partNames(name)
  useEffect(
    () => () => {
      const { isTyped, isDone } = state.current
      if (isTyped && !isDone) halfWritten.leave(who, names, new Map([[chosenName(null), chosen]]))
    },
    [],
  )
  useHalfWritten(partName('basis', name), () => basis)
  const discard = (isDone: boolean): void => {
    state.current.isDone = isDone
    halfWritten.discard(isLeftFor(halfWritten, name) ? [...names, chosenName(null)] : names)
  }
  return {
    isBack,
    mark: (isTyped) => {
      state.current.isTyped = isTyped
    },
    forget: () => discard(true),
    beginAnew: () => {
      discard(false)
      setBack(false)
    },
  }
}

/** Whether it is this form that the page without a name is to go on with: it may be somebody else's by now. */
function isLeftFor(halfWritten: HalfWritten, name: string): boolean {
  // Only the hook above keeps something under the name.
  const left = halfWritten.look(chosenName(null)) as Chosen | undefined
  return left !== undefined && formName(left) === name
}

/**
 * Whether what was typed comes back; else it is put away. What may be recorded already comes back whatever the record says: the
 * very same is sent again.
 */
function takeBack(halfWritten: HalfWritten, name: string, basis: string): boolean {
  const begunFrom = halfWritten.take(partName('basis', name))
  if (halfWritten.look(partName('session', name)) === undefined) return false
  const isGood = begunFrom === basis || Boolean(halfWritten.look(partName('unsure', name)))
  if (!isGood) halfWritten.discard(partNames(name))
  return isGood
}
