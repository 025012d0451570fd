import { type Disposition, DISPOSITIONS, urgencyOf } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import { ClinicCall } from '../../components/clinic-call.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { type Going, goingOf } from '../going.ts'
import '../linked.css'
import { answeringText, clinicName } from '../linked-words.ts'
import { PhotosToClinic } from './photos-to-clinic.tsx'
import { PushOffer } from './push-offer.tsx'

interface ToldClinicProps {
  /** The id that the check-in is sent under, once it is kept; null where it could not be. */
  readonly told: Promise<string | null>
  /** What this device made of it. */
  readonly disposition: Disposition
}

/** Whether the clinic has got a check-in, and what its server made of it. Until it has, that is said. */
export function ToldClinic({ told, disposition }: ToldClinicProps): JSX.Element | null {
  const { record } = useApp()
  const { going, answer } = useCheckIn(told)
  const { clinic } = record
  if (!clinic) return null
  const heard = DISPOSITIONS.find((one) => one === answer)
  // Whoever has to call now is asked for nothing.
  const isCalm = disposition !== 'emergency' && heard !== 'emergency'
  const isWorse = heard !== undefined && urgencyOf(heard) > urgencyOf(disposition)
  return (
    <>
      {going === 'sent' ? <Got clinic={clinic} /> : <NotGot clinic={clinic} going={going} />}
      {isWorse ? <MoreUrgent disposition={heard} /> : null}
      {isCalm && clinic.kind === 'patient' ? <PhotosToClinic clinic={clinic} /> : null}
      {isCalm && clinic.kind === 'patient' && going === 'sent' ? (
        <PushOffer clinic={clinic} />
      ) : null}
    </>
  )
}

interface CheckInGoing {
  readonly going: Going
  /** What the server made of it; undefined until it has said so. */
  readonly answer: unknown
}

function useCheckIn(told: Promise<string | null>): CheckInGoing {
  const { linked } = useApp()
  const [id, setId] = useState<string | null | undefined>(undefined)
  useEffect(() => whenLoaded(told, setId), [told])
  const answer = id ? linked?.answers.get(id)?.['disposition'] : undefined
  return { going: goingOf(linked, id), answer }
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
  readonly going: Exclude<Going, 'sent'>
}

function NotGot({ clinic, going }: NotGotProps): JSX.Element {
  const { i18n, linked } = useApp()
  const values = { name: clinicName(i18n, clinic) }
  const isTried = linked?.isReached === false || clinic.isSignedOut || going !== 'waiting'
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>
        <b>
          {i18n._({ id: 'told.not-sent', message: 'Not sent: {name} has not got this.', values })}
        </b>{' '}
        {going === 'waiting'
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
