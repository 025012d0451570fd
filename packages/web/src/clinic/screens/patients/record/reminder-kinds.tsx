import { DEFAULT_REMINDER_KINDS } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { type App, useApp } from '../../../../app/app-context.ts'
import { Choice } from '../../../../components/choice.tsx'

interface ReminderKindsProps {
  /** Null: nobody has said, so all of them. */
  readonly kinds: readonly string[] | null
  readonly onChange: (kinds: readonly string[] | null) => void
}

/** What somebody is reminded of, as they want it. */
export function ReminderKinds({ kinds, onChange }: ReminderKindsProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Choice
      legend={i18n._({ id: 'patient.reminders', message: 'Reminders of' })}
      name="reminders"
      isMultiple
      options={DEFAULT_REMINDER_KINDS.map((kind) => ({ value: kind, label: kindWord(i18n, kind) }))}
      chosen={kinds ?? DEFAULT_REMINDER_KINDS}
      onChange={(chosen) => onChange(keptKinds(chosen))}
    />
  )
}

/** Everything is what is sent where nobody has said: so a kind that comes later is sent too. */
export function keptKinds(chosen: readonly string[]): readonly string[] | null {
  return DEFAULT_REMINDER_KINDS.every((kind) => chosen.includes(kind)) ? null : chosen
}

/** What they are reminded of, in a line. */
export function kindsText(
  { i18n, format }: Pick<App, 'i18n' | 'format'>,
  kinds: readonly string[] | null,
): string {
  if (kinds === null) return i18n._({ id: 'patient.reminders.all', message: 'Everything' })
  const named = DEFAULT_REMINDER_KINDS.filter((kind) => kinds.includes(kind))
  if (named.length === 0) return i18n._({ id: 'patient.reminders.none', message: 'Nothing' })
  return format.list(named.map((kind) => kindWord(i18n, kind)))
}

type Kind = (typeof DEFAULT_REMINDER_KINDS)[number]

function kindWord(i18n: I18n, kind: Kind): string {
  switch (kind) {
    case 'routine':
      return i18n._({ id: 'patient.reminders.routine', message: 'Their daily routine' })
    case 'window-opened':
    case 'window-caution':
      return i18n._({ id: 'patient.reminders.opened', message: 'What opens' })
    case 'check-in-due':
      return i18n._({ id: 'patient.reminders.check-in', message: 'The daily check-in' })
    case 'session-due':
      return i18n._({ id: 'patient.reminders.session', message: 'The next session' })
    case 'milestone':
      return i18n._({ id: 'patient.reminders.milestone', message: 'What they may see by now' })
    default:
      return kind satisfies never
  }
}
