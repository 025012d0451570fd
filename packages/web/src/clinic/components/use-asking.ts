import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { type Problem, ProblemError, type Reply } from '../api/request.ts'
import { authWords } from '../words/auth-words.ts'

export interface Asking {
  /** What went wrong last, in words; null where nothing did. */
  readonly error: string | null
  readonly problem: Problem | null
  readonly isBusy: boolean
  /** Asks the server once at a time, and goes on with its answer. */
  readonly ask: <T>(send: () => Promise<Reply<T>>, then: (value: T) => unknown) => void
}

/** One question to the server at a time, and what went wrong with it. */
export function useAsking(): Asking {
  const { i18n } = useApp()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const work = async <T>(send: () => Promise<Reply<T>>, then: (value: T) => unknown) => {
    setBusy(true)
    setProblem(null)
    try {
      const reply = await send()
      if (reply.ok) await then(reply.value)
      else setProblem(reply.problem)
    } finally {
      setBusy(false)
    }
  }
  const failed = (error: unknown) => {
    // What was to be read afterwards could not be.
    if (error instanceof ProblemError) setProblem(error.problem)
    else reportError(error)
  }
  const ask: Asking['ask'] = (send, then) => {
    if (!isBusy) void work(send, then).catch(failed)
  }
  return { ask, isBusy, problem, error: problem === null ? null : authWords(i18n, problem) }
}
