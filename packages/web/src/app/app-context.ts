import type { CarePlan, Instant, Planner, Protocol } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PatientRecord } from '../store/record.ts'
import type { Format } from '../words/format.ts'
import type { Digits, Locale } from '../words/locale.ts'
import type { Texts } from '../words/texts.ts'
import type { LinkedApp } from './use-linked.ts'

/** What every screen has, whether or not a session has been told. */
export interface App {
  readonly planner: Planner
  readonly protocols: readonly Protocol[]
  readonly record: PatientRecord
  /** The record's session as a plan; null where none has been told. */
  readonly plan: CarePlan | null
  readonly change: ChangeRecord
  /** Erases everything, photos included. */
  readonly erase: () => Promise<void>
  /** False where this browser refuses to keep anything: then the person has to be told. */
  readonly isKept: boolean
  /** The present minute: the app's one clock. */
  readonly at: Instant
  /** The person's zone at `at`. */
  readonly zone: string
  readonly i18n: I18n
  readonly locale: Locale
  readonly digits: Digits
  readonly direction: 'ltr' | 'rtl'
  /** The ledger's words. */
  readonly texts: Texts
  readonly format: Format
  /** What is known of the clinic beside the record; nothing without one, and until it is there. */
  readonly linked?: LinkedApp | null
  /** What was asked on Today, on its way to Ask. It is kept nowhere, and stands in no address. */
  readonly question: { current: string }
  /** True until the first step inside the app: then the focus stays where the browser put it. */
  readonly isFirstPage: boolean
}

/** Changes what is kept, from the record as it then is. Whatever is not named stays. */
export type ChangeRecord = (
  part: Partial<PatientRecord> | ((record: PatientRecord) => Partial<PatientRecord>),
) => void

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp outside of <AppRoot>')
  return app
}
