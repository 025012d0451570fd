import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Page } from '../../components/page.tsx'
import { Accesses } from './accesses.tsx'
import { backToClinic, type ClinicPageProps } from './clinic-pages.ts'
import { ConsentCard } from './consent-card.tsx'
import { SignedInHere } from './signed-in.tsx'

/** What was agreed to, who has looked, and where the plan is open. A caregiver sees that it is the patient's to decide. */
export function PrivacyPage({ clinic }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  const isPatient = clinic.kind === 'patient'
  return (
    <Page
      title={i18n._({ id: 'clinic.privacy', message: 'What you agreed to, and who looked' })}
      back={backToClinic(i18n)}
    >
      {isPatient ? (
        <>
          <ConsentCard
            clinic={clinic}
            title={i18n._({ id: 'privacy.photos', message: 'Photos' })}
            scopes={['photos-care', 'photos-marketing']}
          />
          <SignedInHere clinic={clinic} />
          <Accesses clinic={clinic} />
        </>
      ) : (
        <p>
          {i18n._({
            id: 'privacy.caregiver',
            message:
              'You see this plan because the patient lets you. What they agreed to is theirs to change.',
          })}
        </p>
      )}
    </Page>
  )
}
