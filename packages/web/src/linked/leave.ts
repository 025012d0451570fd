import type { ChangeRecord } from '../app/app-context.ts'
import type { PatientRecord } from '../store/record.ts'
import type { Answer, Ask } from './ask.ts'

interface Leaving {
  readonly ask: Ask
  readonly latest: () => PatientRecord
  readonly change: ChangeRecord
}

/**
 * Tells the server of a sign-out that was done with no network. The plain way to sign out has the browser clear all that it
 * keeps for this address; what has been told on this device since is to stay, so the session is ended by its own name.
 */
export async function leave({ ask, latest, change }: Leaving): Promise<void> {
  const answer = await endOwnSession(ask)
  const isTold = answer.kind === 'answered' || (answer.kind === 'refused' && answer.status < 500)
  if (isTold && latest().isLeaving) change({ isLeaving: false })
}

async function endOwnSession(ask: Ask): Promise<Answer> {
  const who = await ask({ method: 'GET', path: '/session' })
  if (who.kind !== 'answered') return who
  const { kind, patientId } = who.body
  if (kind !== 'patient') return ask({ method: 'DELETE', path: '/session' })
  const path = `/patients/${String(patientId)}/sessions`
  const listed = await ask({ method: 'GET', path })
  if (listed.kind !== 'answered') return listed
  const { items } = listed.body
  // The server's own list of sessions.
  const sessions = Array.isArray(items) ? (items as readonly SignedIn[]) : []
  const own = sessions.find(({ isThis }) => isThis)
  return own ? ask({ method: 'DELETE', path: `${path}/${own.sessionId}` }) : listed
}

interface SignedIn {
  readonly sessionId: string
  readonly isThis: boolean
}
