import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import '../../../components/field.css'

interface SignChoiceProps {
  readonly signs: readonly string[]
  readonly sign: string
  readonly onChange: (sign: string) => void
}

/** Which sign is looked at, the most reported first. */
export function SignChoice({ signs, sign, onChange }: SignChoiceProps): JSX.Element {
  const { i18n, texts } = useApp()
  const id = useId()
  return (
    <div class="field sign-choice">
      <label for={id}>{i18n._({ id: 'insight.sign', message: 'Sign' })}</label>
      <select
        id={id}
        class="field-input"
        value={sign}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {signs.map((code) => (
          <option key={code} value={code}>
            {texts.sign(code)}
          </option>
        ))}
      </select>
    </div>
  )
}
