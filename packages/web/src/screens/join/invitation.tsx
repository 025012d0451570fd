import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import { ask, newKey } from '../../linked/ask.ts'
import { clinicIn, type Joined, joinedBy, linkDevice } from '../../linked/join.ts'
import { joinTrouble } from './join-words.ts'
import { OtherWays } from './other-ways.tsx'
import { TakesThePlace } from './takes-the-place.tsx'

export interface InvitationProps {
  readonly token: string
  readonly onJoined: () => void
}

export function Invitation({ token, onJoined }: InvitationProps): JSX.Element {
  const { i18n } = useApp()
  const { joined, isAsking, redeem } = useRedeeming(token, onJoined)
  if (joined?.kind === 'ended') return <Ended token={token} onJoined={onJoined} />
  return (
    <Page
      title={i18n._({ id: 'join.invited', message: 'Your clinic has made a plan for you' })}
      lead={i18n._({
        id: 'join.invited-lead',
        message:
          'Press the button to open it on this device. You need no password. Only do this on a device that is yours.',
      })}
    >
      <TakesThePlace />
      <InvitationForm joined={joined} isAsking={isAsking} onRedeem={redeem} />
      <p>
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
    </Page>
  )
}

interface Redeeming {
  /** What came of the last try. */
  readonly joined: Joined | null
  readonly isAsking: boolean
  readonly redeem: (code: string) => void
}

function useRedeeming(token: string, onJoined: () => void): Redeeming {
  const { change } = useApp()
  const [joined, setJoined] = useState<Joined | null>(null)
  const [isAsking, setAsking] = useState(false)
  // The same press again, after no answer came, is the same request.
  const [press, setPress] = useState({ code: '', key: newKey() })
  const redeem = async (code: string): Promise<void> => {
    const { key } = press.code === code ? press : { key: newKey() }
    setPress({ code, key })
    setAsking(true)
    const body = { token, ...(code !== '' && { code }) }
    const answer = await ask({ method: 'POST', path: '/invitations/redeem', body, key })
    setAsking(false)
    setJoined(joinedBy(answer))
    if (answer.kind !== 'answered') return
    await linkDevice(change, answer.body, token)
    onJoined()
  }
  return { joined, isAsking, redeem: (code) => void redeem(code) }
}

interface FormProps extends Omit<Redeeming, 'redeem'> {
  readonly onRedeem: (code: string) => void
}

function InvitationForm({ joined, isAsking, onRedeem }: FormProps): JSX.Element {
  const { i18n, record } = useApp()
  const [code, setCode] = useState('')
  const wantsCode = joined?.kind === 'code-wanted' || joined?.kind === 'code-wrong'
  const submit = (event: Event) => {
    event.preventDefault()
    onRedeem(wantsCode ? code : '')
  }
  const trouble = joined && joinTrouble(i18n, joined)
  return (
    <form class="stack" onSubmit={submit}>
      {wantsCode ? (
        <Field
          label={i18n._({ id: 'join.code', message: 'The six digits that your clinic told you' })}
          value={code}
          onInput={setCode}
          inputMode="numeric"
          autocomplete="one-time-code"
          {...(joined.kind === 'code-wrong' && trouble && { error: trouble })}
        />
      ) : null}
      {trouble && !wantsCode ? (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      ) : null}
      <div class="cluster">
        <Button kind="main" type="submit" disabled={isAsking}>
          {record.session && !record.isExample && record.clinic === null
            ? i18n._({ id: 'join.replace', message: 'Replace my plan with the clinic’s' })
            : i18n._({ id: 'join.open', message: 'Open my plan' })}
        </Button>
      </div>
    </form>
  )
}

function Ended({ token, onJoined }: InvitationProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({ id: 'join.ended', message: 'This link is no longer good' })}
      lead={i18n._({
        id: 'join.ended-lead',
        message: 'A link works once, and for some days. You can ask for a new one.',
      })}
    >
      <OtherWays clinicId={clinicIn(token)} onJoined={onJoined} />
    </Page>
  )
}
