import { localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { useConsole } from '../../app/console-context.ts'
import './second-factor.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => unknown
}

/** The codes that sign in where the phone is lost, shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <h2>{i18n._({ id: 'recovery.title', message: 'Keep these recovery codes' })}</h2>
      <p>
        {i18n._({
          id: 'recovery.text',
          message:
            'If you lose your phone, each of them signs you in once. Print them or write them down. They are not shown again.',
        })}
      </p>
      <CodesOf />
      <ul class="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="form-buttons">
        <CopyButton text={codes.join('\n')} />
        <Button onClick={() => print()}>
          {i18n._({ id: 'recovery.print', message: 'Print' })}
        </Button>
        <Button kind="main" onClick={() => void onKept()}>
          {i18n._({ id: 'recovery.kept', message: 'I have kept them' })}
        </Button>
      </div>
    </>
  )
}

/** What tells one sheet of codes from another, years later. */
function CodesOf(): JSX.Element | null {
  const { i18n, format, at, zone } = useApp()
  const { session, clinics } = useConsole().account
  const clinic = clinics.find(({ clinicId }) => clinicId === session?.clinicId)
  if (session === null || clinic === undefined) return null
  const day = format.date(localDate(at, zone))
  const values = { email: session.email, clinic: clinic.clinicName, day }
  return (
    <p class="recovery-of">
      {i18n._({
        id: 'recovery.of',
        message: 'Recovery codes of {email} at {clinic}, made on {day}',
        values,
      })}
    </p>
  )
}
