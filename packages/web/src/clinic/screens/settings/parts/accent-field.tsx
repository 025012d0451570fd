import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { LEAST_CONTRAST } from '../../../../linked/accent.ts'
import { useSetting } from '../form/setting-context.ts'
import { Held, TextSetting } from '../form/settings-fields.tsx'
import { contrastsOf } from './contrast.ts'

interface AccentFieldProps {
  readonly accent: string
  readonly onChange: (accent: string) => void
}

/** The clinic's colour, picked or typed, and whether it can be seen on both pages. */
export function AccentField({ accent, onChange }: AccentFieldProps): JSX.Element {
  const { i18n } = useApp()
  const { isReadOnly } = useSetting()
  const label = i18n._({ id: 'settings.accent', message: 'Colour' })
  if (isReadOnly)
    return <Held label={label}>{accent === '' ? null : <bdi dir="ltr">{accent}</bdi>}</Held>
  return (
    <div class="look-field">
      <TextSetting
        label={label}
        hint={i18n._({
          id: 'settings.accent.hint',
          message: 'For small marks beside your name: #0a7c66. Answers keep their own colours.',
        })}
        field="settings.branding.accent"
        dir="ltr"
        maxLength={7}
        value={accent}
        onInput={onChange}
      />
      <div class="cluster">
        <Picker accent={accent} onChange={onChange} />
        {accent === '' ? null : (
          <Button kind="quiet" onClick={() => onChange('')}>
            {i18n._({ id: 'settings.accent.none', message: 'No colour of ours' })}
          </Button>
        )}
      </div>
      <ContrastNote accent={accent} />
    </div>
  )
}

function Picker({ accent, onChange }: AccentFieldProps): JSX.Element {
  const { i18n } = useApp()
  const id = useId()
  return (
    <span class="cluster">
      <input
        id={id}
        class="look-picker"
        type="color"
        value={contrastsOf(accent) === null ? '#a0522d' : accent}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <label for={id}>{i18n._({ id: 'settings.accent.pick', message: 'Pick it' })}</label>
    </span>
  )
}

function ContrastNote({ accent }: { readonly accent: string }): JSX.Element | null {
  const { i18n, format } = useApp()
  const found = contrastsOf(accent)
  if (found === null) return null
  const values = {
    light: format.number(found.light),
    dark: format.number(found.dark),
    least: format.number(LEAST_CONTRAST),
  }
  const isSeen = Math.min(found.light, found.dark) >= LEAST_CONTRAST
  return (
    <p role="status">
      {isSeen
        ? i18n._({
            id: 'settings.accent.seen',
            message:
              'It can be seen: {light} to 1 on the light page, {dark} to 1 on the dark one; {least} is enough.',
            values,
          })
        : i18n._({
            id: 'settings.accent.unseen',
            message:
              'Too little contrast: {light} to 1 on the light page, {dark} to 1 on the dark one; both need {least}. The app uses its own colour in its place.',
            values,
          })}
    </p>
  )
}
