import { isOpen } from '@afterglow/engine'
import type { SubjectAnswer } from './subject-answer.ts'

/**
 * The key of the reason that the source which decides gives; where it gives none and the answer is shut, that of the first
 * that holds it back. None where the answer's note says it already.
 */
export function whyOf({ governing, note, status, voices }: SubjectAnswer): string | undefined {
  if (note?.kind === 'why') return undefined
  if (governing?.why !== undefined || isOpen(status)) return governing?.why
  return voices.find(({ reason }) => reason.stance === 'avoid' && reason.why !== undefined)?.reason
    .why
}
