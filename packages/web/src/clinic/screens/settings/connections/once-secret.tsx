import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'

interface OnceSecretProps {
  readonly secrets: readonly { readonly label: string; readonly value: string }[]
  readonly onKept: () => void
}

/** What is shown this once, to be copied to where it belongs. */
export function OnceSecret({ secrets, onKept }: OnceSecretProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="stack">
      {secrets.map(({ label, value }) => (
        <div class="notice" key={label}>
          <p class="small">{label}</p>
          <p class="settings-code" dir="ltr">
            {value}
          </p>
          <div>
            <CopyButton text={value} />
          </div>
        </div>
      ))}
      <p>
        {i18n._({
          id: 'once.text',
          message: 'Copy it now. It is not shown again: not here, and not by anybody.',
        })}
      </p>
      <div>
        <Button kind="main" onClick={onKept}>
          {i18n._({ id: 'once.kept', message: 'I have copied it' })}
        </Button>
      </div>
    </div>
  )
}
