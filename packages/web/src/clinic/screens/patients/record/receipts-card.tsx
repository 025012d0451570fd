import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { type App, useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Card } from '../../../../components/card.tsx'
import { readReceipts, type Receipt } from '../../../api/receipts.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'

/** What they were given and when, each with the plan that it was. */
export function ReceiptsCard(): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { patient, told } = usePatient()
  const { patientId } = patient
  const receipts = useQuery(['patients', patientId, 'receipts'], () => readReceipts(patientId))
  const title = i18n._({ id: 'patient.receipts', message: 'What they were given' })
  return (
    <Card title={title}>
      <Show loaded={receipts}>
        {(all) =>
          all.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'patient.receipts.none',
                message:
                  'Nothing yet. When a sheet or a link is handed out, it is kept here word for word, with the hash of its plan.',
              })}
            </p>
          ) : (
            <div class="receipts">
              <Table
                caption={title}
                columns={columnsOf(app, { patientId, now: told.planHash })}
                rows={all}
                keyOf={({ receiptId }) => receiptId}
              />
            </div>
          )
        }
      </Show>
    </Card>
  )
}

function columnsOf(
  app: App,
  { patientId, now }: { readonly patientId: string; readonly now: string | null },
): readonly Column<Receipt>[] {
  const { i18n } = app
  return [
    {
      key: 'when',
      head: i18n._({ id: 'patient.receipts.when', message: 'When' }),
      isHead: true,
      cell: ({ receiptId, givenAt }) => (
        <a href={hrefTo('patients', patientId, 'receipts', receiptId)}>{timeText(app, givenAt)}</a>
      ),
    },
    {
      key: 'what',
      head: i18n._({ id: 'patient.receipts.what', message: 'What' }),
      cell: ({ kind }) => receiptKind(i18n, kind),
    },
    {
      key: 'plan',
      head: i18n._({ id: 'patient.receipts.plan', message: 'Its plan' }),
      cell: ({ planHash }) => (
        <>
          <code dir="ltr">{shortHash(planHash)}</code>{' '}
          <span class="small">
            {planHash === now
              ? i18n._({ id: 'patient.receipts.same', message: 'as it is now' })
              : i18n._({ id: 'patient.receipts.other', message: 'changed since' })}
          </span>
        </>
      ),
    },
    {
      key: 'protocol',
      head: i18n._({ id: 'patient.receipts.protocol', message: 'Protocol' }),
      cell: ({ protocols }) => (
        <bdi dir="ltr">{protocols.map(({ code, version }) => `${code} ${version}`).join(', ')}</bdi>
      ),
    },
  ]
}

const SHORT = 19

/** The start of a hash: enough to tell two apart by eye. */
function shortHash(hash: string): string {
  return hash.slice(0, SHORT)
}

export function receiptKind(i18n: I18n, kind: string): string {
  switch (kind) {
    case 'sheet':
      return i18n._({ id: 'patient.receipt.sheet', message: 'Sheet' })
    case 'link':
      return i18n._({ id: 'patient.receipt.link', message: 'Link' })
    case 'message':
      return i18n._({ id: 'patient.receipt.message', message: 'Message' })
    default:
      return kind
  }
}
