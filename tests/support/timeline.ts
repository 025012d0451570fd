import { applyProtocol, assess, type Protocol, type Session, type Status } from '@afterglow/engine'
import { after, session, subject, subjects } from './protocol.ts'

/** The statuses of `makeup` as `hours: status`, one entry each time it changes in the first 60 days. */
export function timeline(
  protocolGiven: Protocol,
  given: Session = session(),
  code = 'makeup',
): Record<number, Status> {
  const plan = applyProtocol([protocolGiven], given)
  const entries: [number, Status][] = []
  for (let hour = 0; hour <= 60 * 24; hour++) {
    const { status } = assess(plan, code, after(hour))
    if (entries.at(-1)?.[1] !== status) entries.push([hour, status])
  }
  return Object.fromEntries(entries)
}

/** A ledger of one subject. */
export const makeup = (...positions: readonly Readonly<Record<string, unknown>>[]): Protocol =>
  subjects(subject('makeup', positions))
