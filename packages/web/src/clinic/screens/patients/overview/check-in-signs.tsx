import type { SignReport, TriageReason } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { signWords } from '../../inbox/inbox-words.ts'
import { goneSigns, strongest, urgentFirst } from '../../inbox/told-signs.ts'

interface CheckInSignsProps {
  readonly signs: readonly SignReport[]
  /** What triage said of them, the most urgent first. */
  readonly reasons: readonly TriageReason[]
  /** Not everything was answered, or it is not known yet whether it was: that there are none is not said then. */
  readonly isOpen: boolean
}

/** The signs that are there, alarms first; of those that are not, how many. */
export function CheckInSigns({ signs, reasons, isOpen }: CheckInSignsProps): JSX.Element {
  const app = useApp()
  const { i18n, format } = app
  const present = strongest(urgentFirst(signs, reasons)).map((sign) => signWords(app, sign))
  const count = new Set(goneSigns(signs).map(({ code }) => code)).size
  return (
    <>
      {isOpen && present.length === 0 ? null : (
        <p class="event-detail">
          {present.length === 0
            ? i18n._({ id: 'patient.check-in.none', message: 'No signs' })
            : format.join(present, 'semicolon')}
        </p>
      )}
      {count === 0 ? null : (
        <p class="quiet">
          {i18n._({
            id: 'patient.check-in.absent',
            message: 'Asked about and not there: {count}',
            values: { count: format.number(count) },
          })}
        </p>
      )}
    </>
  )
}
