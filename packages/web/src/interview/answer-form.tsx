import type { JSX } from 'preact'
import { useApp } from '../app/app-context.ts'
import { Choice } from '../components/choice.tsx'
import { Field } from '../components/field.tsx'
import type { Answers } from '../store/record.ts'
import { EndedForm } from './ended-form.tsx'
import { history, medicines, questionOptions, questionText } from './question-words.ts'
import { NONE, OTHER_TREATMENT, type QuestionName, UNKNOWN } from './session-of.ts'

interface AnswerFormProps {
  readonly question: QuestionName
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

/** What one question is answered with. */
export function AnswerForm({ question, answers, onChange }: AnswerFormProps): JSX.Element {
  const { i18n } = useApp()
  const chosen = answers[question] ?? []
  const choose = (values: readonly string[]) => onChange({ ...answers, [question]: values })
  switch (question) {
    case 'ended':
      return <EndedForm ended={chosen} onChange={choose} />
    case 'health':
      return <HealthForm chosen={chosen} onChange={choose} />
    default:
      return (
        <>
          <Choice
            legend={questionText(i18n, question)}
            isLegendUnseen
            name={question}
            options={questionOptions(i18n, question)}
            chosen={chosen}
            onChange={choose}
            isMultiple={question === 'sites' || question === 'adjuncts'}
            alone={[NONE, UNKNOWN]}
          />
          {question === 'device' ? <DeviceMore answers={answers} onChange={onChange} /> : null}
        </>
      )
  }
}

/** After the device: how deep, or a kind word where we have no times for it. */
function DeviceMore({ answers, onChange }: Omit<AnswerFormProps, 'question'>): JSX.Element | null {
  const { i18n } = useApp()
  const [device] = answers['device'] ?? []
  if (device === 'rf' || device === OTHER_TREATMENT) return <UncoveredNote />
  if (device === undefined || device === UNKNOWN) return null
  return (
    <Field
      label={i18n._({ id: 'depth.label', message: 'How deep did the needles go, in mm?' })}
      hint={i18n._({ id: 'depth.hint', message: 'Leave it empty if nobody told you.' })}
      value={answers['depth']?.[0] ?? ''}
      onInput={(depth) => onChange({ ...answers, depth: [depth] })}
      type="number"
      inputMode="decimal"
      min="0.1"
      max="5"
      step="0.1"
    />
  )
}

function UncoveredNote(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="question-note" role="status">
      {i18n._({
        id: 'uncovered.note',
        message:
          'We have no times for this treatment. You did nothing wrong. The care after it is different, and the clinic that did it knows it. You can go on. When to get help is the same, and you will have it at hand.',
      })}
    </p>
  )
}

interface HealthFormProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Health and medicines are two lists of one question: none of these, or not known, holds for both. */
function HealthForm({ chosen, onChange }: HealthFormProps): JSX.Element {
  const { i18n } = useApp()
  const groups = [
    {
      key: 'history',
      legend: i18n._({ id: 'ask.history', message: 'Your health' }),
      options: history(i18n),
    },
    {
      key: 'medicines',
      legend: i18n._({ id: 'ask.medicines', message: 'Medicines you take' }),
      options: medicines(i18n),
    },
  ]
  const rest = questionOptions(i18n, 'health').filter(({ value }) => !value.includes(':'))
  return (
    <>
      <Choice
        legend={i18n._({ id: 'ask.or', message: 'Or' })}
        isLegendUnseen
        name="health"
        options={rest}
        chosen={chosen}
        onChange={(values) => onChange(values.slice(-1))}
        isMultiple
        alone={[NONE, UNKNOWN]}
      />
      {groups.map(({ key, legend, options }) => (
        <Choice
          key={key}
          legend={legend}
          name={key}
          options={options}
          chosen={chosen.filter(isOf(key))}
          onChange={(values) =>
            onChange([...values, ...chosen.filter((one) => one.includes(':') && !isOf(key)(one))])
          }
          isMultiple
        />
      ))}
    </>
  )
}

function isOf(key: string): (value: string) => boolean {
  return (value) => value.startsWith(`${key}:`)
}
