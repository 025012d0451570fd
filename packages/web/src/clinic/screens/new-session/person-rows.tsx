import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { LOCALE_NAMES, LOCALES } from '../../../words/locale.ts'
import type { NewPerson, PersonField } from './chosen.ts'
import { TextRow } from './text-row.tsx'

interface PersonRowsProps {
  readonly person: NewPerson
  readonly onChange: (person: NewPerson) => void
  readonly errors: Partial<Readonly<Record<PersonField, string>>>
}

/** Somebody new: the name that was typed, and what they may give beside it. */
export function PersonRows({ person, onChange, errors }: PersonRowsProps): JSX.Element {
  const { i18n } = useApp()
  const part = (field: PersonField) => ({
    value: person[field],
    onInput: (value: string) => onChange({ ...person, [field]: value }),
    ...(errors[field] !== undefined && { error: errors[field] }),
  })
  return (
    <div class="stack-s">
      <TextRow label={i18n._({ id: 'new-session.name', message: 'Name' })} {...part('name')} />
      <TextRow
        label={i18n._({ id: 'new-session.phone', message: 'Phone' })}
        type="tel"
        hint={i18n._({
          id: 'new-session.phone.hint',
          message: 'With its country, such as +971 50 123 4567. May stay empty.',
        })}
        {...part('phone')}
      />
      <TextRow
        label={i18n._({ id: 'new-session.email', message: 'E-mail' })}
        type="email"
        {...part('email')}
      />
      <LanguageRow locale={person.locale} onChange={(locale) => onChange({ ...person, locale })} />
    </div>
  )
}

interface LanguageRowProps {
  readonly locale: string
  readonly onChange: (locale: string) => void
}

function LanguageRow({ locale, onChange }: LanguageRowProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="form-row">
      <label class="form-label" for="new-session-language">
        {i18n._({ id: 'new-session.language', message: 'Reads in' })}
      </label>
      <div class="form-control">
        <select
          id="new-session-language"
          class="field-input form-short"
          value={locale}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LOCALE_NAMES[one]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
