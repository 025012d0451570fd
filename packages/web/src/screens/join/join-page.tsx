import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { OneMoment } from '../../components/one-moment.tsx'
import { Page } from '../../components/page.tsx'
import { Invited } from './invited.tsx'
import { OtherWays } from './other-ways.tsx'

/** An invitation of a clinic, taken by a button: that the address is opened does nothing, and its secret leaves the address. */
export function JoinPage({ rest: [token] }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  const [isJoined, setJoined] = useState(false)
  useEffect(() => {
    if (token !== undefined) history.replaceState(null, '', hrefTo('join'))
  }, [token])
  if (isJoined) return <Arriving />
  const onJoined = () => setJoined(true)
  if (token !== undefined) return <Invited token={token} onJoined={onJoined} />
  return (
    <Page
      title={i18n._({ id: 'join.title', message: 'Sign in to your clinic' })}
      lead={i18n._({
        id: 'join.lead',
        message:
          'Your clinic gives you a link or a square code. Open it, and press the button there.',
      })}
    >
      <OtherWays clinicId={null} onJoined={onJoined} />
    </Page>
  )
}

/** Until the clinic's plan has come; then to it. */
function Arriving(): JSX.Element {
  const { i18n, record, linked } = useApp()
  const { clinic, session } = record
  const hasCome = clinic !== null && clinic.card.name !== ''
  useEffect(() => {
    if (hasCome) goTo(hrefTo(session ? 'today' : 'my-clinic'), { instead: true })
  }, [hasCome])
  return (
    <Page title={i18n._({ id: 'join.arriving', message: 'You are signed in' })}>
      {linked?.isReached === false ? (
        <div class="stack" role="status">
          <p>
            {i18n._({
              id: 'join.no-plan',
              message: 'Your plan could not be fetched yet. It comes when there is a network.',
            })}
          </p>
          <div class="cluster">
            <Button kind="main" onClick={linked.renew}>
              {i18n._({ id: 'join.again', message: 'Try again' })}
            </Button>
          </div>
        </div>
      ) : (
        <OneMoment />
      )}
    </Page>
  )
}
