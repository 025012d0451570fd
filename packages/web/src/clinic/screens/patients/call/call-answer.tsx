import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { Button } from '../../../../components/button.tsx'
import { reasonText } from '../../../../words/outcome-words.ts'
import type { CheckInReply } from '../../../api/check-ins.ts'
import { LevelPill } from '../../inbox/level-pill.tsx'

interface CallAnswerProps {
  readonly answer: CheckInReply
  readonly onDone: () => void
}

/** What triage says, in the words that the patient's app would have shown them. */
export function CallAnswer({ answer, onDone }: CallAnswerProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const { disposition, reasons, safetyNet } = answer
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const why = [...new Set(reasons.map((reason) => reasonText(care, reason)))]
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {i18n._({ id: 'patient.call.say', message: 'Tell them now' })}
      </h3>
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
        <ul class="net-list">
          {safetyNet.map((id) => (
            <li key={id}>{texts.text(`safety-net.${id}`)}</li>
          ))}
        </ul>
      </div>
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
