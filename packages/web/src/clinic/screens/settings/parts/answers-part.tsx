import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { SettingsForm } from '../form/clinic-form.tsx'
import { ChoiceSetting } from '../form/settings-fields.tsx'
import type { ClinicForm, ClinicPart } from '../form/use-clinic-form.ts'

interface Draft {
  readonly staticCards: boolean
}

const PART: ClinicPart<Draft> = {
  draftOf: ({ settings: { staticCards } }) => ({ staticCards }),
  changeOf: ({ staticCards }) => ({ settings: { staticCards } }),
}

/** Whether a check-in is answered at once, or with the same care cards for everybody. */
export function AnswersPart(): JSX.Element {
  return <SettingsForm part={PART}>{(form) => <Fields form={form} />}</SettingsForm>
}

function Fields({ form: { draft, change } }: { readonly form: ClinicForm<Draft> }): JSX.Element {
  const { i18n } = useApp()
  return (
    <>
      <ChoiceSetting
        legend={i18n._({
          id: 'settings.static',
          message: 'What a patient sees after a check-in',
        })}
        name="static"
        options={[
          {
            value: 'answer',
            label: i18n._({ id: 'settings.static.answer', message: 'An answer at once' }),
            hint: i18n._({
              id: 'settings.static.answer.hint',
              message:
                'Whether it is expected by now, or whom to call and how fast, with what to watch for.',
            }),
          },
          {
            value: 'cards',
            label: i18n._({ id: 'settings.static.cards', message: 'The care cards alone' }),
            hint: i18n._({
              id: 'settings.static.cards.hint',
              message:
                'When to call for help, the same for everybody. No check-in is graded for the patient.',
            }),
          },
        ]}
        chosen={[draft.staticCards ? 'cards' : 'answer']}
        onChange={([chosen]) => change({ staticCards: chosen === 'cards' })}
      />
      <p class="quiet">
        {i18n._({
          id: 'settings.static.stays',
          message:
            'Either way you see every check-in by urgency, urgent ones alert you, and the plan’s dates stay as they are.',
        })}
      </p>
    </>
  )
}
