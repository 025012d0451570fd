import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import { Card } from '../../components/card.tsx'
import { Choice } from '../../components/choice.tsx'
import { CountryField } from '../../components/country-field.tsx'
import { LanguageChoice } from '../../components/language-choice.tsx'
import type { EmergencyNumber } from '../../data/emergency-number.ts'
import { fetchData } from '../../words/load-words.ts'
import { DIGITS, type Digits, intlLocale } from '../../words/locale.ts'

export function LanguageSetting(): JSX.Element {
  const { i18n, locale, digits, change } = useApp()
  const choices = DIGITS[locale]
  return (
    <Card title={i18n._({ id: 'setting.language', message: 'Language' })}>
      <LanguageChoice />
      {choices.length < 2 ? null : (
        <Choice
          legend={i18n._({ id: 'setting.digits', message: 'Numbers' })}
          name="digits"
          isCompact
          options={choices.map((one) => ({
            value: one,
            label: new Intl.NumberFormat(intlLocale(locale, one)).format(12345),
          }))}
          chosen={[digits]}
          // The options' values are digits.
          onChange={([chosen]) => change({ digits: chosen as Digits })}
        />
      )}
      {locale === 'en' ? null : (
        <p class="quiet">
          {i18n._({
            id: 'setting.draft',
            message:
              'This translation is a draft: no clinician has checked it yet. The help cards show English beside it.',
          })}
        </p>
      )}
    </Card>
  )
}

export function CountrySetting(): JSX.Element {
  const { i18n } = useApp()
  const [numbers, setNumbers] = useState<readonly EmergencyNumber[]>([])
  useEffect(
    () => whenLoaded(fetchData<readonly EmergencyNumber[]>('emergency-numbers'), setNumbers),
    [],
  )
  return (
    <Card title={i18n._({ id: 'setting.emergency', message: 'Emergency number' })}>
      <CountryField numbers={numbers} />
    </Card>
  )
}
