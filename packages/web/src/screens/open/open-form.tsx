import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FileButton } from '../../components/file-button.tsx'
import { type Opened, openFile, openTyped } from './open-text.ts'

/** A field for a code or a link, and a way to a file. */
export function OpenForm({ onOpen }: { readonly onOpen: (opened: Opened) => void }): JSX.Element {
  const { i18n } = useApp()
  const [text, setText] = useState('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onOpen(openTyped(text))
      }}
    >
      <Field
        label={i18n._({ id: 'open.code', message: 'Code or link' })}
        hint={i18n._({
          id: 'open.code-hint',
          message:
            'The code stands on your printed sheet, beside the square. Capitals do not matter.',
        })}
        value={text}
        onInput={setText}
        autocomplete="off"
      />
      <Button kind="main" type="submit">
        {i18n._({ id: 'open.open', message: 'Open' })}
      </Button>
      <FileButton
        accept=".json,application/json"
        onText={(file) => void openFile(file).then(onOpen)}
      >
        {i18n._({ id: 'open.file', message: 'Open a saved file' })}
      </FileButton>
    </form>
  )
}
