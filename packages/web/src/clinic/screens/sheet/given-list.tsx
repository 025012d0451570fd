import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Row, Rows } from '../../../components/row.tsx'
import { readReceipts } from '../../api/receipts.ts'
import { useQuery } from '../../app/query.ts'
import { Show } from '../../components/loaded.tsx'

const MOST = 4

/** What this patient was given, the newest first, each with the plan that it was. */
export function GivenList({ patientId }: { readonly patientId: string }): JSX.Element {
  const { i18n, format, at } = useApp()
  const receipts = useQuery(['receipts', patientId], () => readReceipts(patientId))
  return (
    <section class="stack-s">
      <h2 class="given-title">{i18n._({ id: 'sheet-page.given', message: 'Given so far' })}</h2>
      <Show loaded={receipts}>
        {(items) =>
          items.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'sheet-page.given.none',
                message: 'Nothing yet. Each sheet, link and message is written down here.',
              })}
            </p>
          ) : (
            <Rows>
              {items.slice(0, MOST).map(({ receiptId, kind, givenAt, planHash }) => (
                <Row
                  key={receiptId}
                  title={kindWord(i18n, kind)}
                  note={<bdi dir="ltr">{planHash.slice(0, SHOWN)}…</bdi>}
                  end={format.dayTime(parseInstant(givenAt) ?? at, at)}
                />
              ))}
            </Rows>
          )
        }
      </Show>
    </section>
  )
}

/** `sha256:` and as much of it as tells two plans apart. */
const SHOWN = 23

function kindWord(i18n: I18n, kind: string): string {
  switch (kind) {
    case 'sheet':
      return i18n._({ id: 'sheet-page.given.sheet', message: 'Sheet' })
    case 'link':
      return i18n._({ id: 'sheet-page.given.link', message: 'Link' })
    case 'message':
      return i18n._({ id: 'sheet-page.given.message', message: 'Message' })
    default:
      return kind
  }
}
