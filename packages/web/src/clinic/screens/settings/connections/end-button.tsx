import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import type { Reply } from '../../../api/request.ts'
import { useConsole } from '../../../app/console-context.ts'
import { Form } from '../../../components/form.tsx'
import { useAsking } from '../../../components/use-asking.ts'

interface EndButtonProps {
  readonly label: string
  /** Of what is ended. */
  readonly name: string
  /** What follows from it; it cannot be taken back. */
  readonly text: string
  readonly end: () => Promise<Reply<unknown>>
  readonly then: () => unknown
}

/** Ends something for good, after saying what follows. */
export function EndButton({ label, name, text, end, then }: EndButtonProps): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const [isOpen, setOpen] = useState(false)
  const { ask, error, isBusy } = useAsking()
  const ended = async () => {
    setOpen(false)
    await then()
    say(i18n._({ id: 'settings.ended', message: '{name} is ended', values: { name } }))
  }
  return (
    <div class="form-buttons">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {label}
        <span class="unseen">{name}</span>
      </Button>
      <Sheet title={label} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form onSubmit={() => ask(end, ended)} error={error}>
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>
          </p>
          <p>{text}</p>
          <Button kind="main" type="submit" disabled={isBusy}>
            {label}
          </Button>
        </Form>
      </Sheet>
    </div>
  )
}
