import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Choice } from '../../../../components/choice.tsx'
import { type Role, ROLES } from '../../../api/account.ts'
import { roleMeaning, roleWords } from '../../../words/role-words.ts'

interface RoleChoiceProps {
  readonly chosen: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
}

/** One role or several, each with what it may do. */
export function RoleChoice({ chosen, onChange }: RoleChoiceProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Choice
      legend={i18n._({ id: 'team.choose-roles', message: 'Roles' })}
      name="roles"
      isMultiple
      options={ROLES.map((role) => ({
        value: role,
        label: roleWords(i18n, role),
        hint: roleMeaning(i18n, role),
      }))}
      chosen={chosen}
      onChange={(roles) => onChange(ROLES.filter((role) => roles.includes(role)))}
    />
  )
}
