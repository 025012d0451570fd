import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Page } from '../../components/page.tsx'
import { CalendarFeed } from './calendar-feed.tsx'
import { backToClinic, type ClinicPageProps } from './clinic-pages.ts'
import { ConsentCard } from './consent-card.tsx'
import { PushCard } from './push-card.tsx'

/** How the clinic may reach this person: on this device, by mail and text message, and in their calendar. */
export function RemindersPage({ clinic }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({ id: 'clinic.reminders', message: 'Reminders and calendar' })}
      back={backToClinic(i18n)}
    >
      <PushCard clinic={clinic} />
      <ConsentCard
        clinic={clinic}
        title={i18n._({ id: 'reminders.channels', message: 'How your clinic may write to you' })}
        scopes={['email', 'sms', 'push']}
      />
      <CalendarFeed clinic={clinic} />
    </Page>
  )
}
