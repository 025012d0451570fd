import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { registerPasskey } from '../../api/passkey.ts'
import { Form } from '../../components/form.tsx'
import { useAsking } from '../../components/use-asking.ts'

/** Has the browser make a passkey, under a name to know it by. */
export function PasskeySetUp({ onDone }: { readonly onDone: () => unknown }): JSX.Element {
  const { i18n } = useApp()
  const first = i18n._({ id: 'passkey.name.first', message: 'This device' })
  const [name, setName] = useState(first)
  const { ask, error, isBusy } = useAsking()
  return (
    <Form onSubmit={() => ask(() => registerPasskey(name.trim() || first), onDone)} error={error}>
      <p>
        {i18n._({
          id: 'passkey.text',
          message:
            'Your browser asks you to agree. Set up a second passkey on another device later, so that a lost one does not lock you out.',
        })}
      </p>
      <Field
        label={i18n._({ id: 'passkey.name', message: 'A name to know it by' })}
        autocomplete="off"
        maxLength={60}
        value={name}
        onInput={setName}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'passkey.go', message: 'Make the passkey' })}
      </Button>
    </Form>
  )
}
