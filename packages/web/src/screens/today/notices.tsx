import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { isGraded } from '../../app/is-graded.ts'
import { hrefTo } from '../../app/route.ts'
import { lastAlarm } from '../../model/last-alarm.ts'
import { leftOutWord } from '../../words/left-out-words.ts'
import { deviceZone } from '../../app/clock.ts'
import { Button } from '../../components/button.tsx'
import { AlarmNotice } from './alarm-notice.tsx'
import { CardsNotice } from './cards-notice.tsx'

export interface NoticesProps {
  /** This device had joined already by the link that was opened. */
  readonly isJoined: boolean
}

/** What has to be said before anything else: nothing is kept, or the clock is another one now. */
export function Notices({ isJoined }: NoticesProps): JSX.Element {
  const { isKept, record, planner, session, plan, at, zone, linked } = useCare()
  const alarm = useMemo(
    () => lastAlarm({ planner, session, plan, at, zone }),
    [planner, session, plan, at, zone],
  )
  const Alarm = isGraded({ record }) ? AlarmNotice : CardsNotice
  return (
    <>
      {alarm ? <Alarm alarm={alarm} /> : null}
      {isJoined ? <Joined /> : null}
      {linked ? <linked.Notices /> : null}
      {record.leftOut.length === 0 ? null : <LeftOut />}
      {isKept ? null : <NotKept />}
      <Moved />
    </>
  )
}

function Joined(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="notice" role="status">
      {i18n._({
        id: 'notice.joined',
        message: 'This device has joined by this link already. Your plan is here.',
      })}
    </p>
  )
}

/** What a typed code did not carry, until the person says that they have seen to it. */
function LeftOut(): JSX.Element {
  const { i18n, format, record, change } = useCare()
  const words = record.leftOut.map((one) => leftOutWord(i18n, one))
  return (
    <div class="notice">
      <p>
        {i18n._({
          id: 'notice.left-out',
          message:
            'Your code could not carry: {what}. Until that is told again, ask your clinic before you go by what is open here.',
          values: { what: format.list(words) },
        })}
      </p>
      <div class="cluster">
        <Button href={hrefTo('session')}>
          {i18n._({ id: 'notice.tell', message: 'What you told us' })}
        </Button>
        <Button kind="quiet" onClick={() => change({ leftOut: [] })}>
          {i18n._({ id: 'notice.seen', message: 'I have seen to it' })}
        </Button>
      </div>
    </div>
  )
}

function NotKept(): JSX.Element {
  const { i18n } = useCare()
  return (
    <p class="notice" role="status">
      {i18n._({
        id: 'notice.not-kept',
        message:
          'This browser keeps nothing. When you close it your plan is gone, unless you save it under "More".',
      })}
    </p>
  )
}

/** Windows of a session that is done stay as they are; routines and clocks follow the person. */
function Moved(): JSX.Element | null {
  const { i18n, zone, at, act, format, record } = useCare()
  const [isLeft, setLeft] = useState(false)
  const here = deviceZone()
  if (here === zone || isLeft || record.clinic?.kind === 'caregiver') return null
  return (
    <div class="notice">
      <p>
        {i18n._({
          id: 'notice.other-clock',
          message: 'This device is on {zone} now. Show your times on that clock?',
          values: { zone: format.zoneName(here, at) },
        })}
      </p>
      <div class="cluster">
        <Button onClick={() => act({ type: 'moved', at, zone: here })}>
          {i18n._({ id: 'notice.move', message: 'Yes, change' })}
        </Button>
        <Button kind="quiet" onClick={() => setLeft(true)}>
          {i18n._({ id: 'notice.stay', message: 'No, leave it' })}
        </Button>
      </div>
    </div>
  )
}
