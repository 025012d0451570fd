import type { JSX } from 'preact'
import { useCare } from '../../../app/care-context.ts'
import { Button } from '../../../components/button.tsx'
import { useStaff } from '../../app/console-context.ts'
import { usePlannedSessions } from './use-planned-sessions.ts'

interface TakeOffProps {
  readonly patientId: string
  /** The planned session's id. */
  readonly procedure: string
}

/** Takes a planned date off; a clinician alone, as with everything that is taken back. */
export function TakeOff({ patientId, procedure }: TakeOffProps): JSX.Element | null {
  const { i18n, session } = useCare()
  const { may } = useStaff()
  const { takeOff, isBusy } = usePlannedSessions(patientId)
  const given = session.procedures.find(({ id }) => id === procedure)
  if (!given || !may('clinician')) return null
  return (
    <Button kind="quiet" disabled={isBusy} onClick={() => void takeOff(given)}>
      {i18n._({ id: 'series.take-off', message: 'Take it off' })}
    </Button>
  )
}
