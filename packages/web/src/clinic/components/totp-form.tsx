import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { verifyTotp } from '../api/auth.ts'
import { Form } from './form.tsx'
import { useAsking } from './use-asking.ts'

interface TotpFormProps {
  /** What the field asks for, and what pressing the button does. */
  readonly label: string
  readonly word: string
  readonly onDone: () => unknown
  /** Above the field. */
  readonly children?: JSX.Element
}

/** Six digits of an authenticator app, checked by the server. */
export function TotpForm({ label, word, onDone, children }: TotpFormProps): JSX.Element {
  const [code, setCode] = useState('')
  const { ask, error, isBusy } = useAsking()
  return (
    <Form onSubmit={() => ask(() => verifyTotp(code.replace(/\s/g, '')), onDone)}>
      {children}
      <Field
        label={label}
        inputMode="numeric"
        autocomplete="one-time-code"
        dir="ltr"
        maxLength={10}
        value={code}
        onInput={setCode}
        {...(error !== null && { error })}
      />
      <Button kind="main" type="submit" disabled={isBusy}>
        {word}
      </Button>
    </Form>
  )
}
