import type { Ask } from './ask.ts'
import { keep, readKept } from './linked-store.ts'
import { NOTICE_VERSION } from './outbox.ts'

/** Whether this browser can show messages of the clinic while the app is closed, and whether it does. */
export type PushState = 'on' | 'off' | 'denied' | 'needs-install' | 'unable'
/** Why reminders could not be turned on or off. */
export type PushTrouble = 'unreached' | 'refused' | 'denied' | 'not-set-up'

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis))
    return isAppleTouch() ? 'needs-install' : 'unable'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration) return 'unable'
  return (await registration.pushManager.getSubscription()) ? 'on' : 'off'
}

/** Safari on a phone or tablet has push messages only in an app on the home screen. */
function isAppleTouch(): boolean {
  return /iPhone|iPad|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
}

/** Asks the browser, then tells the server. Only from a press: a browser that is asked without one says no for good. */
export async function startPush(ask: Ask, patientId: string): Promise<PushTrouble | null> {
  const key = await ask({ method: 'GET', path: '/push-key' })
  if (key.kind !== 'answered') return key.kind
  const { publicKey } = key.body
  if (typeof publicKey !== 'string') return 'not-set-up'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const subscription = await subscribed(publicKey)
  if (subscription === null) return 'refused'
  const path = `/patients/${patientId}/push-subscriptions`
  const kept = await ask({ method: 'PUT', path, body: subscription.toJSON() })
  const agreed = kept.kind === 'answered' ? await agree(ask, patientId) : kept
  if (kept.kind !== 'answered' || agreed.kind !== 'answered') {
    await subscription.unsubscribe()
    return kept.kind === 'unreached' ? 'unreached' : 'refused'
  }
  await keep('subscription', String(kept.body['subscriptionId']))
  return null
}

/** Null where the push service of the browser does not answer. */
async function subscribed(applicationServerKey: string): Promise<PushSubscription | null> {
  try {
    const { pushManager } = await navigator.serviceWorker.ready
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  } catch {
    return null
  }
}

/** The press says it: without consent to the channel the server sends nothing on it. */
function agree(ask: Ask, patientId: string) {
  const body = { given: true, noticeVersion: NOTICE_VERSION }
  return ask({ method: 'PUT', path: `/patients/${patientId}/consents/push`, body })
}

export async function endPush(ask: Ask, patientId: string): Promise<PushTrouble | null> {
  await endSubscription()
  const id = await readKept('subscription')
  if (!id) return null
  const path = `/patients/${patientId}/push-subscriptions/${id}`
  const answer = await ask({ method: 'DELETE', path })
  // Ended at the browser, it shows nothing more; one that is gone is gone.
  return answer.kind === 'unreached' ? 'unreached' : null
}

/** From this browser's side: the server forgets it with the session, or at the first message that finds nobody. */
export async function endSubscription(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager?.getSubscription()
  await subscription?.unsubscribe()
}
