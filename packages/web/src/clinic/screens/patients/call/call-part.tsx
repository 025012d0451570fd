import type { JSX } from 'preact'
import { useCare } from '../../../../app/care-context.ts'
import type { Part, Question, SignAnswer } from '../../../../model/check-in.ts'
import '../../../../screens/check-in/check-in.css'
import { partTitle } from '../../../../screens/check-in/check-in-words.ts'
import { SignQuestion } from '../../../../screens/check-in/sign-question.tsx'
import { answered, type Call, withTemperature } from './call-answers.ts'
import { Temperature } from './call-temperature.tsx'

interface CallPartProps {
  readonly part: Part
  readonly questions: readonly Question[]
  readonly call: Call
  readonly onChange: (call: Call) => void
}

/** What belongs together, under the heading that it has in the patient's app. */
export function CallPart({ part, questions, call, onChange }: CallPartProps): JSX.Element | null {
  const { i18n } = useCare()
  if (questions.length === 0) return null
  return (
    <section class="stack">
      <h3>{partTitle(i18n, part)}</h3>
      {questions.map((question) => {
        const { sign, scale } = question
        const onAnswer = (answer: SignAnswer | null) => onChange(answered(call, sign, answer))
        if (scale === 'temperature')
          return (
            <Temperature
              key={sign}
              taken={call.temperature}
              onTake={(taken) => onChange(withTemperature(call, taken))}
            />
          )
        return <SignQuestion key={sign} {...{ question, onAnswer }} answer={call.answers[sign]} />
      })}
    </section>
  )
}
