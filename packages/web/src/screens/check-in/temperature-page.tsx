import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Field } from '../../components/field.tsx'
import { celsiusOf, type SignAnswer } from '../../model/check-in.ts'
import { typedNumber } from '../../words/typed-number.ts'
import { feverOptions, type FeverTold } from './check-in-words.ts'
import { PartFrame, type PartPageProps } from './part-frame.tsx'
import { Segments } from './segments.tsx'

/** The temperature: measured in degrees of either kind, felt, or neither. */
export function TemperaturePage(props: PartPageProps): JSX.Element {
  const { part, place, questions, answers, onGoOn } = props
  const { i18n } = useCare()
  const [sign = 'fever'] = questions.map((question) => question.sign)
  const [told, setTold] = useState<FeverTold | undefined>(() => toldIn(answers[sign]))
  const [degrees, setDegrees] = useState(() => degreesIn(answers[sign]))
  const [unit, setUnit] = useState<Unit>('celsius')
  const [isWrong, setWrong] = useState(false)
  const goOn = () => {
    const { [sign]: _, ...others } = answers
    const answer = answerTo(told, { degrees, unit })
    if (told === 'measured' && !answer) return setWrong(true)
    onGoOn(answer ? { ...others, [sign]: answer } : others)
  }
  return (
    <PartFrame part={part} place={place}>
      <Choice
        legend={i18n._({ id: 'check-in.fever', message: 'Your temperature' })}
        isLegendUnseen
        name="fever"
        options={feverOptions(i18n)}
        chosen={told ? [told] : []}
        // The options' values are the union's.
        onChange={([value]) => setTold(value as FeverTold)}
      />
      {told === 'measured' ? (
        <Measured {...{ degrees, setDegrees, unit, setUnit, isWrong }} />
      ) : null}
      <div class="check-in-ways">
        <Button kind="main" onClick={goOn}>
          {told
            ? i18n._({ id: 'check-in.on', message: 'Go on' })
            : i18n._({ id: 'check-in.leave', message: 'Leave this open' })}
        </Button>
      </div>
    </PartFrame>
  )
}

type Unit = 'celsius' | 'fahrenheit'

interface Reading {
  readonly degrees: string
  readonly unit: Unit
}

interface MeasuredProps extends Reading {
  readonly setDegrees: (degrees: string) => void
  readonly setUnit: (unit: Unit) => void
  readonly isWrong: boolean
}

function Measured(props: MeasuredProps): JSX.Element {
  const { degrees, setDegrees, unit, setUnit, isWrong } = props
  const { i18n } = useCare()
  const error = i18n._({
    id: 'check-in.degrees.wrong',
    message: 'Please check the number. A body temperature lies from 30 to 45 °C, or 86 to 113 °F.',
  })
  return (
    <div class="measured">
      <Field
        label={i18n._({ id: 'check-in.degrees', message: 'What did it show?' })}
        value={degrees}
        onInput={setDegrees}
        inputMode="decimal"
        autocomplete="off"
        {...(isWrong && !answerTo('measured', { degrees, unit }) && { error })}
      />
      <fieldset class="trend">
        <legend class="unseen">{i18n._({ id: 'check-in.unit', message: 'In degrees' })}</legend>
        <Segments
          name="unit"
          options={[
            { value: 'celsius', label: '°C' },
            { value: 'fahrenheit', label: '°F' },
          ]}
          chosen={unit}
          onChange={setUnit}
        />
      </fieldset>
    </div>
  )
}

/** Null where nothing was told, or no body can be that warm. */
function answerTo(told: FeverTold | undefined, { degrees, unit }: Reading): SignAnswer | null {
  if (told === 'no') return { severity: 'none' }
  // Felt and not measured: read as a fever, so that it is looked at today.
  if (told === 'felt') return { severity: 'mild' }
  const number = typedNumber(degrees)
  const celsius = unit === 'fahrenheit' ? celsiusOf(number) : number
  const isBody = degrees.trim() !== '' && celsius >= 30 && celsius <= 45
  return told === 'measured' && isBody ? { severity: celsius } : null
}

function toldIn(answer: SignAnswer | undefined): FeverTold | undefined {
  if (!answer) return undefined
  if (typeof answer.severity === 'number') return 'measured'
  return answer.severity === 'none' ? 'no' : 'felt'
}

function degreesIn(answer: SignAnswer | undefined): string {
  return typeof answer?.severity === 'number' ? String(answer.severity) : ''
}
