import type { AskContext } from '@afterglow/language'
import type { Writing } from '@afterglow/language/answer-text'
import { type Care, type LedgerLibrary, type Outcome, readLedgerLibrary } from '@afterglow/ledger'
import type { Request } from './care.ts'
import { clockText } from './time-text.ts'

export function readAskLibrary({ flags }: Pick<Request, 'flags'>): Outcome<LedgerLibrary> {
  return readLedgerLibrary(flags.protocol?.[0])
}

/** One person's plan at one instant, made ready to be asked. */
export function askContextOf(care: Care, vocabulary: AskContext['vocabulary']): Writing {
  const { planner, plan, session, at, zone, texts } = care
  const clock = (instant: number) => clockText(instant, care)
  return {
    planner,
    plan,
    session,
    at,
    zone,
    vocabulary,
    words: { locale: 'en', text: texts.text, clock },
  }
}
