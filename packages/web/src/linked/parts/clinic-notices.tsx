import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Icon } from '../../components/icon.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { isSeen } from '../accent.ts'
import '../linked.css'
import { clinicName } from '../linked-words.ts'
import { NotSent } from './not-sent.tsx'
import { OldCopy } from './old-copy.tsx'

/** On Today: whose plan it is and how to reach them, after whatever of it cannot be trusted or is not sent. */
export function ClinicNotices(): JSX.Element | null {
  const { record } = useApp()
  const { clinic } = record
  if (!clinic) return null
  return (
    <>
      {clinic.isUnsure ? <Unsure clinic={clinic} /> : null}
      {clinic.isSignedOut ? <SignedOut /> : null}
      {clinic.hasLost ? <Lost /> : null}
      <NotSent clinic={clinic} />
      <OldCopy clinic={clinic} />
      <NewMessage clinic={clinic} />
      <Line clinic={clinic} />
    </>
  )
}

interface NoticeProps {
  readonly clinic: ClinicLink
}

/** Fail closed: what this device works out is not what the clinic's server has, or it may not have the right time. */
function Unsure({ clinic }: NoticeProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      {clinic.copyAt === null ? <ClockInDoubt /> : <NotAgreed />}
      <div class="cluster">
        <Button onClick={() => location.reload()}>
          {i18n._({ id: 'clinic.reload', message: 'Load again' })}
        </Button>
      </div>
      <ClinicCall />
    </div>
  )
}

function ClockInDoubt(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p>
      <b>{i18n._({ id: 'clock.title', message: 'Is the clock of this device right?' })}</b>{' '}
      {i18n._({
        id: 'clock.why',
        message: 'Your plan goes by this clock. So nothing is shown as open until it is right.',
      })}
    </p>
  )
}

function NotAgreed(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p>
      <b>
        {i18n._({
          id: 'clinic.unsure',
          message: 'This device and your clinic do not agree on your plan.',
        })}
      </b>{' '}
      {i18n._({
        id: 'clinic.unsure-do',
        message:
          'Until they do, nothing here is shown as open. Load the page again. If this stays, call your clinic and ask what is open.',
      })}
    </p>
  )
}

/** The session at the server has ended: said plainly, with the ways back in. */
function SignedOut(): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>
        <b>
          {i18n._({ id: 'clinic.signed-out', message: 'Your clinic no longer knows this device.' })}
        </b>{' '}
        {i18n._({
          id: 'clinic.signed-out-do',
          message:
            'The plan here is as it was. What you tell now is kept, and your clinic does not get it until you sign in again.',
        })}
      </p>
      <div class="cluster">
        <Button href={hrefTo('join')}>
          {i18n._({ id: 'clinic.sign-in', message: 'Sign in again' })}
        </Button>
      </div>
      <ClinicCall />
    </div>
  )
}

function Lost(): JSX.Element {
  const { i18n, change } = useApp()
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>
        {i18n._({
          id: 'clinic.lost',
          message:
            'This browser could not keep something that you told. Your clinic does not have it. Call them.',
        })}
      </p>
      <ClinicCall />
      <div class="cluster">
        <Button
          kind="quiet"
          onClick={() =>
            change(({ clinic }) => ({ clinic: clinic && { ...clinic, hasLost: false } }))
          }
        >
          {i18n._({ id: 'notice.seen', message: 'I have seen to it' })}
        </Button>
      </div>
    </div>
  )
}

function NewMessage({ clinic }: NoticeProps): JSX.Element | null {
  const { i18n, linked } = useApp()
  const last = linked?.thread.findLast(({ direction }) => direction === 'from-clinic')
  if (!last || last.messageId === linked?.seen) return null
  return (
    <div class="clinic-notice" role="status">
      <p>
        <a href={hrefTo('messages')}>
          {i18n._({
            id: 'clinic.new-message',
            message: 'A new message from {name}',
            values: { name: clinicName(i18n, clinic) },
          })}
        </a>
      </p>
    </div>
  )
}

function Line({ clinic }: NoticeProps): JSX.Element {
  const { i18n } = useApp()
  const mark = useRef<HTMLSpanElement>(null)
  const { accent } = clinic.card
  // Not as an attribute: what is kept of Today is drawn from its markup, and our policy lets no style stand in that.
  useEffect(() => {
    mark.current?.style.setProperty('--clinic-accent', isSeen(accent) ? accent : null)
  }, [accent])
  return (
    <p class="clinic-line">
      <a href={hrefTo('my-clinic')}>
        <span class="clinic-mark" aria-hidden="true" ref={mark} />
        {clinicName(i18n, clinic)}
      </a>
      <a href={hrefTo('messages')}>
        <Icon name="ask" size={18} />
        {i18n._({ id: 'messages.title', message: 'Messages' })}
      </a>
    </p>
  )
}
