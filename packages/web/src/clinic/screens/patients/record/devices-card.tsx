import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import {
  endDevice,
  type PatientDevice,
  readDevicesOf,
  withdrawCaregivers,
} from '../../../api/access.ts'
import type { Reply } from '../../../api/request.ts'
import { useConsole } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'

/** Where the patient and those who care for them are signed in. */
export function DevicesCard(): JSX.Element {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const end = useEnding()
  const devices = useQuery(['patients', patientId, 'devices'], () => readDevicesOf(patientId))
  return (
    <Card title={i18n._({ id: 'patient.devices', message: 'Signed in on' })}>
      <Show loaded={devices}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <p class="quiet">
                {i18n._({ id: 'patient.devices.none', message: 'No device at the moment.' })}
              </p>
            ) : null}
            <ul class="deliveries">
              {all.map((one) => (
                <DeviceLine
                  key={one.sessionId}
                  device={one}
                  onEnd={() => end(() => endDevice(patientId, one.sessionId))}
                />
              ))}
            </ul>
            {all.some(({ kind }) => kind === 'caregiver') ? (
              <div class="quiet-start">
                <Button kind="quiet" onClick={() => end(() => withdrawCaregivers(patientId))}>
                  {i18n._({
                    id: 'patient.devices.caregivers',
                    message: 'Withdraw the access of all caregivers',
                  })}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Show>
    </Card>
  )
}

function useEnding(): (send: () => Promise<Reply<null>>) => void {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { renew } = usePatient()
  const work = async (send: () => Promise<Reply<null>>) => {
    const reply = await send()
    if (!reply.ok) return sayProblem(reply.problem)
    await renew()
    say(
      i18n._({
        id: 'patient.devices.ended',
        message: 'Signed out. Only a new link from you lets them in again.',
      }),
    )
  }
  return (send) => void work(send)
}

interface DeviceLineProps {
  readonly device: PatientDevice
  readonly onEnd: () => void
}

function DeviceLine({ device, onEnd }: DeviceLineProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  return (
    <li class="delivery">
      <span>
        {device.kind === 'patient'
          ? i18n._({ id: 'patient.devices.patient', message: 'Their device' })
          : i18n._({ id: 'patient.devices.caregiver', message: 'A caregiver’s device' })}
        <span class="small">
          {i18n._({
            id: 'patient.devices.seen',
            message: 'last seen {when}',
            values: { when: timeText(app, device.seenAt) },
          })}
        </span>
      </span>
      <Button kind="quiet" onClick={onEnd}>
        {i18n._({ id: 'patient.devices.end', message: 'Sign out' })}
      </Button>
    </li>
  )
}
