import type { Account } from '../api/account.ts'

/** Who acts from this browser, and where: another clinic, another person or nobody is another one. */
export function whoOf({ session }: Account): string {
  return session === null ? '' : `${session.userId} ${session.clinicId}`
}

/** Other windows of this browser have the same sign-in: what one changes of it they have to hear before they send anything. */
const others = new BroadcastChannel('afterglow.console')

export function tellOthers(acting: Acting): void {
  others.postMessage(acting)
}

/** Who acts from now on, and whether it is nobody because a session ran out: nobody has signed out then. */
export interface Acting {
  readonly who: string
  readonly hasRunOut: boolean
}

/** Is told of it by another window. Returns the way to stop. */
export function whenOthersChange(tell: (acting: Acting) => void): () => void {
  // Of this origin, by `tellOthers`.
  const hear = ({ data }: MessageEvent<Acting>) => tell(data)
  others.addEventListener('message', hear)
  return () => others.removeEventListener('message', hear)
}
