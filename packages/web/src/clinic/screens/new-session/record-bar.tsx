import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { problemWords } from '../../words/problem-words.ts'
import type { FormErrors } from './form-errors.ts'
import type { Recorder } from './use-recording.ts'

interface RecordBarProps {
  readonly recorder: Recorder
  readonly errors: FormErrors
  readonly onRecord: () => void
}

/** The one thing to press, and what did not work. */
export function RecordBar({ recorder, errors, onRecord }: RecordBarProps): JSX.Element {
  const { i18n } = useApp()
  const { phase, problem } = recorder
  const said =
    phase === 'unsure'
      ? i18n._({
          id: 'new-session.unsure',
          message:
            'The server did not answer, so it may have the session already. Try again: it is recorded once.',
        })
      : problem !== null && problem.issues.length === 0
        ? problemWords(i18n, problem)
        : errors.form.join(' ')
  return (
    <div class="session-bar">
      <Button kind="main" disabled={phase === 'sending'} onClick={onRecord}>
        {phase === 'unsure'
          ? i18n._({ id: 'new-session.again', message: 'Try again' })
          : i18n._({ id: 'new-session.record', message: 'Record session' })}{' '}
        <kbd dir="ltr">Ctrl ⏎</kbd>
      </Button>
      <p class="field-error" role="alert">
        {said}
      </p>
    </div>
  )
}
