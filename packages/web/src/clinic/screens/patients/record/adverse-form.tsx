import {
  formatInstant,
  instantOf,
  isCalendarDate,
  localDate,
  type Procedure,
  SIGNS,
} from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { Choice } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { toldEnd } from '../../../../interview/latest-end.ts'
import { endedProcedures } from '../../../../model/care.ts'
import {
  ADVERSE_SEVERITIES,
  type AdverseEventForm,
  reportAdverseEvent,
} from '../../../api/records.ts'
import { useConsole } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { Select } from '../../../components/select.tsx'
import { FormEnd } from '../change/form-end.tsx'
import { usePatient } from '../page/patient-context.ts'
import { sessionText } from '../session-words.ts'
import { type Telling, useTelling } from '../use-telling.ts'
import { adverseWord, severityWord } from './adverse-words.ts'

const FOUND_LATER = [
  'granuloma',
  'infection',
  'allergic-reaction',
  'scar',
  'burn',
  'device-fault',
  'other',
] as const

type Severity = AdverseEventForm['severity']

interface Typed {
  readonly procedureId: string
  readonly codes: readonly string[]
  readonly severity: Severity
  /** The local date that it began on. */
  readonly date: string
  readonly narrative: string
}

/** Reports it with the session that it followed. */
export function AdverseForm({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const care = useCare()
  const { i18n, at, zone } = care
  const telling = useTelling()
  const report = useReport(telling, onDone)
  const [typed, setTyped] = useState<Typed>(() => ({
    procedureId: endedSessions(care)[0]?.id ?? '',
    codes: [],
    severity: 'moderate',
    date: localDate(at, zone),
    narrative: '',
  }))
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  return (
    <Form onSubmit={() => isWhole(typed) && void report(typed)}>
      <WhichSession {...typed} onChoose={(procedureId) => type({ procedureId })} />
      <div class="stack wide-choice">
        <Codes codes={typed.codes} onChange={(codes) => type({ codes })} />
        <SeverityChoice {...typed} onChoose={(severity) => type({ severity })} />
      </div>
      <Field
        label={i18n._({ id: 'patient.adverse.began', message: 'It began on' })}
        type="date"
        max={localDate(at, zone)}
        value={typed.date}
        onInput={(date) => type({ date })}
      />
      <Field
        label={i18n._({ id: 'patient.adverse.narrative', message: 'What happened' })}
        isLong
        value={typed.narrative}
        onInput={(narrative) => type({ narrative })}
      />
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.adverse.do', message: 'Keep the report' })}
        isReady={isWhole(typed)}
        onDone={onDone}
      />
    </Form>
  )
}

/** Nothing is put in the place of a day that nobody gave. */
function isWhole({ codes, procedureId, date }: Typed): boolean {
  return codes.length > 0 && procedureId !== '' && isCalendarDate(date)
}

function useReport(telling: Telling, onDone: () => void): (typed: Typed) => Promise<void> {
  const { i18n, at, zone } = useCare()
  const { say } = useConsole()
  const { patient, renew } = usePatient()
  return async ({ date, narrative, ...rest }) => {
    const began = Math.min(at, instantOf(date, '12:00', zone))
    const words = narrative.trim()
    const form: AdverseEventForm = {
      ...rest,
      at: formatInstant(began, zone),
      ...(words !== '' && { narrative: words }),
    }
    const done = await telling.tell((key) => reportAdverseEvent(patient.patientId, form, key))
    if (!done) return
    onDone()
    await renew()
    say(i18n._({ id: 'patient.adverse.said', message: 'The report was kept.' }))
  }
}

/** Those that have ended, the latest first, as they were told. */
function endedSessions(care: AppCare): readonly Procedure[] {
  return endedProcedures(care).flatMap(
    ({ id }) => care.session.procedures.find((one) => one.id === id) ?? [],
  )
}

interface WhichSessionProps {
  readonly procedureId: string
  readonly onChoose: (procedureId: string) => void
}

function WhichSession({ procedureId, onChoose }: WhichSessionProps): JSX.Element {
  const care = useCare()
  const { i18n, format, at, session } = care
  return (
    <Select
      label={i18n._({ id: 'patient.adverse.session', message: 'After which session' })}
      value={procedureId}
      options={endedSessions(care).map((one) => ({
        value: one.id,
        label: `${format.shortDayTime(toldEnd(session, one).endedAt, at)} · ${sessionText(care, one)}`,
      }))}
      onChange={onChoose}
    />
  )
}

interface CodesProps {
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** What is only found afterwards first; every sign that triage knows below it. */
function Codes({ codes, onChange }: CodesProps): JSX.Element {
  const care = useCare()
  const { i18n, texts, locale } = care
  const signs = SIGNS.toSorted((a, b) => texts.sign(a).localeCompare(texts.sign(b), locale))
  const optionsOf = (some: readonly string[]) =>
    some.map((code) => ({ value: code, label: adverseWord(care, code) }))
  return (
    <>
      <Choice
        legend={i18n._({ id: 'patient.adverse.what', message: 'What it is' })}
        isCompact
        isMultiple
        name="adverse"
        options={optionsOf(FOUND_LATER)}
        chosen={codes}
        onChange={onChange}
      />
      <details class="more">
        <summary>{i18n._({ id: 'patient.adverse.signs', message: 'Signs of the skin' })}</summary>
        <Choice
          legend={i18n._({ id: 'patient.adverse.signs', message: 'Signs of the skin' })}
          isLegendUnseen
          isCompact
          isMultiple
          name="adverse-signs"
          options={optionsOf(signs)}
          chosen={codes}
          onChange={onChange}
        />
      </details>
    </>
  )
}

interface SeverityChoiceProps {
  readonly severity: Severity
  readonly onChoose: (severity: Severity) => void
}

function SeverityChoice({ severity, onChoose }: SeverityChoiceProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <Choice
      legend={i18n._({ id: 'patient.adverse.severity', message: 'How bad' })}
      isCompact
      name="severity"
      options={ADVERSE_SEVERITIES.map((one) => ({ value: one, label: severityWord(i18n, one) }))}
      chosen={[severity]}
      onChange={([next]) => onChoose(ADVERSE_SEVERITIES.find((one) => one === next) ?? 'moderate')}
    />
  )
}
