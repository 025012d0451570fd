import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import '../../../../components/file-button.css'
import { SettingsForm } from '../form/clinic-form.tsx'
import { orNull } from '../form/or-null.ts'
import { useSetting } from '../form/setting-context.ts'
import { Held, TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'
import { AccentField } from './accent-field.tsx'
import './look.css'
import { LookPreview } from './look-preview.tsx'
import { logoOf } from './logo.ts'

export interface LookDraft {
  readonly accent: string
  readonly logo: string | null
  readonly sheetNote: string
}

const PART: ClinicPart<LookDraft> = {
  draftOf: ({ settings: { branding } }) => ({
    accent: branding.accent ?? '',
    logo: branding.logo,
    sheetNote: branding.sheetNote ?? '',
  }),
  changeOf: ({ accent, logo, sheetNote }) => ({
    settings: { branding: { accent: orNull(accent), logo, sheetNote: orNull(sheetNote) } },
  }),
}

/** What patients see of the clinic on the sheet and in the app, with how it will look. */
export function LookPart(): JSX.Element {
  return (
    <SettingsForm
      part={PART}
      after={(draft, clinic) => <LookPreview draft={draft} clinic={clinic} />}
    >
      {(form) => <Fields form={form} />}
    </SettingsForm>
  )
}

function Fields({
  form: { draft, change },
}: {
  readonly form: ClinicForm<LookDraft>
}): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <LogoField logo={draft.logo} onChange={(logo) => change({ logo })} />
      <AccentField accent={draft.accent} onChange={(accent) => change({ accent })} />
      <TextSetting
        label={i18n._({ id: 'settings.sheet-note', message: 'A note on every sheet' })}
        hint={i18n._({
          id: 'settings.sheet-note.hint',
          message:
            'A line or two of your own, such as where to park. No advice about skin: that is the plan’s.',
        })}
        field="settings.branding.sheetNote"
        isLong
        maxLength={500}
        value={draft.sheetNote}
        onInput={(sheetNote) => change({ sheetNote })}
      />
    </>
  )
}

interface LogoFieldProps {
  readonly logo: string | null
  readonly onChange: (logo: string | null) => void
}

function LogoField({ logo, onChange }: LogoFieldProps): JSX.Element {
  const { i18n } = useApp()
  const { isReadOnly, errorAt } = useSetting()
  const [isUnreadable, setUnreadable] = useState(false)
  const take = async (file: File) => {
    const read = await logoOf(file)
    setUnreadable(read === null)
    if (read !== null) onChange(read)
  }
  const unreadable = i18n._({
    id: 'settings.logo.unreadable',
    message: 'This picture could not be read. Choose a PNG, JPEG or WebP.',
  })
  const error = isUnreadable ? unreadable : errorAt('settings.branding.logo')
  const label = i18n._({ id: 'settings.logo', message: 'Logo' })
  const image = logo === null ? null : <img class="look-logo" src={logo} alt={label} />
  if (isReadOnly) return <Held label={label}>{image}</Held>
  return (
    <fieldset class="look-field">
      <legend>{label}</legend>
      {image}
      <div class="cluster">
        <LogoFile hasLogo={logo !== null} onFile={(file) => void take(file).catch(reportError)} />
        {logo === null ? null : (
          <Button kind="quiet" onClick={() => onChange(null)}>
            {i18n._({ id: 'settings.logo.remove', message: 'Remove the logo' })}
          </Button>
        )}
      </div>
      {error === undefined ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface LogoFileProps {
  readonly hasLogo: boolean
  readonly onFile: (file: File) => void
}

function LogoFile({ hasLogo, onFile }: LogoFileProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <label class="button button-plain file-button">
      {hasLogo
        ? i18n._({ id: 'settings.logo.other', message: 'Choose another picture' })
        : i18n._({ id: 'settings.logo.choose', message: 'Choose a picture' })}
      <input
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
