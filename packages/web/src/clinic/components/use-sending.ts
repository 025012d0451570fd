import { useState } from 'preact/hooks'
import type { Reply } from '../api/request.ts'
import { useConsole } from '../app/console-context.ts'
import { readAgain } from '../app/query.ts'

export interface Sending {
  readonly isBusy: boolean
  /** Null where it did not work, which is said. */
  readonly sent: <T>(work: Promise<Reply<T>>) => Promise<T | null>
}

/** Buttons outside of a form: a refusal is said, and what it is about, `again`, is read again. */
export function useSending(...again: readonly (readonly string[])[]): Sending {
  const { sayProblem } = useConsole()
  const [count, setCount] = useState(0)
  const sent: Sending['sent'] = async (work) => {
    setCount((before) => before + 1)
    const reply = await work
    setCount((before) => before - 1)
    if (!reply.ok) sayProblem(reply.problem)
    await Promise.all(again.map((key) => readAgain(...key)))
    return reply.ok ? reply.value : null
  }
  return { isBusy: count > 0, sent }
}
