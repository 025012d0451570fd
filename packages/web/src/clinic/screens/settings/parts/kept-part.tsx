import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { TextSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'

interface Draft {
  readonly photos: string
  readonly messages: string
  readonly audit: string
}

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings: { retentionMonths } }) => ({
    photos: String(retentionMonths.photos),
    messages: String(retentionMonths.messages),
    audit: String(retentionMonths.audit),
  }),
  changeOf: ({ photos, messages, audit }) => ({
    settings: {
      retentionMonths: {
        photos: Number(photos),
        messages: Number(messages),
        audit: Number(audit),
      },
    },
  }),
}

const MOST = 600
const LEAST = { photos: 1, messages: 1, audit: 12 } as const

/** After how many months photos, messages and lines of the audit are removed. */
export function KeptPart(): JSX.Element {
  const { i18n } = useApp()
  const words = (least: number) =>
    i18n._({
      id: 'settings.kept.wrong',
      message: 'Type a whole number of months from {least} to {most}.',
      values: { least, most: MOST },
    })
  const faultsOf = (draft: Draft) => ({
    ...faultOf('photos', draft.photos, words),
    ...faultOf('messages', draft.messages, words),
    ...faultOf('audit', draft.audit, words),
  })
  return (
    <SettingsForm part={{ ...PART, faultsOf }}>{(form) => <Fields form={form} />}</SettingsForm>
  )
}

function faultOf(
  kind: keyof Draft,
  text: string,
  words: (least: number) => string,
): Readonly<Record<string, string>> {
  const months = Number(text)
  const isGood = Number.isInteger(months) && months >= LEAST[kind] && months <= MOST
  return isGood ? {} : { [`settings.retentionMonths.${kind}`]: words(LEAST[kind]) }
}

function Fields({ form: { draft, change } }: { readonly form: ClinicForm<Draft> }): JSX.Element {
  const { i18n } = useApp()
  const months = { type: 'number', max: '600' } as const
  return (
    <>
      <p>
        {i18n._({
          id: 'settings.kept.text',
          message:
            'Your law says how long records must be kept. What is older is removed every night and cannot be brought back. Sessions, plans and receipts stay until a patient is erased.',
        })}
      </p>
      <TextSetting
        {...months}
        label={i18n._({ id: 'settings.kept.photos', message: 'Photos, in months' })}
        field="settings.retentionMonths.photos"
        min="1"
        value={draft.photos}
        onInput={(photos) => change({ photos })}
      />
      <TextSetting
        {...months}
        label={i18n._({ id: 'settings.kept.messages', message: 'Messages, in months' })}
        field="settings.retentionMonths.messages"
        min="1"
        value={draft.messages}
        onInput={(messages) => change({ messages })}
      />
      <TextSetting
        {...months}
        label={i18n._({ id: 'settings.kept.audit', message: 'Who did what, in months' })}
        hint={i18n._({ id: 'settings.kept.audit.hint', message: 'At least 12.' })}
        field="settings.retentionMonths.audit"
        min="12"
        value={draft.audit}
        onInput={(audit) => change({ audit })}
      />
    </>
  )
}
