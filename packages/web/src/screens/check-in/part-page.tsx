import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import type { Answers, Question, SignAnswer } from '../../model/check-in.ts'
import { goOnWord } from './check-in-words.ts'
import { PartFrame, type PartPageProps } from './part-frame.tsx'
import { SignQuestion } from './sign-question.tsx'
import { TemperaturePage } from './temperature-page.tsx'

/** One part of the check-in: its questions, and a way to say no to all that are left at once. */
export function PartPage(props: PartPageProps): JSX.Element {
  const { part, place, questions, answers, onAnswer, onGoOn } = props
  const { i18n } = useCare()
  if (part === 'temperature') return <TemperaturePage {...props} />
  const hasSign = questions.some(({ sign }) => isPresent(answers[sign]))
  const isAllAnswered = questions.every(({ sign }) => answers[sign])
  return (
    <PartFrame part={part} place={place}>
      <div class="signs">
        {questions.map((question) => (
          <SignQuestion
            key={question.sign}
            question={question}
            answer={answers[question.sign]}
            onAnswer={(answer) => onAnswer(question.sign, answer)}
            // What cannot wait need not go by the questions that are left.
            {...(part === 'emergency' && { onAlarm: () => onGoOn(answers) })}
          />
        ))}
      </div>
      {part === 'rest' ? <Notes {...props} /> : null}
      <div class="check-in-ways">
        <Button kind="main" onClick={() => onGoOn(withNo(questions, answers))}>
          {goOnWord(i18n, { hasSign, isAllAnswered, isLast: place.number === place.of })}
        </Button>
        {isAllAnswered ? null : (
          <Button kind="quiet" onClick={() => onGoOn(answers)}>
            {i18n._({ id: 'check-in.skip', message: 'Leave the rest open' })}
          </Button>
        )}
      </div>
    </PartFrame>
  )
}

function Notes({ notes, onNotes }: PartPageProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <details class="check-in-notes" open={notes !== ''}>
      <summary>
        {i18n._({ id: 'check-in.notes.add', message: 'Add something in your own words' })}
      </summary>
      <Field
        label={i18n._({ id: 'check-in.notes', message: 'What else do you notice?' })}
        hint={i18n._({
          id: 'check-in.notes.hint',
          message:
            'Nobody reads this here, and we cannot judge it. If you write something, the advice will be to show it to your clinic.',
        })}
        value={notes}
        onInput={onNotes}
        isLong
      />
    </details>
  )
}

function isPresent(answer: SignAnswer | undefined): boolean {
  return answer !== undefined && answer.severity !== 'none'
}

/** Pressed by the person: no to every question of this page that has no answer. */
function withNo(questions: readonly Question[], answers: Answers): Answers {
  const open = questions.filter(({ sign }) => !answers[sign])
  return {
    ...answers,
    ...Object.fromEntries(open.map(({ sign }) => [sign, { severity: 'none' as const }])),
  }
}
