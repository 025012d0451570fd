import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { type AuditFilter, auditCsvAddress } from '../../../api/audit.ts'
import { CsvButton } from '../../../components/csv-button.tsx'
import { joinedCsv } from './joined-csv.ts'

/** All lines that are looked for, in one file for a spreadsheet. */
export function AuditCsv({ filter }: { readonly filter: AuditFilter }): JSX.Element {
  const { i18n } = useApp()
  return (
    <CsvButton
      name="audit.csv"
      word={i18n._({ id: 'audit.csv', message: 'Save as a spreadsheet (CSV)' })}
      read={() => readAll(filter)}
    />
  )
}

/** The server answers 1,000 lines at a time. */
async function readAll(filter: AuditFilter): Promise<string | null> {
  const pages: string[] = []
  let cursor: string | null = null
  do {
    const address = auditCsvAddress(filter, cursor)
    const response: Response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok) return null
    pages.push(await response.text())
    cursor = response.headers.get('x-next-cursor')
  } while (cursor !== null)
  return joinedCsv(pages)
}
