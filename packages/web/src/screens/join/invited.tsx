import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type App, useApp } from '../../app/app-context.ts'
import { goTo, hrefTo, JOINED } from '../../app/route.ts'
import { OneMoment } from '../../components/one-moment.tsx'
import { Page } from '../../components/page.tsx'
import { tokenHashOf } from '../../linked/join.ts'
import { Invitation, type InvitationProps } from './invitation.tsx'

/** A link: the one that this device has joined by leads to its plan, any other one to the button that takes it. */
export function Invited({ token, onJoined }: InvitationProps): JSX.Element {
  const { i18n, record } = useApp()
  const isKnown = useIsKnown(token)
  const { session } = record
  useEffect(() => {
    if (isKnown) goTo(session ? hrefTo('today', JOINED) : hrefTo('my-clinic'), { instead: true })
  }, [isKnown])
  if (isKnown === false) return <Invitation token={token} onJoined={onJoined} />
  return (
    <Page title={i18n._({ id: 'join.title', message: 'Sign in to your clinic' })}>
      <OneMoment />
    </Page>
  )
}

/** Null until it is known. What is joined by it here, after that, was not joined before. */
function useIsKnown(token: string): boolean | null {
  const { record } = useApp()
  const [kept] = useState(() => keptTokenHash(record))
  const [isKnown, setKnown] = useState(kept === null ? false : null)
  useEffect(() => {
    if (kept !== null) void tokenHashOf(token).then((hash) => setKnown(hash === kept))
  }, [token, kept])
  return isKnown
}

/** A device that the clinic no longer knows has to sign in again. */
function keptTokenHash({ clinic }: App['record']): string | null {
  return clinic === null || clinic.isSignedOut ? null : clinic.tokenHash
}
