import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type App, useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { readAccesses } from '../../../api/records.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { actorWord } from '../actor-words.ts'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { type AccessGroup, groupedAccesses } from './grouped-accesses.ts'

/** Who opened or changed this record, when somebody asks. */
export function AccessesCard(): JSX.Element {
  const { i18n } = useApp()
  const [isAsked, setAsked] = useState(false)
  return (
    <Card title={i18n._({ id: 'patient.accesses', message: 'Who has looked' })}>
      <p class="quiet">
        {i18n._({
          id: 'patient.accesses.lead',
          message:
            'Who opened or changed this record. Not in it: who saw the name in a list, a search or the inbox.',
        })}
      </p>
      {isAsked ? (
        <Accesses />
      ) : (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => setAsked(true)}>
            {i18n._({ id: 'patient.accesses.show', message: 'Show it' })}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Accesses(): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { patientId } = usePatient().patient
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  const cursor = cursors.at(-1) ?? null
  const page = useQuery(['accesses', patientId, cursor ?? ''], () =>
    readAccesses(patientId, cursor),
  )
  return (
    <Show loaded={page}>
      {({ items, next }) => (
        <>
          <Table
            caption={i18n._({ id: 'patient.accesses', message: 'Who has looked' })}
            columns={columnsOf(app)}
            rows={groupedAccesses(items)}
            keyOf={({ at, by, name, isChange, outcome }) =>
              `${at} ${by} ${name} ${isChange} ${outcome}`
            }
          />
          {next === null ? null : (
            <div>
              <Button kind="quiet" onClick={() => setCursors([...cursors, next])}>
                {i18n._({ id: 'patient.accesses.earlier', message: 'Earlier' })}
              </Button>
            </div>
          )}
        </>
      )}
    </Show>
  )
}

function columnsOf(app: App): readonly Column<AccessGroup>[] {
  const { i18n } = app
  return [
    {
      key: 'when',
      head: i18n._({ id: 'patient.receipts.when', message: 'When' }),
      cell: ({ at }) => timeText(app, at),
    },
    {
      key: 'who',
      head: i18n._({ id: 'patient.accesses.who', message: 'Who' }),
      isHead: true,
      cell: ({ by, name }) => <bdi>{name ?? actorWord(i18n, { kind: by, id: null })}</bdi>,
    },
    {
      key: 'what',
      head: i18n._({ id: 'patient.receipts.what', message: 'What' }),
      cell: ({ isChange, outcome, actions }) => (
        <>
          {isChange
            ? i18n._({ id: 'patient.accesses.changed', message: 'added or changed' })
            : i18n._({ id: 'patient.accesses.looked', message: 'looked at' })}
          {outcome === 'done' ? null : (
            <b> {i18n._({ id: 'patient.accesses.denied', message: 'refused' })}</b>
          )}
          <code class="access-actions" dir="ltr">
            {actions.join(', ')}
          </code>
        </>
      ),
    },
  ]
}
