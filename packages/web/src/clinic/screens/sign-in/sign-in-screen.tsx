import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useConsole } from '../../app/console-context.ts'
import { ChooseClinic } from './choose-clinic.tsx'
import { CodeStep, PasskeyStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'

export type SignInStep = 'password' | 'code' | 'recovery' | 'passkey'

/** Signs staff in: a password and a code, or a passkey alone; then the clinic, where there are several. */
export function SignInScreen(): JSX.Element {
  const { account } = useConsole()
  const [step, setStep] = useState<SignInStep>('password')
  if (account.clinics.length > 0) return <ChooseClinic clinics={account.clinics} />
  switch (step) {
    case 'password':
      return <PasswordStep onStep={setStep} />
    case 'passkey':
      return <PasskeyStep onStep={setStep} />
    default:
      return <CodeStep step={step} onStep={setStep} />
  }
}
