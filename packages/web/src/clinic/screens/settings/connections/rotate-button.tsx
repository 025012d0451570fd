import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import type { Rotated } from '../../../api/connections.ts'
import type { Reply } from '../../../api/request.ts'
import { Form } from '../../../components/form.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { OnceSecret } from './once-secret.tsx'

interface RotateButtonProps {
  readonly name: string
  readonly rotate: () => Promise<Reply<Rotated>>
}

/** A new secret in the place of the one that there is. */
export function RotateButton({ name, rotate }: RotateButtonProps): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const title = i18n._({ id: 'webhooks.rotate', message: 'New secret' })
  const close = () => setOpen(false)
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {title}
        <span class="unseen">{name}</span>
      </Button>
      <Sheet title={title} isOpen={isOpen} onClose={close}>
        <Rotate name={name} rotate={rotate} onDone={close} />
      </Sheet>
    </>
  )
}

function Rotate({
  name,
  rotate,
  onDone,
}: RotateButtonProps & { readonly onDone: () => void }): JSX.Element {
  const { i18n, format, at } = useApp()
  const [made, setMade] = useState<Rotated | null>(null)
  const { ask, error, isBusy } = useAsking()
  const until = parseInstant(made?.olderUntil ?? '')
  if (made === null)
    return (
      <Form onSubmit={() => ask(rotate, setMade)} error={error}>
        <p>
          {i18n._({
            id: 'webhooks.rotate.text',
            message:
              'The secret that there is stays good beside the new one for 24 hours: put the new one in before then.',
          })}
        </p>
        <Button kind="main" type="submit" disabled={isBusy}>
          {i18n._({ id: 'webhooks.rotate.go', message: 'Make a new secret' })}
        </Button>
      </Form>
    )
  return (
    <>
      {until === undefined ? null : (
        <p>
          {i18n._({
            id: 'webhooks.rotate.until',
            message: 'The one before is good until {until}.',
            values: { until: format.dayTime(until, at) },
          })}
        </p>
      )}
      <OnceSecret secrets={[{ label: name, value: made.secret }]} onKept={onDone} />
    </>
  )
}
