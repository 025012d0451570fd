import { formatInstant, type PlanProcedure } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { tellCorrection } from '../../../api/events.ts'
import { useStaff } from '../../../app/console-context.ts'
import { FormProblem } from '../form-problem.tsx'
import { useSaying } from '../change/use-saying.ts'

/** Says that a planned session took place, and ended when it was to. One that ended at another time is corrected. */
export function ConfirmSession({
  procedure: { id, endedAt },
}: {
  readonly procedure: PlanProcedure
}): JSX.Element | null {
  const { i18n, zone } = useCare()
  const { may } = useStaff()
  const { telling, tell } = useSaying(() => {})
  if (!may('owner', 'clinician', 'front-desk')) return null
  const confirm = () => {
    const form = { procedure: id, endedAt: formatInstant(endedAt, zone) }
    void tell((patientId, key) => tellCorrection(patientId, form, key), {
      text: i18n._({ id: 'patient.session.confirmed', message: 'The session was done.' }),
    })
  }
  return (
    <>
      <Button onClick={confirm} disabled={telling.isBusy}>
        {i18n._({ id: 'patient.session.confirm', message: 'Yes, it was done then' })}
      </Button>
      <FormProblem telling={telling} fields={[]} />
    </>
  )
}
