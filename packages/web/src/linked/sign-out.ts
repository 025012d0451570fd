import type { App } from '../app/app-context.ts'
import { EMPTY_RECORD } from '../store/record.ts'
import type { Ask } from './ask.ts'
import { eraseKept } from './linked-store.ts'
import { OUTBOX } from './outbox-store.ts'
import { endSubscription } from './push.ts'
import { alone } from './rounds.ts'

/**
 * Clears this device and ends the session. What has to outlast it, should there be no network, is only that the server has
 * still to be told: true where it has been.
 */
export async function signOut(app: Pick<App, 'change' | 'erase'>, ask: Ask): Promise<boolean> {
  // No round of sending begins meanwhile, which would tell the server in its own way.
  return alone(() => cleared(app, ask))
}

async function cleared(
  { change, erase }: Pick<App, 'change' | 'erase'>,
  ask: Ask,
): Promise<boolean> {
  change({ ...EMPTY_RECORD, isLeaving: true })
  await Promise.allSettled([endSubscription(), OUTBOX.erase(), eraseKept()])
  await erase()
  change({ isLeaving: true })
  const answer = await ask({ method: 'DELETE', path: '/session' })
  const isEnded = answer.kind === 'answered' || (answer.kind === 'refused' && answer.status < 500)
  // With its answer the browser may have cleared the same, and closed what it was read through.
  if (isEnded) await erase().catch(erase)
  return isEnded
}
