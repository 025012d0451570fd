import type { Alert } from '../../api/alerts.ts'
import type { Reply } from '../../api/request.ts'

/** What came of a step with an alert: the server's answer, or what had become of the alert meanwhile. */
export type Changed =
  | { readonly kind: 'answered'; readonly reply: Reply<unknown> }
  | { readonly kind: 'meanwhile'; readonly alert: Alert }

export interface AlertChange {
  readonly seen: Alert
  readonly send: (alert: Alert) => Promise<Reply<unknown>>
  readonly readNow: () => Promise<Alert>
}

const TRIES = 3

/** Changes an alert as it was seen. That more people were told of it meanwhile is no reason not to. */
export async function changeAlert({ seen, send, readNow }: AlertChange): Promise<Changed> {
  let alert = seen
  for (let tried = 1; ; tried++) {
    const reply = await send(alert)
    const isOld = !reply.ok && reply.problem.code === 'precondition-failed'
    if (!isOld || tried === TRIES) return { kind: 'answered', reply }
    alert = await readNow()
    if (!isAsSeen(seen, alert)) return { kind: 'meanwhile', alert }
  }
}

function isAsSeen(seen: Alert, now: Alert): boolean {
  return PARTS.every((part) => seen[part] === now[part])
}

const PARTS = [
  'ownerId',
  'acknowledgedAt',
  'resolvedAt',
  'raisedAt',
  'urgency',
  'undone',
] as const satisfies readonly (keyof Alert)[]
