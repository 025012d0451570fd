import { type Disposition, DISPOSITIONS, type Instant, urgencyOf } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { ClinicCall } from '../../components/clinic-call.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import '../linked.css'
import { answeringText, clinicName } from '../linked-words.ts'
import type { OutboxItem } from '../outbox.ts'
import { PhotosToClinic } from './photos-to-clinic.tsx'
import { PushOffer } from './push-offer.tsx'

interface ToldClinicProps {
  /** When the check-in was told. */
  readonly at: Instant
  /** What this device made of it. */
  readonly disposition: Disposition
}

/** Whether the clinic has got a check-in, and what its server made of it. Until it has, that is said. */
export function ToldClinic({ at, disposition }: ToldClinicProps): JSX.Element | null {
  const { record } = useApp()
  const { state, answer } = useCheckIn(at)
  const { clinic } = record
  if (!clinic) return null
  const heard = DISPOSITIONS.find((one) => one === answer)
  // Whoever has to call now is asked for nothing.
  const isCalm = disposition !== 'emergency' && heard !== 'emergency'
  const isWorse = heard !== undefined && urgencyOf(heard) > urgencyOf(disposition)
  return (
    <>
      {state === 'sent' ? <Got clinic={clinic} /> : <NotGot clinic={clinic} state={state} />}
      {isWorse ? <MoreUrgent disposition={heard} /> : null}
      {isCalm && clinic.kind === 'patient' ? <PhotosToClinic clinic={clinic} /> : null}
      {isCalm && clinic.kind === 'patient' && state === 'sent' ? (
        <PushOffer clinic={clinic} />
      ) : null}
    </>
  )
}

interface Going {
  readonly state: 'waiting' | 'sent' | 'refused' | 'lost'
  readonly answer: unknown
}

/** Followed by its own item: once it was there and is there no longer, the clinic's session has it. */
function useCheckIn(at: Instant): Going {
  const { linked, record } = useApp()
  const [id, setId] = useState<string | null>(null)
  const found = linked?.items.find((item) => isOf(item, at))
  useEffect(() => {
    if (found) setId(found.id)
  }, [found?.id])
  const answer = id === null ? undefined : linked?.answers.get(id)?.['disposition']
  if (found) return { state: found.state, answer }
  if (id !== null) return { state: 'sent', answer }
  return { state: record.clinic?.hasLost ? 'lost' : 'waiting', answer }
}

function isOf({ what }: OutboxItem, at: Instant): boolean {
  const isCheckIn = what.kind === 'event' && what.event.type === 'check-in'
  return isCheckIn && what.event.at === Math.floor(at / 1000) * 1000
}

interface ClinicProps {
  readonly clinic: ClinicLink
}

function Got({ clinic }: ClinicProps): JSX.Element {
  const app = useApp()
  return (
    <div class="clinic-notice" role="status">
      <p>
        <b>
          {app.i18n._({
            id: 'told.sent',
            message: '{name} has got this.',
            values: { name: clinicName(app.i18n, clinic) },
          })}
        </b>{' '}
        {answeringText(app, clinic)}
      </p>
    </div>
  )
}

interface NotGotProps extends ClinicProps {
  readonly state: 'waiting' | 'refused' | 'lost'
}

function NotGot({ clinic, state }: NotGotProps): JSX.Element {
  const { i18n, linked } = useApp()
  const values = { name: clinicName(i18n, clinic) }
  const isTried = linked?.isReached === false || clinic.isSignedOut || state !== 'waiting'
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>
        <b>
          {i18n._({ id: 'told.not-sent', message: 'Not sent: {name} has not got this.', values })}
        </b>{' '}
        {state === 'waiting'
          ? i18n._({
              id: 'told.waits',
              message:
                'It is sent by itself as soon as it can be. Do not wait for that: call if you need help.',
            })
          : i18n._({ id: 'told.refused', message: 'It will not be sent by itself. Call them.' })}
      </p>
      {isTried ? <ClinicCall /> : null}
    </div>
  )
}

/** The clinic's server knows more than this device may: the more urgent answer counts. */
function MoreUrgent({ disposition }: { readonly disposition: Disposition }): JSX.Element {
  const { i18n, texts } = useApp()
  return (
    <div class="clinic-notice clinic-notice-trouble" role="alert">
      <p>
        <b>{i18n._({ id: 'told.more-urgent', message: 'With what your clinic knows:' })}</b>{' '}
        <span lang={texts.lang}>{texts.text(`disposition.${disposition}`)}</span>
      </p>
      <ClinicCall />
    </div>
  )
}
