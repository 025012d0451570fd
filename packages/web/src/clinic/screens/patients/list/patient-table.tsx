import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type App, useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { LOCALE_NAMES, LOCALES } from '../../../../words/locale.ts'
import type { Patient } from '../../../api/patients.ts'
import { type Column, Table } from '../../../components/table.tsx'

/** Patients, a line each. */
export function PatientTable({ patients }: { readonly patients: readonly Patient[] }): JSX.Element {
  const app = useApp()
  return (
    <Table
      caption={app.i18n._({ id: 'patients.table', message: 'Patients, the newest first' })}
      columns={columnsOf(app)}
      rows={patients}
      keyOf={({ patientId }) => patientId}
    />
  )
}

function columnsOf({ i18n, format, at }: App): readonly Column<Patient>[] {
  return [
    {
      key: 'name',
      head: i18n._({ id: 'patients.name', message: 'Name' }),
      isHead: true,
      cell: ({ patientId, name }) => (
        <a href={hrefTo('patients', patientId)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      key: 'reference',
      head: i18n._({ id: 'patients.reference', message: 'Your number' }),
      cell: ({ reference }) => reference && <bdi dir="ltr">{reference}</bdi>,
    },
    {
      key: 'contact',
      head: i18n._({ id: 'patients.contact', message: 'Contact' }),
      cell: ({ phone, email }) => {
        const contact = phone ?? email
        return contact && <bdi dir="ltr">{contact}</bdi>
      },
    },
    {
      key: 'language',
      head: i18n._({ id: 'patients.language', message: 'Language' }),
      cell: ({ locale }) => languageName(locale),
    },
    {
      key: 'added',
      head: i18n._({ id: 'patients.added', message: 'Added' }),
      cell: ({ createdAt }) => {
        const added = parseInstant(createdAt)
        return added === undefined ? '' : format.shortDayTime(added, at)
      },
    },
  ]
}

/** A language by its own name. */
export function languageName(code: string): string {
  const locale = LOCALES.find((one) => one === code)
  return locale ? LOCALE_NAMES[locale] : code
}
