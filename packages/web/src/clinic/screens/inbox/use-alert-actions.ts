import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { acknowledgeAlert, type Alert, resolveAlert } from '../../api/alerts.ts'
import type { TeamName } from '../../api/clinic.ts'
import type { Reply } from '../../api/request.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import { handedWords, resolvedWords, takenWords } from './alert-said.ts'

export interface AlertActions {
  /** While one is on its way nothing else is sent. */
  readonly isBusy: boolean
  readonly take: (alert: Alert) => Promise<void>
  readonly handOver: (alert: Alert, to: TeamName) => Promise<void>
  readonly resolve: (alert: Alert) => Promise<void>
}

/** What somebody does with an alert. None of it can be taken back: it says who looked after a person, and when. */
export function useAlertActions(): AlertActions {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { userId } = useStaff()
  const [isBusy, setBusy] = useState(false)
  const told = async (work: Promise<Reply<unknown>>, text: string) => {
    setBusy(true)
    const reply = await work
    setBusy(false)
    if (reply.ok) say(text)
    else sayProblem(reply.problem)
    // Also after a refusal: somebody else may have been faster.
    await Promise.all([readAgain('alerts'), readAgain('check-ins')])
  }
  return {
    isBusy,
    take: (alert) => told(acknowledgeAlert(alert.alertId, userId), takenWords(i18n, alert)),
    handOver: (alert, to) =>
      told(acknowledgeAlert(alert.alertId, to.userId), handedWords(i18n, alert, to.name)),
    resolve: (alert) => told(resolveAlert(alert.alertId), resolvedWords(i18n, alert)),
  }
}

/** Whether this person may hand it over or close it: what is urgent, a clinician alone. */
export function mayClose(
  { urgency }: Alert,
  { may }: Pick<ReturnType<typeof useStaff>, 'may'>,
): boolean {
  return urgency >= CLINICIANS_FROM ? may('clinician') : may('owner', 'clinician', 'front-desk')
}

/** Urgent; the server says the same. */
const CLINICIANS_FROM = 3
