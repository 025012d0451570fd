import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { rootsOf } from '../../../../model/entry.ts'

interface SubjectSelectProps {
  readonly subject: string
  readonly onChange: (subject: string) => void
}

/** A subject of the plan, by its group. */
export function SubjectSelect({ subject, onChange }: SubjectSelectProps): JSX.Element {
  const { i18n, plan, texts, locale } = useCare()
  const id = useId()
  const byName = (a: string, b: string) => texts.subject(a).localeCompare(texts.subject(b), locale)
  return (
    <div class="field">
      <label for={id}>{i18n._({ id: 'patient.subject', message: 'Of what' })}</label>
      <select
        id={id}
        class="field-input"
        value={subject}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{i18n._({ id: 'patient.subject.choose', message: 'Choose' })}</option>
        {rootsOf(plan).map((root) => (
          <optgroup key={root} label={texts.subject(root)}>
            {[root, ...(plan.subjects[root]?.narrower ?? []).toSorted(byName)].map((code) => (
              <option key={code} value={code}>
                {texts.subject(code)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
