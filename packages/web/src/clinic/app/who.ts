import type { Account } from '../api/account.ts'

/** Who acts from this browser, and where: another clinic, another person or nobody is another one. */
export function whoOf({ session }: Account): string {
  return session === null ? '' : `${session.userId} ${session.clinicId}`
}

/** Other windows of this browser have the same sign-in: what one changes of it they have to hear before they send anything. */
const others = new BroadcastChannel('afterglow.console')

export function tellOthers(who: string): void {
  others.postMessage(who)
}

/** Is told who acts from now on, by another window. Returns the way to stop. */
export function whenOthersChange(tell: (who: string) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') tell(data)
  }
  others.addEventListener('message', hear)
  return () => others.removeEventListener('message', hear)
}
