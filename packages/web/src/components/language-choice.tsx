import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import { type Locale, LOCALE_NAMES, LOCALES } from '../words/locale.ts'
import './language-choice.css'

interface LanguageChoiceProps {
  /** Where the language is not kept in the person's record. */
  readonly onChoose?: (locale: Locale) => void
}

/** The languages, each by its own name: it must be found by somebody who reads no other. */
export function LanguageChoice({ onChoose }: LanguageChoiceProps): JSX.Element {
  const { i18n, locale, change } = useApp()
  const choose = onChoose ?? ((chosen: Locale) => change({ locale: chosen }))
  return (
    <span
      class="languages"
      role="group"
      aria-label={i18n._({ id: 'language.label', message: 'Language' })}
    >
      {LOCALES.map((one) => (
        <button
          key={one}
          type="button"
          class="language"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => choose(one)}
        >
          {LOCALE_NAMES[one]}
        </button>
      ))}
    </span>
  )
}
