import type { Instant } from '@afterglow/engine'

/** The languages that answers are written in. */
export type AskLocale = 'en' | 'es' | 'ar' | 'ur'

/** What answers are written with: the ledger's texts in one language, and how that reader writes a time. */
export interface AskWords {
  readonly locale: AskLocale
  readonly text: (key: string) => string
  readonly clock: (at: Instant) => string
}
