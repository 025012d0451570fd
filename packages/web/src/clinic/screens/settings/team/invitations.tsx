import type { I18n } from '@lingui/core'
import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import type { Role } from '../../../api/account.ts'
import {
  inviteToTeam,
  readTeamInvitations,
  type SentInvitation,
  type TeamInvitation,
  withdrawTeamInvitation,
} from '../../../api/team.ts'
import { readAgain, useQuery } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { Show } from '../../../components/loaded.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'
import { roleWords } from '../../../words/role-words.ts'
import { OnceSecret } from '../connections/once-secret.tsx'
import { RoleChoice } from './role-choice.tsx'

/** The invitations that are open, and a new one. */
export function Invitations(): JSX.Element {
  const { i18n } = useApp()
  const [isOpen, setOpen] = useState(false)
  const open = useQuery(['team', 'invitations'], readTeamInvitations)
  const title = i18n._({ id: 'team.invite', message: 'Invite somebody' })
  return (
    <>
      <div>
        <Button kind="main" onClick={() => setOpen(true)}>
          {title}
        </Button>
      </div>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Invite onDone={() => setOpen(false)} />
      </Sheet>
      <Show loaded={open}>
        {(items) => (items.length === 0 ? null : <OpenInvitations items={items} />)}
      </Show>
    </>
  )
}

function OpenInvitations({ items }: { readonly items: readonly TeamInvitation[] }): JSX.Element {
  const { i18n } = useApp()
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'team.invited', message: 'Invited, not here yet' })}</h2>
      <ul class="settings-lines">
        {items.map((one) => (
          <InvitationLine key={one.invitationId} invitation={one} />
        ))}
      </ul>
    </section>
  )
}

function InvitationLine({ invitation }: { readonly invitation: TeamInvitation }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { ask, error, isBusy } = useAsking()
  const { invitationId, email, roles, expiresAt } = invitation
  const until = parseInstant(expiresAt)
  return (
    <li class="settings-line">
      <p class="settings-line-head">
        <b>
          <bdi dir="ltr">{email}</bdi>
        </b>
        <span>{format.list(roles.map((role) => roleWords(i18n, role)))}</span>
        {until === undefined ? null : (
          <span class="quiet">
            {i18n._({
              id: 'team.invited.until',
              message: 'good until {until}',
              values: { until: format.dayTime(until, at) },
            })}
          </span>
        )}
      </p>
      <div class="form-buttons">
        <Button
          kind="quiet"
          disabled={isBusy}
          onClick={() =>
            ask(
              () => withdrawTeamInvitation(invitationId),
              () => readAgain('team', 'invitations'),
            )
          }
        >
          {i18n._({ id: 'team.withdraw', message: 'Withdraw the invitation' })}
          <span class="unseen">{email}</span>
        </Button>
      </div>
      {error === null ? null : <p class="field-error">{error}</p>}
    </li>
  )
}

const USUAL: readonly Role[] = ['clinician']

function Invite({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { i18n } = useApp()
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState(USUAL)
  const [sent, setSent] = useState<SentInvitation | null>(null)
  const { ask, error, problem, isBusy } = useAsking()
  if (sent !== null) return <Sent invitation={sent} onDone={onDone} />
  const atEmail = issueText(i18n, problem, 'email')
  const show = async (invitation: SentInvitation) => {
    setSent(invitation)
    await readAgain('team', 'invitations')
  }
  return (
    <Form
      onSubmit={() => ask(() => inviteToTeam({ email: email.trim(), roles }), show)}
      error={atEmail === undefined ? error : null}
    >
      <Field
        label={i18n._({ id: 'team.invite.email', message: 'Their e-mail address' })}
        type="email"
        dir="ltr"
        autocomplete="off"
        value={email}
        onInput={setEmail}
        {...(atEmail !== undefined && { error: atEmail })}
      />
      <RoleChoice chosen={roles} onChange={setRoles} />
      <Button kind="main" type="submit" disabled={isBusy || roles.length === 0}>
        {i18n._({ id: 'team.invite.go', message: 'Send the invitation' })}
      </Button>
    </Form>
  )
}

interface SentProps {
  readonly invitation: SentInvitation
  readonly onDone: () => void
}

function Sent({ invitation: { email, link, isMailed }, onDone }: SentProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <p>{isMailed ? mailedWords(i18n, email) : notMailedWords(i18n, email)}</p>
      <OnceSecret
        secrets={[{ label: i18n._({ id: 'team.link', message: 'Link' }), value: link }]}
        onKept={onDone}
      />
    </>
  )
}

function mailedWords(i18n: I18n, email: string): string {
  return i18n._({
    id: 'team.sent',
    message:
      'A mail is on its way to {email}. If it does not come, hand this link over yourself: it is good once, within 72 hours.',
    values: { email },
  })
}

function notMailedWords(i18n: I18n, email: string): string {
  return i18n._({
    id: 'team.sent.no-mail',
    message:
      'This server sends no mail. Give this link to {email} yourself: it is good once, within 72 hours.',
    values: { email },
  })
}
