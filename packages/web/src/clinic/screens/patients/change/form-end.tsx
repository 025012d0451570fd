import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { FormProblem } from '../form-problem.tsx'
import type { Telling } from '../use-telling.ts'

interface FormEndProps {
  readonly telling: Telling
  /** Those that say by themselves what is wrong with them. */
  readonly fields: readonly string[]
  /** What pressing the button says. */
  readonly word: string
  readonly isReady: boolean
  readonly onDone: () => void
}

/** What is wrong with a form, the button that sends it, and the way out. */
export function FormEnd({ telling, fields, word, isReady, onDone }: FormEndProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <FormProblem telling={telling} fields={fields} />
      <div class="cluster">
        <Button kind="main" type="submit" disabled={!isReady || telling.isBusy}>
          {word}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {i18n._({ id: 'patient.cancel', message: 'Cancel' })}
        </Button>
      </div>
    </>
  )
}
