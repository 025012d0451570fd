import { useRef, useState } from 'preact/hooks'
import { newKey, type Reply } from '../../api/request.ts'
import { useConsole } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'

export interface Asking {
  readonly isBusy: boolean
  /** Undefined where it did not work, which is said. The same thing is asked under the same key until it is answered. */
  readonly ask: <T>(
    name: string,
    send: (key: string) => Promise<Reply<T>>,
  ) => Promise<T | undefined>
}

export function useAsking(): Asking {
  const { sayProblem } = useConsole()
  const [count, setCount] = useState(0)
  const keys = useRef(new Map<string, string>())
  const ask: Asking['ask'] = async (name, send) => {
    const key = keys.current.get(name) ?? newKey()
    keys.current.set(name, key)
    setCount((before) => before + 1)
    const reply = await send(key)
    setCount((before) => before - 1)
    if (!reply.ok) {
      sayProblem(reply.problem)
      return undefined
    }
    keys.current.delete(name)
    void readAgain('receipts')
    return reply.value
  }
  return { isBusy: count > 0, ask }
}
