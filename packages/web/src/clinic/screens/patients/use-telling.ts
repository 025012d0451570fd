import { useRef, useState } from 'preact/hooks'
import { type Answered, isSettled, newKey, type Problem, type Reply } from '../../api/request.ts'
import { useConsole } from '../../app/console-context.ts'

/** Sends what a form or a button says, and keeps what did not work for its fields. */
export interface Telling {
  readonly isBusy: boolean
  /** Why the last try was refused; null where it was not. */
  readonly problem: Problem | null
  /** Null where it did not work. Pressed again after that, it is the same request. */
  readonly tell: <T>(send: (key: string) => Promise<Reply<T>>) => Promise<Answered<T> | null>
  /** What is wrong with a field, in the server's words. */
  readonly at: (field: string) => string | undefined
}

/** `isForm`: what is refused stands at its fields, and is not said elsewhere too. */
export function useTelling({ isForm = true }: { readonly isForm?: boolean } = {}): Telling {
  const { sayProblem } = useConsole()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = useRef(newKey())
  return {
    isBusy,
    problem,
    at: (field) =>
      problem?.issues.find(({ expression }) => lastPart(expression) === field)?.diagnostics,
    tell: async (send) => {
      setBusy(true)
      const reply = await send(key.current)
      setBusy(false)
      if (isSettled(reply)) key.current = newKey()
      setProblem(reply.ok ? null : reply.problem)
      if (reply.ok) return reply
      if (!isForm || reply.problem.issues.length === 0) sayProblem(reply.problem)
      return null
    },
  }
}

/** `events[3].window` is the form's `window`. */
function lastPart(expression: string | undefined): string {
  return (expression ?? '').split('.').at(-1) ?? ''
}
