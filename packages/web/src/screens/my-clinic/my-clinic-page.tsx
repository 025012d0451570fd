import type { ComponentType, JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { NotLinked } from '../../linked/parts/not-linked.tsx'
import '../../linked/linked.css'
import { ClinicPage } from './clinic-page.tsx'
import { CodePage } from './code-page.tsx'
import type { ClinicPageProps } from './clinic-pages.ts'
import { PrivacyPage } from './privacy-page.tsx'
import { RemindersPage } from './reminders-page.tsx'
import { SignOutPage } from './sign-out-page.tsx'
import { UnsentPage } from './unsent-page.tsx'

const PAGES: Readonly<Record<string, ComponentType<ClinicPageProps>>> = {
  code: CodePage,
  privacy: PrivacyPage,
  reminders: RemindersPage,
  unsent: UnsentPage,
}

/** The clinic that the plan is of: how to reach it, what it sends, what it may see, and the way out. */
export function MyClinicPage({ rest: [name = ''] }: ScreenProps): JSX.Element {
  const { clinic } = useApp().record
  // It stays after the device was cleared, to say so.
  if (name === 'sign-out') return <SignOutPage />
  if (clinic === null) return <NotLinked />
  const Shown = PAGES[name] ?? ClinicPage
  return <Shown clinic={clinic} />
}
