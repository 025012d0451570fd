import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import type { ClinicPageProps } from './clinic-pages.ts'
import {
  endPush,
  type PushState,
  pushState,
  type PushTrouble,
  startPush,
} from '../../linked/push.ts'
import { pushTroubleText } from '../../linked/push-words.ts'
import { ask } from '../../linked/ask.ts'

/** Messages on this device while the app is closed: what they say is told before the browser asks. */
export function PushCard({ clinic: { patientId } }: ClinicPageProps): JSX.Element | null {
  const { i18n } = useApp()
  const [state, setState] = useState<PushState | null>(null)
  const [trouble, setTrouble] = useState<PushTrouble | null>(null)
  useEffect(() => whenLoaded(pushState(), setState), [])
  const press = async (turn: typeof startPush): Promise<void> => {
    setTrouble(await turn(ask, patientId))
    setState(await pushState())
  }
  if (state === null) return null
  return (
    <Card title={i18n._({ id: 'push.title', message: 'Reminders on this device' })}>
      <PushText state={state} />
      {trouble === null ? null : (
        <p class="field-error" role="alert">
          {pushTroubleText(i18n, trouble)}
        </p>
      )}
      {state === 'off' ? (
        <div class="cluster">
          <Button kind="main" onClick={() => void press(startPush)}>
            {i18n._({ id: 'push.start', message: 'Remind me here' })}
          </Button>
        </div>
      ) : null}
      {state === 'on' ? (
        <div class="cluster">
          <Button onClick={() => void press(endPush)}>
            {i18n._({ id: 'push.end', message: 'Stop reminders here' })}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

function PushText({ state }: { readonly state: PushState }): JSX.Element {
  const { i18n } = useApp()
  switch (state) {
    case 'off':
      return (
        <p>
          {i18n._({
            id: 'push.what',
            message:
              'A short note when something is due, when it is time to check in, and when your clinic has answered. It does not say what it is about: others may see your screen.',
          })}
        </p>
      )
    case 'on':
      return <p>{i18n._({ id: 'push.on', message: 'This device shows reminders.' })}</p>
    case 'denied':
      return (
        <p>
          {i18n._({
            id: 'push.denied',
            message:
              'This browser blocks notes from this page. You can allow them in the browser’s settings for this page.',
          })}
        </p>
      )
    case 'needs-install':
      return (
        <p>
          {i18n._({
            id: 'push.install',
            message:
              'On this device, reminders work only in the installed app. Tap Share, then “Add to Home Screen”. Then open it from there.',
          })}
        </p>
      )
    case 'unable':
      return <p>{i18n._({ id: 'push.unable', message: 'This browser cannot show reminders.' })}</p>
    default:
      return state satisfies never
  }
}
