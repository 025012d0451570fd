import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Field } from '../../../components/field.tsx'
import { LOCALE_NAMES, LOCALES, type Locale } from '../../../words/locale.ts'
import type { Words } from '../../api/adoptions.ts'

interface WordsFieldProps {
  readonly label: string
  readonly value: Words
  readonly onInput: (value: Words) => void
  readonly isLong?: boolean
  readonly hint?: string
  /** What is wrong, by language. */
  readonly errors?: Readonly<Partial<Record<Locale, string>>>
  readonly error?: string
}

/** Words in one language at least; the others have that one's until they are given. */
export function WordsField(props: WordsFieldProps): JSX.Element {
  const { value, hint, error, errors = {} } = props
  const { i18n } = useApp()
  const [first, ...others] = LOCALES
  const isOpen = others.some((one) => value[one] !== undefined || errors[one] !== undefined)
  return (
    <div class="stack-s">
      <One {...props} locale={first} {...(hint && { hint })} error={errors[first] ?? error} />
      <details class="more" open={isOpen}>
        <summary>{i18n._({ id: 'protocol.words.others', message: 'Other languages' })}</summary>
        <div class="stack">
          {others.map((locale) => (
            <One
              key={locale}
              locale={locale}
              {...{ ...props, hint: undefined }}
              error={errors[locale]}
            />
          ))}
        </div>
      </details>
    </div>
  )
}

interface OneProps extends Pick<WordsFieldProps, 'label' | 'value' | 'onInput' | 'isLong'> {
  readonly locale: Locale
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

function One({ label, value, onInput, isLong, locale, hint, error }: OneProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Field
      label={i18n._({
        id: 'protocol.words.in',
        message: '{label} ({language})',
        values: { label, language: LOCALE_NAMES[locale] },
      })}
      value={value[locale] ?? ''}
      onInput={(words) => onInput(withWords(value, locale, words))}
      {...(isLong && { isLong })}
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { error })}
    />
  )
}

function withWords(value: Words, locale: Locale, words: string): Words {
  const { [locale]: _, ...others } = value
  return words === '' ? others : { ...others, [locale]: words }
}

/** Trimmed, without the languages that have nothing; null where none has anything. */
export function givenWords(value: Words): Words | null {
  const given = LOCALES.flatMap((locale) => {
    const words = value[locale]?.trim() ?? ''
    return words === '' ? [] : [[locale, words] as const]
  })
  return given.length === 0 ? null : Object.fromEntries(given)
}
