import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { OneMoment } from '../../components/one-moment.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { ask } from '../../linked/ask.ts'
import { goneWrong } from '../../linked/linked-words.ts'
import { itemsOf, useAsked } from '../../linked/use-asked.ts'
import type { ClinicPageProps } from './clinic-pages.ts'

interface SignedIn {
  readonly sessionId: string
  readonly kind: 'patient' | 'caregiver'
  readonly isThis: boolean
  readonly seenAt: string
}

/** Where the plan is open, one's own devices and those of caregivers; each can be ended from here. */
export function SignedInHere({ clinic: { patientId } }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  const under = `/patients/${patientId}`
  const [asked, again] = useAsked(`${under}/sessions`)
  const [trouble, setTrouble] = useState<'unreached' | 'refused' | null>(null)
  const end = async (path: string): Promise<void> => {
    const answer = await ask({ method: 'DELETE', path: `${under}/${path}` })
    setTrouble(answer.kind === 'answered' ? null : answer.kind)
    again()
  }
  const sessions = typeof asked === 'object' ? itemsOf<SignedIn>(asked.body) : []
  return (
    <Card title={i18n._({ id: 'signed-in.title', message: 'Where your plan is open' })}>
      {asked === undefined ? <OneMoment /> : null}
      {typeof asked === 'string' ? <p>{goneWrong(i18n, asked)}</p> : null}
      {trouble === null ? null : (
        <p class="field-error" role="alert">
          {goneWrong(i18n, trouble)}
        </p>
      )}
      <Rows>
        {sessions.map((one) => (
          <SessionRow
            key={one.sessionId}
            session={one}
            onEnd={() => void end(`sessions/${one.sessionId}`)}
          />
        ))}
      </Rows>
      {sessions.some(({ kind }) => kind === 'caregiver') ? (
        <div class="cluster">
          <Button onClick={() => void end('caregivers')}>
            {i18n._({ id: 'signed-in.withdraw', message: 'Let no caregiver see it any more' })}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

interface SessionRowProps {
  readonly session: SignedIn
  readonly onEnd: () => void
}

function SessionRow({ session: { kind, isThis, seenAt }, onEnd }: SessionRowProps): JSX.Element {
  const { i18n, format, at } = useApp()
  const who =
    kind === 'caregiver'
      ? i18n._({ id: 'access.caregiver', message: 'Your caregiver' })
      : i18n._({ id: 'signed-in.yours', message: 'A device of yours' })
  return (
    <Row
      title={isThis ? i18n._({ id: 'signed-in.this', message: 'This device' }) : who}
      note={i18n._({
        id: 'signed-in.seen',
        message: 'Last used {when}',
        values: { when: format.dayTime(Date.parse(seenAt), at) },
      })}
      {...(!isThis && {
        end: (
          <Button kind="quiet" onClick={onEnd}>
            {i18n._({ id: 'feed.revoke', message: 'End it' })}
          </Button>
        ),
      })}
    />
  )
}
