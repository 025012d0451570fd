import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import { changeRoles, type Member, removeMember } from '../../../api/team.ts'
import type { Role } from '../../../api/account.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { readAgain } from '../../../app/query.ts'
import { Form } from '../../../components/form.tsx'
import { useAsking } from '../../../components/use-asking.ts'
import { issueText } from '../../../words/issue-words.ts'
import { roleWords } from '../../../words/role-words.ts'
import { RoleChoice } from './role-choice.tsx'

type Open = 'roles' | 'remove' | null

/** One of the team. */
export function MemberLine({ member }: { readonly member: Member }): JSX.Element {
  const { i18n } = useApp()
  const { userId } = useStaff()
  const [open, setOpen] = useState<Open>(null)
  const { name } = member
  const close = () => setOpen(null)
  const titles = {
    roles: i18n._({ id: 'team.change', message: 'What {name} may do', values: { name } }),
    remove: i18n._({ id: 'team.remove', message: 'Remove {name} from the team', values: { name } }),
  }
  return (
    <li class="settings-line">
      <MemberHead member={member} isYou={userId === member.userId} />
      <div class="form-buttons">
        <Button kind="quiet" onClick={() => setOpen('roles')}>
          {i18n._({ id: 'team.change.go', message: 'Change roles' })}
          <span class="unseen">{name}</span>
        </Button>
        <Button kind="quiet" onClick={() => setOpen('remove')}>
          {i18n._({ id: 'team.remove.go', message: 'Remove' })}
          <span class="unseen">{name}</span>
        </Button>
      </div>
      <Sheet title={open === null ? '' : titles[open]} isOpen={open !== null} onClose={close}>
        {open === 'roles' ? <ChangeRoles member={member} onDone={close} /> : null}
        {open === 'remove' ? <Remove member={member} onDone={close} /> : null}
      </Sheet>
    </li>
  )
}

interface MemberHeadProps {
  readonly member: Member
  readonly isYou: boolean
}

function MemberHead({ member, isYou }: MemberHeadProps): JSX.Element {
  const { i18n, format } = useApp()
  const joined = parseInstant(member.joinedAt)
  return (
    <div>
      <p class="settings-line-head">
        <b>
          <bdi>{member.name}</bdi>
        </b>
        {isYou ? <span class="quiet">{i18n._({ id: 'team.you', message: 'you' })}</span> : null}
        <span>{format.list(member.roles.map((role) => roleWords(i18n, role)))}</span>
      </p>
      <p class="quiet">
        <bdi dir="ltr">{member.email}</bdi>
        {joined === undefined ? null : (
          <>
            {' · '}
            {i18n._({
              id: 'team.since',
              message: 'since {when}',
              values: { when: format.shortDay(joined) },
            })}
          </>
        )}
      </p>
      {member.secondFactor ? null : (
        <p class="quiet">
          {i18n._({
            id: 'team.no-factor',
            message: 'No second step yet: sees nothing until it is set up.',
          })}
        </p>
      )}
    </div>
  )
}

interface WorkProps {
  readonly member: Member
  readonly onDone: () => void
}

function ChangeRoles({ member: { userId, name, roles }, onDone }: WorkProps): JSX.Element {
  const { i18n } = useApp()
  const { say, sayProblem, account, renewAccount } = useConsole()
  const [wanted, setWanted] = useState<readonly Role[]>(roles)
  const { ask, problem, error, isBusy } = useAsking()
  const renew = async () => {
    await readAgainOfTeam()
    if (account.session?.userId === userId) await renewAccount()
  }
  const undo = async () => {
    const reply = await changeRoles(userId, roles)
    if (reply.ok) await renew()
    else sayProblem(reply.problem)
  }
  const changed = async () => {
    onDone()
    await renew()
    const words = i18n._({
      id: 'team.changed',
      message: 'The roles of {name} are changed',
      values: { name },
    })
    // Who is an owner no more cannot take it back themselves.
    const isOwnLoss = account.session?.userId === userId && !wanted.includes('owner')
    say(words, isOwnLoss ? undefined : undo)
  }
  return (
    <Form
      onSubmit={() => ask(() => changeRoles(userId, wanted), changed)}
      error={issueText(i18n, problem, 'userId') ?? error}
    >
      <RoleChoice chosen={wanted} onChange={setWanted} />
      {roles.includes('owner') && !wanted.includes('owner') ? <OwnerNoMore name={name} /> : null}
      <Button kind="main" type="submit" disabled={isBusy || wanted.length === 0}>
        {i18n._({ id: 'settings.save', message: 'Save' })}
      </Button>
    </Form>
  )
}

function OwnerNoMore({ name }: Pick<Member, 'name'>): JSX.Element {
  const { i18n } = useApp()
  return (
    <p>
      {i18n._({
        id: 'team.owner-no-more',
        message: 'The API keys and open invitations that {name} made end with it.',
        values: { name },
      })}
    </p>
  )
}

/** Who may do no more gives their alerts back. */
async function readAgainOfTeam(): Promise<void> {
  await Promise.all([readAgain('team'), readAgain('alerts')])
}

function Remove({ member: { userId, name }, onDone }: WorkProps): JSX.Element {
  const { i18n } = useApp()
  const { say, account, renewAccount } = useConsole()
  const { ask, problem, error, isBusy } = useAsking()
  const removed = async () => {
    onDone()
    if (account.session?.userId === userId) return renewAccount()
    await readAgainOfTeam()
    say(
      i18n._({ id: 'team.removed', message: '{name} is no longer in the team', values: { name } }),
    )
    return undefined
  }
  return (
    <Form
      onSubmit={() => ask(() => removeMember(userId), removed)}
      error={issueText(i18n, problem, 'userId') ?? error}
    >
      <p>
        {i18n._({
          id: 'team.remove.text',
          message:
            '{name} is signed out at once, and the API keys and open invitations that they made end. Alerts that they have wait for somebody again. What they wrote down stays, under their name. To come back they need a new invitation.',
          values: { name },
        })}
      </p>
      <Button kind="main" type="submit" disabled={isBusy}>
        {i18n._({ id: 'team.remove.sure', message: 'Remove {name}', values: { name } })}
      </Button>
    </Form>
  )
}
