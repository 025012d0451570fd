import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { LocaleSelect } from '../../../components/locale-select.tsx'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { Held } from '../form/settings-fields.tsx'
import { roleWords } from '../../../words/role-words.ts'
import { OtherClinics } from './other-clinics.tsx'
import { OwnDevices } from './own-devices.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordChange } from './password-change.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import { TotpSettings } from './totp-settings.tsx'

/** What is one's own: the language, the ways to sign in, and where one is signed in. */
export function AccountPart(): JSX.Element {
  const { i18n, format, locale } = useApp()
  const { setLocale } = useConsole()
  const { name, email, roles } = useStaff()
  return (
    <>
      <Held label={i18n._({ id: 'you.who', message: 'Signed in as' })}>
        {format.join([name, email], 'comma')}
      </Held>
      <Held label={i18n._({ id: 'you.roles', message: 'What you may do' })}>
        {format.list(roles.map((role) => roleWords(i18n, role)))}
      </Held>
      <LocaleSelect
        label={i18n._({ id: 'you.locale', message: 'Language of these pages, on this device' })}
        value={locale}
        onChange={setLocale}
      />
      <OtherClinics />
      <Passkeys />
      <TotpSettings />
      <PasswordChange />
      <OwnDevices />
      <div>
        <SignOutButton />
      </div>
    </>
  )
}
