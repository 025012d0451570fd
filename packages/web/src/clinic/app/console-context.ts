import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Account, Role, StaffSession } from '../api/account.ts'
import type { Problem } from '../api/request.ts'
import type { HalfWritten } from './half-written.ts'

/** What every screen of the console has beside `useApp()`. */
export interface Console {
  readonly account: Account
  /** Asks the server again who is signed in: after signing in, out, or over to another clinic. */
  readonly renewAccount: () => Promise<void>
  readonly setLocale: (locale: string) => void
  readonly halfWritten: HalfWritten
  /**
   * Says what was done, with a way back, where there is one, for as long as its place is looked at: the present one, or the
   * one named.
   */
  readonly say: (text: string, undo?: () => Promise<void>, place?: string) => void
  /** Says what did not work, in words; what a form can show beside its field it shows there. */
  readonly sayProblem: (problem: Problem) => void
}

export const ConsoleContext = createContext<Console | null>(null)

export function useConsole(): Console {
  const console = useContext(ConsoleContext)
  if (!console) throw new Error('useConsole outside of <ConsoleRoot>')
  return console
}

/** Who is signed in, with both factors shown: for screens behind the sign-in. */
export function useStaff(): StaffSession & {
  readonly may: (...roles: readonly Role[]) => boolean
} {
  const { session } = useConsole().account
  if (!session?.secondFactor) throw new Error('useStaff without a full sign-in')
  return { ...session, may: (...roles) => roles.some((role) => session.roles.includes(role)) }
}
