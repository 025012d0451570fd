import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { acknowledgeAlert, type Alert, readAlert, resolveAlert } from '../../api/alerts.ts'
import type { TeamName } from '../../api/clinic.ts'
import { ProblemError, type Reply } from '../../api/request.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { readAgain } from '../../app/query.ts'
import { handedWords, meanwhileWords, resolvedWords, takenWords } from './alert-said.ts'
import { changeAlert } from './change-alert.ts'

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
  const told = async ({ seen, send, text }: Step) => {
    setBusy(true)
    try {
      const readNow = () => readAlert(seen.alertId)
      const changed = await changeAlert({ seen, send, readNow })
      if (changed.kind === 'meanwhile') say(meanwhileWords(i18n, changed.alert, userId))
      else if (changed.reply.ok) say(text)
      else sayProblem(changed.reply.problem)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      sayProblem(error.problem)
    } finally {
      setBusy(false)
    }
    // Also after a refusal: somebody else may have been faster.
    await Promise.all([readAgain('alerts'), readAgain('check-ins')])
  }
  const give = (seen: Alert, ownerId: string, text: string) =>
    told({ seen, text, send: (alert) => acknowledgeAlert(alert, ownerId) })
  return {
    isBusy,
    take: (alert) => give(alert, userId, takenWords(i18n, alert)),
    handOver: (alert, to) => give(alert, to.userId, handedWords(i18n, alert, to.name)),
    resolve: (alert) => told({ seen: alert, text: resolvedWords(i18n, alert), send: resolveAlert }),
  }
}

interface Step {
  readonly seen: Alert
  readonly send: (alert: Alert) => Promise<Reply<unknown>>
  /** What is said once it is done. */
  readonly text: string
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
