import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Page } from '../../../../components/page.tsx'
import { type DuplicatePair, readDuplicates } from '../../../api/patient-lists.ts'
import { useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Show } from '../../../components/loaded.tsx'
import { patientsBack } from './add-patient-screen.tsx'
import { PairCard } from './pair-card.tsx'

/** Records that may be of one person: both are looked at, then a clinician says whether they are. */
export function DuplicatesScreen(): JSX.Element {
  const { i18n } = useApp()
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  const cursor = cursors.at(-1) ?? null
  const page = useQuery(['patients', 'duplicates', cursor ?? ''], () => readDuplicates(cursor))
  return (
    <Page
      title={i18n._({ id: 'patients.duplicates', message: 'Same person twice?' })}
      lead={i18n._({
        id: 'patients.duplicates.lead',
        message:
          'These records share a name, an e-mail, a phone or your number. Two people may share them: look at both before you merge.',
      })}
      back={patientsBack(i18n)}
    >
      <Show loaded={page}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <NoPairs /> : null}
            {items.map((pair) => (
              <PairCard key={pairKey(pair)} pair={pair} />
            ))}
            {next === null ? null : (
              <div>
                <Button onClick={() => setCursors([...cursors, next])}>
                  {i18n._({ id: 'patients.duplicates.next', message: 'Next ones' })}
                </Button>
              </div>
            )}
          </>
        )}
      </Show>
    </Page>
  )
}

function NoPairs(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'patients.duplicates.none', message: 'No record looks twice' })}>
      <p>
        {i18n._({
          id: 'patients.duplicates.none.text',
          message: 'When two records share a name or a contact, they stand here side by side.',
        })}
      </p>
    </Empty>
  )
}

function pairKey({ patients: [one, other] }: DuplicatePair): string {
  return `${one.patientId} ${other.patientId}`
}
