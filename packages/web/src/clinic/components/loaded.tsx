import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { OneMoment } from '../../components/one-moment.tsx'
import type { Loaded } from '../app/query.ts'
import { problemWords } from '../words/problem-words.ts'
import './loaded.css'

interface ShowProps<T> {
  readonly loaded: Loaded<T>
  readonly children: (value: T) => ComponentChildren
}

/** What was read, or why it is not there. What is shown from before says so. */
export function Show<T>({ loaded, children }: ShowProps<T>): JSX.Element {
  const { i18n } = useApp()
  switch (loaded.state) {
    case 'loading':
      return <OneMoment />
    case 'failed':
      return (
        <p class="notice" role="alert">
          {problemWords(i18n, loaded.problem)}
        </p>
      )
    case 'there':
      return (
        <>
          {loaded.isOld ? <OldNotice /> : null}
          {children(loaded.value)}
        </>
      )
  }
}

/** What stands below was read before, and could not be read again. */
export function OldNotice(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="notice" role="alert">
      {i18n._({
        id: 'console.old',
        message: 'The server cannot be reached: this is what was read before.',
      })}
    </p>
  )
}
