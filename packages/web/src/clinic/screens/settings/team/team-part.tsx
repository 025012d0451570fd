import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { ROLES } from '../../../api/account.ts'
import { readTeamNames } from '../../../api/clinic.ts'
import { readTeam } from '../../../api/team.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { roleMeaning, roleWords } from '../../../words/role-words.ts'
import { OwnersAlone } from '../form/clinic-form.tsx'
import { Invitations } from './invitations.tsx'
import { MemberLine } from './member-line.tsx'

/** Who works at the clinic and what each may do; an owner invites, changes and removes. */
export function TeamPart(): JSX.Element {
  const { may } = useStaff()
  return (
    <>
      {may('owner') ? <OwnersTeam /> : <Names />}
      <RoleMeanings />
    </>
  )
}

function OwnersTeam(): JSX.Element {
  const team = useQuery(['team', 'members'], readTeam)
  return (
    <>
      <Show loaded={team}>
        {(members) => (
          <ul class="settings-lines">
            {members.map((one) => (
              <MemberLine key={one.userId} member={one} />
            ))}
          </ul>
        )}
      </Show>
      <Invitations />
    </>
  )
}

function Names(): JSX.Element {
  const { i18n, format } = useApp()
  const names = useQuery(['team', 'names'], readTeamNames)
  return (
    <>
      <OwnersAlone />
      <Show loaded={names}>
        {(people) => (
          <ul class="settings-lines">
            {people.map(({ userId, name, roles }) => (
              <li class="settings-line" key={userId}>
                <p class="settings-line-head">
                  <b>
                    <bdi>{name}</bdi>
                  </b>
                  <span class="quiet">
                    {format.list(roles.map((role) => roleWords(i18n, role)))}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </>
  )
}

function RoleMeanings(): JSX.Element {
  const { i18n } = useApp()
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'team.roles', message: 'What each role may do' })}</h2>
      <dl class="stack-s">
        {ROLES.map((role) => (
          <div class="held" key={role}>
            <dt>{roleWords(i18n, role)}</dt>
            <dd>{roleMeaning(i18n, role)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
