import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import '../../../../components/file-button.css'
import { Page } from '../../../../components/page.tsx'
import { type ImportReport, importPatients } from '../../../api/patient-lists.ts'
import { newKey } from '../../../api/request.ts'
import { useConsole } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { FormProblem } from '../form-problem.tsx'
import { type Telling, useTelling } from '../use-telling.ts'
import { patientsBack } from './add-patient-screen.tsx'
import { ImportOutlook } from './import-outlook.tsx'

/** A list as it was chosen, and what would become of it. */
interface Checked {
  readonly name: string
  readonly list: Blob
  readonly report: ImportReport
  /** Of this list: brought in twice it is added once. */
  readonly key: string
}

/** Brings in a list of patients: first what would happen, then all of it. */
export function ImportScreen(): JSX.Element {
  const { i18n } = useApp()
  const telling = useTelling()
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = async (file: File) => {
    setChecked(null)
    const list = new Blob([file], { type: 'text/csv' })
    const answered = await telling.tell(() => importPatients(list, 'check', newKey()))
    if (answered) setChecked({ name: file.name, list, report: answered.value, key: newKey() })
  }
  return (
    <Page
      title={i18n._({ id: 'patients.import', message: 'Bring in a list' })}
      lead={i18n._({
        id: 'patients.import.lead',
        message: 'First you see what would happen. Nothing is added until you say so.',
      })}
      back={patientsBack(i18n)}
    >
      <Form />
      <ChooseFile onFile={(file) => void check(file)} />
      <FormProblem telling={telling} fields={[]} />
      {checked === null ? null : <Outlook checked={checked} telling={telling} />}
    </Page>
  )
}

/** What a list looks like. */
function Form(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card title={i18n._({ id: 'patients.import.form', message: 'What the file looks like' })}>
      <p>
        {i18n._({
          id: 'patients.import.columns',
          message:
            'A CSV file in UTF-8. Its first line names the columns. Only the name has to be there.',
        })}
      </p>
      {/* A line of it is wider than a phone: it is scrolled by the keyboard too. */}
      <pre
        class="patients-csv"
        dir="ltr"
        lang="en"
        tabIndex={0}
        role="region"
        aria-label={i18n._({ id: 'patients.import.example', message: 'Example' })}
      >
        {EXAMPLE}
      </pre>
    </Card>
  )
}

const EXAMPLE = `name,phone,email,reference,locale,zone
Amal Haddad,+971501234567,amal@example.com,A-104,ar,Asia/Dubai`

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }): JSX.Element {
  const { i18n } = useApp()
  return (
    <div>
      <label class="button button-plain file-button">
        {i18n._({ id: 'patients.import.choose', message: 'Choose a CSV file' })}
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            // The same file, mended, can be chosen again.
            event.currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
      </label>
    </div>
  )
}

interface OutlookProps {
  readonly checked: Checked
  readonly telling: Telling
}

function Outlook({ checked: { name, list, report, key }, telling }: OutlookProps): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const commit = async () => {
    const done = await telling.tell(() => importPatients(list, 'commit', key))
    if (!done) return
    await readAgain('patients')
    const count = done.value.added
    say(
      i18n._({
        id: 'patients.import.done',
        message: '{count, plural, one {# patient was added.} other {# patients were added.}}',
        values: { count },
      }),
    )
    goTo(hrefTo('patients'))
  }
  const isReady = report.issues.length === 0 && report.new > 0
  return (
    <Card title={name}>
      <ImportOutlook report={report} />
      {isReady ? (
        <div>
          <Button kind="main" onClick={() => void commit()} disabled={telling.isBusy}>
            {i18n._({
              id: 'patients.import.commit',
              message: '{count, plural, one {Add # patient} other {Add # patients}}',
              values: { count: report.new },
            })}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
