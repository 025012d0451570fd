import { parseInstant } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type App, useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { type DuplicatePair, type Merged, mergePatients } from '../../../api/patient-lists.ts'
import type { Patient } from '../../../api/patients.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { FormProblem } from '../form-problem.tsx'
import { useTelling } from '../use-telling.ts'
import { languageName } from './patient-table.tsx'

/** Two records side by side, what they share, and which of them would stay. */
export function PairCard({ pair }: { readonly pair: DuplicatePair }): JSX.Element {
  const { i18n, format } = useApp()
  const { may } = useStaff()
  const [into, setInto] = useState<Patient | null>(null)
  const [one, other] = pair.patients
  const shared = format.list(pair.by.map((likeness) => likenessWord(i18n, likeness)))
  return (
    <section class="card pair" aria-label={`${one.name}, ${other.name}`}>
      <p class="quiet">
        {i18n._({ id: 'patients.pair.by', message: 'The same: {shared}', values: { shared } })}
      </p>
      <div class="pair-sides">
        {pair.patients.map((patient) => (
          <Side
            key={patient.patientId}
            patient={patient}
            onKeep={may('clinician') ? setInto : null}
          />
        ))}
      </div>
      {may('clinician') ? null : (
        <p class="quiet">
          {i18n._({
            id: 'patients.pair.clinician',
            message: 'A clinician merges two records: two plans become one.',
          })}
        </p>
      )}
      <MergeSheet pair={pair} into={into} onClose={() => setInto(null)} />
    </section>
  )
}

interface SideProps {
  readonly patient: Patient
  readonly onKeep: ((patient: Patient) => void) | null
}

function Side({ patient, onKeep }: SideProps): JSX.Element {
  const app = useApp()
  return (
    <div class="pair-side">
      <h2 class="pair-name">
        <a href={hrefTo('patients', patient.patientId)}>
          <bdi>{patient.name}</bdi>
        </a>
      </h2>
      <dl class="facts">
        {factsOf(app, patient).map(([word, said]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <bdi>{said}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {onKeep ? (
        <div>
          <Button onClick={() => onKeep(patient)}>
            {app.i18n._({ id: 'patients.pair.keep', message: 'Keep this one' })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function factsOf(
  { i18n, format, at }: App,
  patient: Patient,
): readonly (readonly [string, string])[] {
  const none = '–'
  const added = parseInstant(patient.createdAt)
  return [
    [i18n._({ id: 'patients.phone', message: 'Phone' }), patient.phone ?? none],
    [i18n._({ id: 'patients.email', message: 'E-mail' }), patient.email ?? none],
    [i18n._({ id: 'patients.reference', message: 'Your number' }), patient.reference ?? none],
    [i18n._({ id: 'patients.language', message: 'Language' }), languageName(patient.locale)],
    [
      i18n._({ id: 'patients.added', message: 'Added' }),
      added === undefined ? none : format.shortDayTime(added, at),
    ],
  ]
}

interface MergeSheetProps {
  readonly pair: DuplicatePair
  /** Which of the two stays; null while nobody has said. */
  readonly into: Patient | null
  readonly onClose: () => void
}

function MergeSheet({ pair, into, onClose }: MergeSheetProps): JSX.Element {
  const { i18n } = useApp()
  const from = pair.patients.find((one) => one !== into)
  return (
    <Sheet
      title={i18n._({ id: 'patients.merge.title', message: 'Are both the same person?' })}
      isOpen={into !== null}
      onClose={onClose}
    >
      {into && from ? <MergeForm from={from} into={into} onClose={onClose} /> : null}
    </Sheet>
  )
}

interface MergeFormProps {
  readonly from: Patient
  readonly into: Patient
  readonly onClose: () => void
}

function MergeForm({ from, into, onClose }: MergeFormProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { say } = useConsole()
  const telling = useTelling()
  const merge = async () => {
    const merged = await telling.tell((key) => mergePatients(from, into, key))
    if (!merged) return
    onClose()
    await readAgain('patients')
    goTo(hrefTo('patients', into.patientId))
    say(mergedText(app, merged.value))
  }
  return (
    <>
      <p>
        {i18n._({
          id: 'patients.merge.text',
          message:
            'Every event of {from} goes over to {into}, and the stricter facts stand. The two cannot be taken apart again.',
          values: { from: from.name, into: into.name },
        })}
      </p>
      <p>
        {i18n._({
          id: 'patients.merge.opened',
          message:
            'What was opened in one of them alone stays shut until a clinician opens it again.',
        })}
      </p>
      <FormProblem telling={telling} fields={[]} />
      <div class="cluster">
        <Button kind="main" onClick={() => void merge()} disabled={telling.isBusy}>
          {i18n._({ id: 'patients.merge.do', message: 'Yes, merge them' })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {i18n._({ id: 'patients.merge.no', message: 'Keep both' })}
        </Button>
      </div>
    </>
  )
}

/** What came over, and what a clinician has to say again because it stood in one of the two alone. */
function mergedText({ i18n, texts, format }: App, { events, toConfirm }: Merged): string {
  const values = {
    events,
    subjects: format.list(
      toConfirm.flatMap(({ subject }) => (subject === undefined ? [] : texts.subject(subject))),
    ),
  }
  return toConfirm.length === 0
    ? i18n._({
        id: 'patients.merge.done',
        message: 'Merged, with {events, plural, one {# event} other {# events}}.',
        values,
      })
    : i18n._({
        id: 'patients.merge.confirm',
        message:
          'Merged, with {events, plural, one {# event} other {# events}}. To be cleared again by a clinician: {subjects}.',
        values,
      })
}

function likenessWord(i18n: I18n, likeness: string): string {
  switch (likeness) {
    case 'reference':
      return i18n._({ id: 'patients.same.reference', message: 'your number' })
    case 'email':
      return i18n._({ id: 'patients.same.email', message: 'e-mail' })
    case 'phone':
      return i18n._({ id: 'patients.same.phone', message: 'phone' })
    default:
      return i18n._({ id: 'patients.same.name', message: 'name' })
  }
}
