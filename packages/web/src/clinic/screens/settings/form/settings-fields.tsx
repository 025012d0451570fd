import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Choice, type ChoiceOption } from '../../../../components/choice.tsx'
import { Field } from '../../../../components/field.tsx'
import { useSetting } from './setting-context.ts'

interface TextSettingProps {
  readonly label: string
  /** As the server names it: `settings.phone`. */
  readonly field: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'time' | 'number'
  readonly isLong?: boolean
  readonly dir?: 'ltr' | 'auto'
  readonly min?: string
  readonly max?: string
  readonly maxLength?: number
}

/** Something typed; for whoever may not change it, what it says. */
export function TextSetting({ field, ...props }: TextSettingProps): JSX.Element {
  const { isReadOnly, errorAt } = useSetting()
  const error = errorAt(field)
  if (isReadOnly) return <Held label={props.label}>{props.value}</Held>
  return <Field {...props} autocomplete="off" {...(error !== undefined && { error })} />
}

interface ChoiceSettingProps {
  readonly legend: string
  readonly name: string
  readonly options: readonly ChoiceOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly isMultiple?: boolean
  readonly isCompact?: boolean
}

/** Something chosen; for whoever may not change it, what was. */
export function ChoiceSetting(props: ChoiceSettingProps): JSX.Element {
  const { format } = useApp()
  const { isReadOnly } = useSetting()
  if (!isReadOnly) return <Choice {...props} />
  const chosen = props.options.filter(({ value }) => props.chosen.includes(value))
  return <Held label={props.legend}>{format.list(chosen.map(({ label }) => label))}</Held>
}

interface HeldProps {
  readonly label: string
  readonly children: ComponentChildren
}

/** What holds, without a way to change it. */
export function Held({ label, children }: HeldProps): JSX.Element {
  const { i18n } = useApp()
  const isNothing = children === '' || children === null || children === undefined
  return (
    <dl class="held">
      <dt>{label}</dt>
      <dd dir="auto">
        {isNothing ? i18n._({ id: 'settings.not-set', message: 'Not set' }) : children}
      </dd>
    </dl>
  )
}
