import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { OneMoment } from '../../../components/one-moment.tsx'
import { Page } from '../../../components/page.tsx'
import type { Loaded } from '../../app/query.ts'
import { problemWords } from '../../words/problem-words.ts'

interface BareProps {
  readonly children: JSX.Element
  readonly aside?: JSX.Element
  readonly hasOwnFocus?: boolean
}

/** The page before there is a form. */
export function Bare({ children, aside, hasOwnFocus = false }: BareProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({ id: 'new-session.title', message: 'New session' })}
      hasOwnFocus={hasOwnFocus}
      {...(aside && { aside })}
    >
      {children}
    </Page>
  )
}

/** Not there yet, or why not. */
export function Waiting({ loaded }: { readonly loaded: Loaded<unknown> }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Bare>
      {loaded.state === 'failed' ? (
        <p role="alert">{problemWords(i18n, loaded.problem)}</p>
      ) : (
        <OneMoment />
      )}
    </Bare>
  )
}
