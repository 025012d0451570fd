import type { Session } from '@afterglow/engine'
import { mergedSession, withNothingOpen } from './merge.ts'
import type { OutboxItem } from './outbox.ts'

/** The session that the screens show: the clinic's, with what was told here, and shut where its plan cannot be trusted. */
export function sessionWith(
  base: Session,
  items: readonly OutboxItem[],
  isUnsure: boolean,
): Session {
  const merged = mergedSession(base, items)
  return isUnsure ? withNothingOpen(merged) : merged
}
