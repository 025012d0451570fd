import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { isUnsent } from '../../linked/outbox.ts'
import { hasOwnSession } from '../../store/record.ts'

/** What is on this device already, and would be gone: said before the button that does it. */
export function TakesThePlace(): JSX.Element | null {
  const { i18n, record, linked } = useApp()
  const unsent = (linked?.items ?? []).filter(isUnsent).length
  if (record.clinic)
    return unsent === 0 ? null : (
      <p class="question-note">
        {i18n._({
          id: 'join.unsent',
          message:
            '{count, plural, one {# thing is not sent to your clinic yet. If this link is for somebody else, it is erased.} other {# things are not sent to your clinic yet. If this link is for somebody else, they are erased.}}',
          values: { count: unsent },
        })}
      </p>
    )
  if (!hasOwnSession(record)) return null
  return (
    <div class="question-note stack-s">
      <p>
        <b>
          {i18n._({
            id: 'join.replaces',
            message: 'This device already has a plan of your own. The clinic’s takes its place.',
          })}
        </b>
      </p>
      <p>
        <a href={hrefTo('more')}>
          {i18n._({ id: 'join.save-first', message: 'Save your own to a file first' })}
        </a>
      </p>
    </div>
  )
}
