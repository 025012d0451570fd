import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { ask, newKey } from '../../linked/ask.ts'
import { goneWrong } from '../../linked/linked-words.ts'
import { itemsOf, useAsked } from '../../linked/use-asked.ts'
import type { ClinicPageProps } from './clinic-pages.ts'

interface Feed {
  readonly feedId: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** A calendar that follows the plan by itself. Its address is the key to it, and is shown once. */
export function CalendarFeed({ clinic: { patientId } }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  const path = `/patients/${patientId}/calendar-feeds`
  const [asked, again] = useAsked(path)
  const [address, setAddress] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<'unreached' | 'refused' | null>(null)
  const key = useRef(newKey())
  const create = async (): Promise<void> => {
    const answer = await ask({ method: 'POST', path, body: NEUTRAL, key: key.current })
    // What was not answered is the same request when it is pressed again.
    if (answer.kind === 'answered') key.current = newKey()
    setTrouble(answer.kind === 'answered' ? null : answer.kind)
    if (answer.kind === 'answered') setAddress(String(answer.body['webcal']))
    again()
  }
  const revoke = async (feedId: string): Promise<void> => {
    const answer = await ask({ method: 'DELETE', path: `${path}/${feedId}` })
    setTrouble(answer.kind === 'answered' ? null : answer.kind)
    setAddress(null)
    again()
  }
  const feeds = typeof asked === 'object' ? itemsOf<Feed>(asked.body) : []
  return (
    <Card title={i18n._({ id: 'feed.title', message: 'A calendar that follows your plan' })}>
      <p>
        {i18n._({
          id: 'feed.lead',
          message:
            'Your calendar asks your clinic’s server for it and stays up to date. Its entries say only that there is a step.',
        })}
      </p>
      {address === null ? null : <Address address={address} />}
      {trouble === null ? null : (
        <p class="field-error" role="alert">
          {goneWrong(i18n, trouble)}
        </p>
      )}
      <FeedList feeds={feeds} onRevoke={(feedId) => void revoke(feedId)} />
      <div class="cluster">
        <Button onClick={() => void create()}>
          {i18n._({ id: 'feed.create', message: 'Make a calendar address' })}
        </Button>
      </div>
    </Card>
  )
}

/** Without the names of what is done: whoever looks at the calendar sees that there is a step. */
const NEUTRAL = { detailed: false }

function Address({ address }: { readonly address: string }): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="stack-s" role="status">
      <p>
        {i18n._({
          id: 'feed.once',
          message: 'This address is shown once. Whoever has it can read your calendar: keep it.',
        })}
      </p>
      <p class="quiet small" dir="ltr">
        {address}
      </p>
      <div class="cluster">
        <Button kind="main" href={address}>
          {i18n._({ id: 'feed.open', message: 'Add to my calendar' })}
        </Button>
        <CopyButton
          text={address}
          word={i18n._({ id: 'feed.copy', message: 'Copy the address' })}
          done={i18n._({ id: 'feed.copied', message: 'Copied' })}
        />
      </div>
    </div>
  )
}

interface FeedListProps {
  readonly feeds: readonly Feed[]
  readonly onRevoke: (feedId: string) => void
}

function FeedList({ feeds, onRevoke }: FeedListProps): JSX.Element | null {
  const { i18n, format, at } = useApp()
  const live = feeds.filter(({ revokedAt }) => revokedAt === null)
  if (live.length === 0) return null
  return (
    <Rows>
      {live.map(({ feedId, createdAt }) => (
        <Row
          key={feedId}
          title={i18n._({ id: 'feed.one', message: 'A calendar reads your plan' })}
          note={i18n._({
            id: 'feed.since',
            message: 'Since {when}',
            values: { when: format.dayTime(Date.parse(createdAt), at) },
          })}
          end={
            <Button kind="quiet" onClick={() => onRevoke(feedId)}>
              {i18n._({ id: 'feed.revoke', message: 'End it' })}
            </Button>
          }
        />
      ))}
    </Rows>
  )
}
