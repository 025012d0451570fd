import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { now } from '../../app/clock.ts'
import { clockTrouble } from '../../app/present.ts'

/** Above every screen, as times are read off the device's own clock: that it is wrong, by how much, and what that does. */
export function ClockNote(): JSX.Element | null {
  const { i18n, format, record } = useApp()
  const trouble = record.clinic && clockTrouble(now(), record.clinic)
  if (!trouble) return null
  const values = { by: format.length(trouble.byMs) }
  return (
    <aside class="example-note left-out-note" aria-live="polite">
      {trouble.is === 'ahead' ? (
        <span>
          <b>
            {i18n._({
              id: 'clock.fast',
              message: 'The clock of this device is {by} fast.',
              values,
            })}
          </b>{' '}
          {i18n._({
            id: 'clock.fast-do',
            message:
              'The times here are by your clinic’s clock. By the clock of this device you would start too early. Set its date and time right.',
          })}
        </span>
      ) : (
        <span>
          <b>
            {i18n._({
              id: 'clock.slow',
              message: 'The clock of this device is {by} slow.',
              values,
            })}
          </b>{' '}
          {i18n._({
            id: 'clock.slow-do',
            message: 'So things may open late here. Set its date and time right.',
          })}
        </span>
      )}
    </aside>
  )
}
