import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { saveFile } from '../../../../store/save-file.ts'
import { exportRecord } from '../../../api/records.ts'
import { useConsole } from '../../../app/console-context.ts'
import { usePatient } from '../page/patient-context.ts'

/** Everything that is kept of them, to hand over: as a page to read, or as data. */
export function ExportCard(): JSX.Element {
  const { i18n } = useApp()
  const { sayProblem } = useConsole()
  const { patient } = usePatient()
  const [isBusy, setBusy] = useState(false)
  const save = async (as: 'data' | 'page') => {
    setBusy(true)
    const reply = await exportRecord(patient.patientId, as)
    setBusy(false)
    if (!reply.ok) return sayProblem(reply.problem)
    const content = await reply.value.text()
    // No name: files lie in folders that others open.
    const name = as === 'page' ? 'record.html' : 'record.json'
    saveFile({ name, type: reply.value.type, content })
  }
  return (
    <Card title={i18n._({ id: 'patient.export', message: 'Hand it over' })}>
      <p class="quiet">
        {i18n._({
          id: 'patient.export.lead',
          message:
            'All that is kept of them. The page is in their language and prints well. Keep the file where only they can open it.',
        })}
      </p>
      <div class="cluster">
        <Button onClick={() => void save('page')} disabled={isBusy}>
          {i18n._({ id: 'patient.export.page', message: 'As a page' })}
        </Button>
        <Button kind="quiet" onClick={() => void save('data')} disabled={isBusy}>
          {i18n._({ id: 'patient.export.data', message: 'As data (JSON)' })}
        </Button>
        <Button kind="quiet" onClick={() => print()}>
          {i18n._({ id: 'patient.export.print', message: 'Print what is shown here' })}
        </Button>
      </div>
    </Card>
  )
}
