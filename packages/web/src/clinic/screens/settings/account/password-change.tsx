import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { changePassword, chooseClinic } from '../../../api/auth.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { NewPasswordField } from '../../../components/new-password-field.tsx'
import { useAsking } from '../../../components/use-asking.ts'

/** A new password; wherever else one is signed in ends. */
export function PasswordChange(): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { ask, error, problem, isBusy } = useAsking()
  const change = useChange()
  const isNew = problem?.code.startsWith('PASSWORD_') ?? false
  const changed = async () => {
    setCurrent('')
    setNext('')
    say(
      i18n._({
        id: 'you.password.changed',
        message: 'The password is changed. Your other devices are signed out.',
      }),
    )
    await readAgain('own-sessions')
  }
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'you.password', message: 'Password' })}</h2>
      <Form onSubmit={() => ask(() => change(current, next), changed)}>
        <Field
          label={i18n._({ id: 'you.password.current', message: 'The one that you have' })}
          type="password"
          autocomplete="current-password"
          dir="ltr"
          value={current}
          onInput={setCurrent}
          {...(error !== null && !isNew && { error })}
        />
        <NewPasswordField
          label={i18n._({ id: 'you.password.new', message: 'The new one' })}
          value={next}
          onInput={setNext}
          error={isNew ? error : null}
        />
        <Button type="submit" disabled={isBusy}>
          {i18n._({ id: 'you.password.go', message: 'Change the password' })}
        </Button>
      </Form>
    </section>
  )
}

/** The new session that comes with it forgets the clinic where there are several: it is chosen again at once. */
function useChange(): typeof changePassword {
  const { clinics } = useConsole().account
  const { clinicId } = useStaff()
  return async (current, next) => {
    const reply = await changePassword(current, next)
    if (reply.ok && clinics.length > 1) await chooseClinic(clinicId)
    return reply
  }
}
