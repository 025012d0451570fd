import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { isConclusive } from '../../../../model/check-in.ts'
import { reasonText } from '../../../../words/outcome-words.ts'
import { LevelPill } from '../../inbox/level-pill.tsx'
import type { CallReply } from './call-answers.ts'
import { notAskedWords } from './call-words.ts'

interface CallAnswerProps {
  readonly answer: CallReply
  /** Goes back to the questions, with what was answered. */
  readonly onAskRest: () => void
  readonly onDone: () => void
}

/** What triage says, in the words that the patient's app would have shown them; nothing calming before the alarms are asked. */
export function CallAnswer(props: CallAnswerProps): JSX.Element {
  const { disposition, unanswered } = props.answer
  return isConclusive(disposition, unanswered) ? <ToTell {...props} /> : <ToAsk {...props} />
}

function ToAsk({ answer, onAskRest }: CallAnswerProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  return (
    <>
      <Heading>
        {i18n._({ id: 'patient.call.ask-first', message: 'Ask more before you answer them' })}
      </Heading>
      <p class="notice">{notAskedWords(care, answer.unanswered)}</p>
      <SafetyNet ids={answer.safetyNet} />
      <p class="quiet">
        {i18n._({
          id: 'patient.call.kept-part',
          message: 'What they have told is in their record. Record the rest in the same way.',
        })}
      </p>
      <Button kind="main" onClick={onAskRest}>
        {i18n._({ id: 'patient.call.ask-rest', message: 'Ask these now' })}
      </Button>
    </>
  )
}

function ToTell({ answer, onDone }: CallAnswerProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const { disposition, reasons, safetyNet } = answer
  const why = [...new Set(reasons.map((reason) => reasonText(care, reason)))]
  return (
    <>
      <Heading>{i18n._({ id: 'patient.call.say', message: 'Tell them now' })}</Heading>
      <p>
        <LevelPill disposition={disposition} />
      </p>
      <div class="stack-s" lang={texts.lang}>
        <p>{texts.text(`disposition.${disposition}`)}</p>
        <ul class="why-list">
          {why.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
      <SafetyNet ids={safetyNet} />
      <p class="quiet">
        {i18n._({
          id: 'patient.call.kept',
          message: 'It is in their record, and in the inbox where somebody has to see to it.',
        })}
      </p>
      <Button kind="main" onClick={onDone}>
        {i18n._({ id: 'patient.call.done', message: 'I have told them' })}
      </Button>
    </>
  )
}

function Heading({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  )
}

function SafetyNet({ ids }: { readonly ids: readonly string[] }): JSX.Element {
  const { texts } = useCare()
  return (
    <ul class="net-list" lang={texts.lang}>
      {ids.map((id) => (
        <li key={id}>{texts.text(`safety-net.${id}`)}</li>
      ))}
    </ul>
  )
}
