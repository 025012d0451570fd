import { parseInstant } from '@afterglow/engine'
import { ask } from '@afterglow/language'
import { answerText, type Writing } from '@afterglow/language/answer-text'
import { careOf, givenSession } from '@afterglow/ledger'
import { askContextOf, readAskLibrary } from '../../packages/cli/src/ask-context.ts'

const library = readAskLibrary({ flags: {} })

/** A session ended on Monday 16 November 2026, 15:00 in London, asked about some hours later. */
export function contextAt(hours: number, change: object = {}): Writing {
  if (!library.ok) throw new Error('the ledger cannot be read')
  const session = givenSession({ ...SESSION, ...change }, library.value)
  if (!session.ok) throw new Error('the session cannot be read')
  const at = (parseInstant(ENDED) ?? 0) + hours * 3_600_000
  return askContextOf(careOf(library.value, session.value, at), library.value.asking)
}

/** The answer to a message in words. */
export function textOf(context: Writing, q: string): string {
  return answerText(context, ask(context, q))
}

const ENDED = '2026-11-16T15:00:00+00:00'
const SESSION = {
  zone: 'Europe/London',
  procedures: [
    {
      id: 'p1',
      code: 'microneedling',
      endedAt: ENDED,
      device: 'pen',
      needleDepthMm: 1,
      bodySites: ['face'],
      adjuncts: [],
      setting: 'clinic',
    },
  ],
  patient: { medicines: [], history: [] },
  events: [],
}
