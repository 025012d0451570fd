import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import { LOCALE_NAMES, LOCALES } from '../words/locale.ts'
import './language-choice.css'

/** The languages, each by its own name: it must be found by somebody who reads no other. */
export function LanguageChoice(): JSX.Element {
  const { i18n, locale, change } = useApp()
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
          onClick={() => change({ locale: one })}
        >
          {LOCALE_NAMES[one]}
        </button>
      ))}
    </span>
  )
}
