import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Field } from '../../../../components/field.tsx'
import { LOCALE_NAMES, LOCALES } from '../../../../words/locale.ts'
import { Select } from '../../../components/select.tsx'
import type { NewPatient } from '../../../api/patients.ts'
import type { Telling } from '../use-telling.ts'

/** Who somebody is, as it is being typed. */
export interface TypedIdentity {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly reference: string
  /** Empty: the clinic's own. */
  readonly locale: string
}

export const NO_IDENTITY: TypedIdentity = {
  name: '',
  phone: '',
  email: '',
  reference: '',
  locale: '',
}

export const IDENTITY_FIELDS: readonly string[] = ['name', 'phone', 'email', 'reference', 'locale']

/** What is sent: an empty field is none, and spaces in a phone number are nobody's. */
export function identityOf({ name, phone, email, reference, locale }: TypedIdentity): NewPatient {
  return {
    name: name.trim(),
    phone: orNone(phone.replaceAll(/[\s().-]/g, '')),
    email: orNone(email),
    reference: orNone(reference),
    ...(locale !== '' && { locale }),
  }
}

function orNone(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

interface IdentityFieldsProps {
  readonly typed: TypedIdentity
  readonly onType: (typed: TypedIdentity) => void
  readonly telling: Telling
}

/** Each with what is wrong with it. */
export function IdentityFields({ typed, onType, telling }: IdentityFieldsProps): JSX.Element {
  const { i18n } = useApp()
  const field = (name: keyof TypedIdentity) => {
    const error = telling.at(name)
    return {
      value: typed[name],
      onInput: (value: string) => onType({ ...typed, [name]: value }),
      autocomplete: 'off',
      ...(error !== undefined && { error }),
    }
  }
  return (
    <>
      <Field label={i18n._({ id: 'patients.name', message: 'Name' })} {...field('name')} />
      <Field
        label={i18n._({ id: 'patients.phone', message: 'Phone' })}
        hint={i18n._({
          id: 'patients.phone.hint',
          message: 'With its country, such as +971 50 123 4567.',
        })}
        {...field('phone')}
      />
      <Field label={i18n._({ id: 'patients.email', message: 'E-mail' })} {...field('email')} />
      <Field
        label={i18n._({ id: 'patients.reference', message: 'Your number' })}
        hint={i18n._({
          id: 'patients.reference.hint',
          message: 'What your booking system calls them. It may stay empty.',
        })}
        {...field('reference')}
      />
      <Language typed={typed} onType={onType} />
    </>
  )
}

function Language({ typed, onType }: Omit<IdentityFieldsProps, 'telling'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <Select
      label={i18n._({ id: 'patients.language', message: 'Language' })}
      value={typed.locale}
      onChange={(locale) => onType({ ...typed, locale })}
      options={[
        {
          value: '',
          label: i18n._({ id: 'patients.language.clinic', message: 'As the clinic' }),
        },
        ...LOCALES.map((one) => ({ value: one, label: LOCALE_NAMES[one] })),
      ]}
    />
  )
}
