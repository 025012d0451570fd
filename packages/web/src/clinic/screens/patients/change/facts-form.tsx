import {
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  MEDICINES,
  type PatientFacts,
  type Session,
} from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Choice, type ChoiceOption } from '../../../../components/choice.tsx'
import { readPatientEvents, tellFacts } from '../../../api/events.ts'
import { Form } from '../../../components/form.tsx'
import { Select } from '../../../components/select.tsx'
import { usePatient } from '../page/patient-context.ts'
import { historyWord, medicineWord } from '../session-words.ts'
import { type Telling, useTelling } from '../use-telling.ts'
import type { FormProps } from './change-sheet.tsx'
import { effectOfSession } from './effect.ts'
import { EffectList } from './effect-list.tsx'
import { FormEnd } from './form-end.tsx'
import { useTold } from './use-saying.ts'

const UNKNOWN = 'unknown'
const NONE = 'none'

/** What is known of the person: what is left as not known is read as the stricter. */
export function FactsForm({ onDone }: Pick<FormProps, 'onDone'>): JSX.Element {
  const { i18n } = useApp()
  const { told } = usePatient()
  const telling = useTelling()
  const before = told.facts
  const [skinType, setSkinType] = useState<string>(before.fitzpatrickSkinType ?? UNKNOWN)
  const [medicines, setMedicines] = useState(chosenOf(before.medicines))
  const [history, setHistory] = useState(chosenOf(before.history))
  const facts = factsOf({ skinType, medicines, history })
  const submit = useFactsTold(telling, onDone)
  return (
    <Form onSubmit={() => void submit(facts)}>
      <SkinType skinType={skinType} onChange={setSkinType} />
      <Several
        legend={i18n._({ id: 'patient.facts.medicines', message: 'Medicines' })}
        name="medicines"
        codes={MEDICINES}
        word={medicineWord}
        chosen={medicines}
        onChange={setMedicines}
      />
      <Several
        legend={i18n._({ id: 'patient.facts.history', message: 'History' })}
        name="history"
        codes={HISTORY}
        word={historyWord}
        chosen={history}
        onChange={setHistory}
      />
      <Outlook facts={facts} />
      <FormEnd
        telling={telling}
        fields={[]}
        word={i18n._({ id: 'patient.facts.do', message: 'Save' })}
        isReady
        onDone={onDone}
      />
    </Form>
  )
}

/** Tells them; what says so in the record is found, so that it can be taken back. */
function useFactsTold(
  telling: Telling,
  onDone: () => void,
): (facts: PatientFacts) => Promise<void> {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const told = useTold()
  return async (facts) => {
    const done = await telling.tell(() => tellFacts(patientId, facts))
    if (!done) return
    onDone()
    const events = await readPatientEvents(patientId)
    const eventId = events.findLast(({ type }) => type === 'patient-facts')?.eventId ?? null
    const text = i18n._({ id: 'patient.facts.said', message: 'What is known was changed.' })
    await told({ text, eventId })
  }
}

interface SkinTypeProps {
  readonly skinType: string
  readonly onChange: (skinType: string) => void
}

function SkinType({ skinType, onChange }: SkinTypeProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Select
      label={i18n._({ id: 'patient.facts.fitzpatrick', message: 'Fitzpatrick skin type' })}
      value={skinType}
      options={[
        {
          value: UNKNOWN,
          label: i18n._({ id: 'patient.facts.unknown', message: 'Not known' }),
        },
        ...FITZPATRICK_SKIN_TYPES.map((one) => ({ value: one, label: one })),
      ]}
      onChange={onChange}
    />
  )
}

/** What is not told is unknown, an empty list is none. */
function chosenOf(words: readonly string[] | undefined): readonly string[] {
  if (words === undefined) return [UNKNOWN]
  return words.length === 0 ? [NONE] : words
}

interface TypedFacts {
  readonly skinType: string
  readonly medicines: readonly string[]
  readonly history: readonly string[]
}

function factsOf({ skinType, medicines, history }: TypedFacts): PatientFacts {
  const type = FITZPATRICK_SKIN_TYPES.find((one) => one === skinType)
  return {
    ...(type && { fitzpatrickSkinType: type }),
    ...(isTold(medicines) && { medicines: withoutNone(medicines) }),
    ...(isTold(history) && { history: withoutNone(history) }),
  }
}

/** Nothing chosen is nothing said. */
function isTold(chosen: readonly string[]): boolean {
  return chosen.length > 0 && !chosen.includes(UNKNOWN)
}

function withoutNone(chosen: readonly string[]): string[] {
  return chosen.filter((one) => one !== NONE)
}

interface SeveralProps {
  readonly legend: string
  readonly name: string
  readonly codes: readonly string[]
  readonly word: (i18n: I18n, code: string) => string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** A word in no list that was told before stays, to be ticked off. */
function Several({ codes, word, ...rest }: SeveralProps): JSX.Element {
  const { i18n } = useApp()
  const [all] = useState(() => [
    ...codes,
    ...rest.chosen.filter((one) => ![...codes, UNKNOWN, NONE].includes(one)),
  ])
  const options: readonly ChoiceOption[] = [
    ...all.map((code) => ({ value: code, label: word(i18n, code) })),
    { value: NONE, label: i18n._({ id: 'patient.facts.none-of', message: 'None of these' }) },
    { value: UNKNOWN, label: i18n._({ id: 'patient.facts.unknown', message: 'Not known' }) },
  ]
  return <Choice {...rest} options={options} isMultiple alone={[NONE, UNKNOWN]} />
}

/** Before the first session there is no plan that they could change. */
function Outlook({ facts }: { readonly facts: PatientFacts }): JSX.Element | null {
  const { planner, plan, at, zone } = useApp()
  const { session } = usePatient().told
  const key = JSON.stringify(facts)
  const effect = useMemo(() => {
    if (session === null || plan === null) return null
    const after: Session = { ...session, patient: facts }
    return effectOfSession({ planner, plan, session, at, zone }, after)
  }, [plan, at, key])
  return effect === null ? null : <EffectList changes={effect.changes} />
}
