import type { Session } from '@afterglow/engine'
import type { ClinicLink } from '../store/clinic-link.ts'
import { mergedSession, withNothingOpen } from './merge.ts'
import type { OutboxItem } from './outbox.ts'

/** The session that the screens show: the clinic's, with what was told here, and shut where its plan cannot be trusted. */
export function sessionWith(
  base: Session,
  items: readonly OutboxItem[],
  { lost, isUnsure }: Pick<ClinicLink, 'lost' | 'isUnsure'>,
): Session {
  const merged = mergedSession(base, items, lost)
  return isUnsure ? withNothingOpen(merged) : merged
}
