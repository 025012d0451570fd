import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { Button } from '../../components/button.tsx'
import type { Question, SignAnswer } from '../../model/check-in.ts'
import { severityWords, trendWords } from './check-in-words.ts'
import { Segments } from './segments.tsx'

interface SignQuestionProps {
  readonly question: Question
  readonly answer: SignAnswer | undefined
  readonly onAnswer: (answer: SignAnswer) => void
  /** Where its being there is an alarm by itself: goes to who to call. */
  readonly onAlarm?: () => void
}

/** One sign: its name, how to know it on any skin, and how strong it is or whether it is there. */
export function SignQuestion(props: SignQuestionProps): JSX.Element {
  const { question, answer, onAnswer, onAlarm } = props
  const { i18n, texts } = useCare()
  const looks = useId()
  const { sign, scale } = question
  const isThere = answer !== undefined && answer.severity !== 'none'
  const isTracked = scale === 'strength' && isThere
  return (
    <fieldset class={`sign sign-${scale}`} aria-describedby={looks}>
      <legend lang={texts.lang}>{texts.sign(sign)}</legend>
      <p class="sign-looks" id={looks} lang={texts.lang}>
        {texts.signLooks(sign)}
      </p>
      <Segments
        name={`sign-${sign}`}
        options={severityWords(i18n, scale)}
        chosen={answer?.severity}
        onChange={(severity) => onAnswer({ ...answer, severity })}
      />
      {isThere && onAlarm ? (
        <div class="sign-alarm">
          <Button kind="main" onClick={onAlarm}>
            {i18n._({ id: 'check-in.who', message: 'Show me who to call' })}
          </Button>
        </div>
      ) : null}
      {isTracked ? (
        <Trend
          sign={sign}
          trend={answer.trend}
          onChange={(trend) => onAnswer({ ...answer, trend })}
        />
      ) : null}
    </fieldset>
  )
}

interface TrendProps {
  readonly sign: string
  readonly trend: SignAnswer['trend']
  readonly onChange: (trend: NonNullable<SignAnswer['trend']>) => void
}

/** Asked only of what is there: whether it fades says more than how strong it is. */
function Trend({ sign, trend, onChange }: TrendProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <fieldset class="trend">
      <legend>{i18n._({ id: 'check-in.trend', message: 'Compared with yesterday' })}</legend>
      <Segments
        name={`trend-${sign}`}
        options={trendWords(i18n)}
        chosen={trend}
        onChange={onChange}
      />
    </fieldset>
  )
}
