import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { saveFile } from '../../../../store/save-file.ts'
import { type AuditFilter, auditCsvAddress } from '../../../api/audit.ts'
import { joinedCsv } from './joined-csv.ts'

/** All lines that are looked for, in one file for a spreadsheet. */
export function AuditCsv({ filter }: { readonly filter: AuditFilter }): JSX.Element {
  const { i18n } = useApp()
  const [state, setState] = useState<'ready' | 'reading' | 'failed'>('ready')
  const save = async () => {
    setState('reading')
    const pages = await readAll(filter)
    if (pages !== null) saveFile({ name: 'audit.csv', type: 'text/csv', content: joinedCsv(pages) })
    setState(pages === null ? 'failed' : 'ready')
  }
  const press = () => void save().catch(() => setState('failed'))
  return (
    <div class="cluster">
      <Button disabled={state === 'reading'} onClick={press}>
        {i18n._({ id: 'audit.csv', message: 'Save as a spreadsheet (CSV)' })}
      </Button>
      {state === 'failed' ? (
        <p class="field-error" role="alert">
          {i18n._({ id: 'audit.csv.failed', message: 'It could not be read whole. Try again.' })}
        </p>
      ) : null}
    </div>
  )
}

/** The server answers 1,000 lines at a time. */
async function readAll(filter: AuditFilter): Promise<readonly string[] | null> {
  const pages: string[] = []
  let cursor: string | null = null
  do {
    const address = auditCsvAddress(filter, cursor)
    const response: Response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok) return null
    pages.push(await response.text())
    cursor = response.headers.get('x-next-cursor')
  } while (cursor !== null)
  return pages
}
