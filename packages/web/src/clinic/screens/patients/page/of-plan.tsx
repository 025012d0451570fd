import { sealPlan } from '@afterglow/engine'
import type { ComponentChildren, JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { useStaff } from '../../../app/console-context.ts'
import { Empty } from '../../../components/empty.tsx'
import { usePatient } from './patient-context.ts'

/** What shows the plan stands behind this: there has to be one, and it has to be the server's. */
export function OfPlan({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { i18n } = useApp()
  const state = usePlanState()
  if (state === 'none') return <NoSession />
  if (state === 'same') return <>{children}</>
  return (
    <p class="notice" role="alert">
      {i18n._({
        id: 'patient.other-plan',
        message:
          'This page works out another plan than the server, so no plan is shown. Load the page again. If it stays so, tell whoever runs the server.',
      })}
    </p>
  )
}

/** Whether there is a plan, and whether it is the very one that the server has. */
export function usePlanState(): 'none' | 'same' | 'other' {
  const { plan } = useApp()
  const { planHash } = usePatient().told
  return useMemo(() => {
    if (plan === null) return 'none'
    return sealPlan(plan).hash === planHash ? 'same' : 'other'
  }, [plan, planHash])
}

function NoSession(): JSX.Element {
  const { i18n } = useApp()
  const { patient } = usePatient()
  const { may } = useStaff()
  return (
    <Empty title={i18n._({ id: 'patient.no-session', message: 'No session yet' })}>
      <p>
        {i18n._({
          id: 'patient.no-session.text',
          message:
            'With the first session there is a plan: what to leave alone and until when, what is expected, and when the next session can be.',
        })}
      </p>
      {may('owner', 'clinician', 'front-desk') ? (
        <a class="button button-main" href={hrefTo('new-session', patient.patientId)}>
          {i18n._({ id: 'patient.new-session', message: 'New session' })}
        </a>
      ) : null}
    </Empty>
  )
}
