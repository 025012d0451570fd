import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { useConsole } from '../app/console-context.ts'

/** From what a link did to the sign-in. */
export function ToSignIn(): JSX.Element {
  const { i18n } = useApp()
  const { renewAccount } = useConsole()
  return (
    <Button
      kind="main"
      onClick={() => {
        goTo(hrefTo('today'), { instead: true })
        void renewAccount()
      }}
    >
      {i18n._({ id: 'join-team.sign-in', message: 'Go to sign-in' })}
    </Button>
  )
}
