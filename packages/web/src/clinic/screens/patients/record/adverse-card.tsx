import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { endedProcedures } from '../../../../model/care.ts'
import { type AdverseEvent, readAdverseEventsOf } from '../../../api/records.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { AdverseForm } from './adverse-form.tsx'
import { adverseWord, severityWord } from './adverse-words.ts'

/** What went wrong after a session, for the record and for a recall. */
export function AdverseCard(): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { patientId } = usePatient().patient
  const [isOpen, setOpen] = useState(false)
  const reports = useQuery(['patients', patientId, 'adverse'], () => readAdverseEventsOf(patientId))
  const title = i18n._({ id: 'patient.adverse', message: 'Adverse events' })
  return (
    <Card title={title}>
      <Show loaded={reports}>
        {(all) =>
          all.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'patient.adverse.none',
                message:
                  'None reported. A report keeps the device, the needle and the lots of its session with it.',
              })}
            </p>
          ) : (
            <Reports reports={all} />
          )
        }
      </Show>
      {endedProcedures(care).length === 0 ? null : (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {i18n._({ id: 'patient.adverse.report', message: 'Report one' })}
          </Button>
        </div>
      )}
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AdverseForm onDone={() => setOpen(false)} />
      </Sheet>
    </Card>
  )
}

function Reports({ reports }: { readonly reports: readonly AdverseEvent[] }): JSX.Element {
  const care = useCare()
  const { i18n, format } = care
  return (
    <ul class="stack-s">
      {reports.map(({ eventId, at, data }) => (
        <li key={eventId}>
          <b>{format.list(data.codes.map((code) => adverseWord(care, code)))}</b>
          <span class="small">
            {' '}
            {format.join([severityWord(i18n, data.severity), timeText(care, at)], 'comma')}
          </span>
          {data.narrative === undefined ? null : <p dir="auto">{data.narrative}</p>}
        </li>
      ))}
    </ul>
  )
}
