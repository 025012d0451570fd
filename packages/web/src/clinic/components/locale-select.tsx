import type { JSX } from 'preact'
import { LOCALE_NAMES, LOCALES } from '../../words/locale.ts'
import { Select } from './select.tsx'

interface LocaleSelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (locale: string) => void
  readonly hint?: string
}

/** A language, each by its own name. */
export function LocaleSelect(props: LocaleSelectProps): JSX.Element {
  const options = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))
  return <Select {...props} options={options} />
}
