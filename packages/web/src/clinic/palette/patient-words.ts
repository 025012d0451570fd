import type { I18n } from '@lingui/core'
import type { Format } from '../../words/format.ts'
import type { Patient } from '../api/patients.ts'

/** What tells two people of one name apart: the clinic's number for them, and how they are reached. */
export function patientNote(
  { i18n, format }: { readonly i18n: I18n; readonly format: Format },
  { reference, phone, email }: Pick<Patient, 'reference' | 'phone' | 'email'>,
): string {
  const parts = [
    ...(reference === null ? [] : [reference]),
    ...(phone === null
      ? []
      : [
          i18n._({
            id: 'palette.phone-ends',
            message: 'phone ends {digits}',
            values: { digits: phone.slice(-4) },
          }),
        ]),
    ...(email === null ? [] : [email]),
  ]
  return format.join(parts, 'comma')
}
