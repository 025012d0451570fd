import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import {
  type InvitationState,
  readInvitations,
  revokeInvitation,
} from '../../../api/invitations.ts'
import { useConsole } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { LinkSheet, type LinkWish } from './link-sheet.tsx'

const SHOWN = 5

/** The links that let the patient, or somebody who cares for them, in: each is shown once and used once. */
export function LinksCard(): JSX.Element {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const [wish, setWish] = useState<LinkWish | null>(null)
  const links = useQuery(['patients', patientId, 'links'], () => readInvitations(patientId))
  return (
    <Card title={i18n._({ id: 'patient.links', message: 'Access by link' })}>
      <Show loaded={links}>
        {(all) =>
          all.length === 0 ? (
            <p class="quiet">
              {i18n._({
                id: 'patient.links.none',
                message: 'No link yet. A link opens their plan on their phone, with no password.',
              })}
            </p>
          ) : (
            <ul class="deliveries">
              {all.slice(0, SHOWN).map((one) => (
                <LinkLine key={one.invitationId} link={one} />
              ))}
            </ul>
          )
        }
      </Show>
      <div class="cluster">
        <Button onClick={() => setWish('patient')}>
          {i18n._({ id: 'patient.links.make', message: 'New link' })}
        </Button>
        <Button kind="quiet" onClick={() => setWish('caregiver')}>
          {i18n._({ id: 'patient.links.caregiver', message: 'For a caregiver' })}
        </Button>
        <Button kind="quiet" onClick={() => setWish('lost-phone')}>
          {i18n._({ id: 'patient.links.lost', message: 'Lost phone' })}
        </Button>
      </div>
      <LinkSheet wish={wish} onClose={() => setWish(null)} />
    </Card>
  )
}

function LinkLine({ link }: { readonly link: InvitationState }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { say, sayProblem } = useConsole()
  const { patient, renew } = usePatient()
  const withdraw = async () => {
    const reply = await revokeInvitation(patient.patientId, link.invitationId)
    if (!reply.ok) return sayProblem(reply.problem)
    await renew()
    say(i18n._({ id: 'patient.links.withdrawn', message: 'The link is good no longer.' }))
  }
  const isLive = link.revokedAt === null && link.state !== 'expired'
  return (
    <li class="delivery">
      <span>
        {link.kind === 'patient'
          ? i18n._({ id: 'patient.links.patient', message: 'Patient' })
          : i18n._({ id: 'patient.links.of-caregiver', message: 'Caregiver' })}
        <span class="small">
          {i18n._({
            id: 'patient.links.made',
            message: 'made {when}',
            values: { when: timeText(app, link.createdAt) },
          })}
        </span>
      </span>
      <span class="delivery-state">{linkState(i18n, link)}</span>
      {isLive ? (
        <Button kind="quiet" onClick={() => void withdraw()}>
          {i18n._({ id: 'patient.links.withdraw', message: 'Withdraw' })}
        </Button>
      ) : null}
    </li>
  )
}

function linkState(i18n: I18n, { state, redeemedAt, revokedAt }: InvitationState): string {
  if (revokedAt !== null) return i18n._({ id: 'patient.links.state.revoked', message: 'Withdrawn' })
  if (redeemedAt !== null) return i18n._({ id: 'patient.links.state.used', message: 'Used' })
  return state === 'expired'
    ? i18n._({ id: 'patient.links.state.expired', message: 'Too old' })
    : i18n._({ id: 'patient.links.state.open', message: 'Not used yet' })
}
