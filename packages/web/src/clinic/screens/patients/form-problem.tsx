import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { problemWords } from '../../words/problem-words.ts'
import type { Telling } from './use-telling.ts'

interface FormProblemProps {
  readonly telling: Telling
  /** Those that stand at their own fields are not said again. */
  readonly fields: readonly string[]
}

/** What is wrong with a form as a whole. */
export function FormProblem({
  telling: { problem },
  fields,
}: FormProblemProps): JSX.Element | null {
  const { i18n } = useApp()
  if (problem === null) return null
  const others = problem.issues.filter(
    ({ expression }) => !fields.includes(expression.split('.').at(-1) ?? ''),
  )
  if (problem.issues.length > 0 && others.length === 0) return null
  const said = others.map(({ diagnostics }) => diagnostics)
  return (
    <div class="notice" role="alert">
      {said.length === 0 ? <p>{problemWords(i18n, problem)}</p> : null}
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  )
}
