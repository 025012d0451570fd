import { type Instant, parseInstant } from '@afterglow/engine'
import { done, type Outcome, refuse, trouble } from './outcome.ts'

/** The instant that was given at the place `expression`. */
export function instantIn(given: unknown, expression: string): Outcome<Instant> {
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  const at = typeof given === 'string' ? parseInstant(given) : undefined
  if (at !== undefined) return done(at)
  const accepted = 'accepted is a date and time with an offset, such as 2026-11-22T11:45:00+04:00'
  return refuse(trouble(expression, 'value', `found "${text}"; ${accepted}`))
}
