import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Icon } from '../../../../components/icon.tsx'
import { OneMoment } from '../../../../components/one-moment.tsx'
import { Page } from '../../../../components/page.tsx'
import { SheetPaper } from '../../../../screens/print/sheet-paper.tsx'
import { directionOf } from '../../../../words/locale.ts'
import { actorWord } from '../actor-words.ts'
import { readWholeReceipt, type WholeReceipt } from '../../../api/records.ts'
import { useLibrary } from '../../../app/library.ts'
import { PatientView } from '../../../app/patient-view.tsx'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { usePatientWords } from '../page/patient-words.ts'
import { receiptKind } from './receipts-card.tsx'
import { sheetFromWire } from './sheet-from-wire.ts'
import './record.css'
import '../plan/plan.css'

interface ReceiptScreenProps {
  readonly receiptId: string
}

/** One receipt: the hash, the versions, whether the same plan still comes out, and the very sheet. */
export function ReceiptScreen({ receiptId }: ReceiptScreenProps): JSX.Element {
  const { i18n } = useApp()
  const { patient } = usePatient()
  const { patientId, name } = patient
  const receipt = useQuery(['patients', patientId, 'receipt', receiptId], () =>
    readWholeReceipt(patientId, receiptId),
  )
  return (
    <Page
      title={i18n._({ id: 'patient.receipt', message: 'Given to {name}', values: { name } })}
      back={{
        href: hrefTo('patients', patientId, 'record'),
        label: i18n._({ id: 'patient.record', message: 'Record' }),
      }}
    >
      <Show loaded={receipt}>{(value) => <Receipt receipt={value} />}</Show>
    </Page>
  )
}

function Receipt({ receipt }: { readonly receipt: WholeReceipt }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  return (
    <>
      <Proof matches={receipt.matches} />
      <dl class="facts receipt-facts">
        <div>
          <dt>{i18n._({ id: 'patient.receipts.when', message: 'When' })}</dt>
          <dd>{timeText(app, receipt.givenAt)}</dd>
        </div>
        <div>
          <dt>{i18n._({ id: 'patient.receipts.what', message: 'What' })}</dt>
          <dd>
            {receiptKind(i18n, receipt.kind)}, {actorWord(i18n, { kind: receipt.by, id: null })}
          </dd>
        </div>
        <div>
          <dt>{i18n._({ id: 'patient.receipt.hash', message: 'Hash of the plan' })}</dt>
          <dd>
            <code dir="ltr">{receipt.planHash}</code>
          </dd>
        </div>
        {receipt.protocols.map(({ code, version, hash }) => (
          <div key={hash}>
            <dt dir="ltr">
              {code} {version}
            </dt>
            <dd>
              <code dir="ltr">{hash}</code>
            </dd>
          </div>
        ))}
      </dl>
      <div class="cluster">
        <Button onClick={() => print()}>{i18n._({ id: 'patient.print', message: 'Print' })}</Button>
      </div>
      <GivenSheet receipt={receipt} />
    </>
  )
}

/** Worked out anew from the same events and versions: the same plan, or not. */
function Proof({ matches }: Pick<WholeReceipt, 'matches'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class={matches ? 'proof proof-same' : 'proof proof-other'} role="status">
      <Icon name={matches ? 'check' : 'close'} size={20} />
      {matches
        ? i18n._({
            id: 'patient.receipt.same',
            message: 'The same events and versions still make the very same plan.',
          })
        : i18n._({
            id: 'patient.receipt.other',
            message:
              'The same events and versions no longer make this plan. What was given stands below as it was.',
          })}
    </p>
  )
}

/** The sheet as it was given, in the patient's language. */
function GivenSheet({ receipt }: { readonly receipt: WholeReceipt }): JSX.Element | null {
  const { told } = usePatient()
  const words = usePatientWords()
  const library = useLibrary(told.protocols)
  const sheet = useMemo(() => sheetFromWire(receipt.sheet), [receipt.sheet])
  if (told.session === null || library.state !== 'there') return null
  if (words === undefined || words === 'broken') return <OneMoment />
  const { locale } = words.value
  return (
    <div class={`as-patient-${locale}`} lang={locale} dir={directionOf(locale)}>
      <PatientView session={told.session} library={library.value} words={words.value}>
        {/* To read back and not to hand out: the app by itself may make another plan of its square. */}
        <SheetPaper sheet={sheet} square={false} />
      </PatientView>
    </div>
  )
}
