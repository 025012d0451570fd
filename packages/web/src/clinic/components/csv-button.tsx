import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { saveFile } from '../../store/save-file.ts'

interface CsvButtonProps {
  readonly name: string
  readonly word: string
  /** Null where it could not be read whole. */
  readonly read: () => Promise<string | null>
}

/** Saves a table for a spreadsheet, whole or not at all. */
export function CsvButton({ name, word, read }: CsvButtonProps): JSX.Element {
  const { i18n } = useApp()
  const [state, setState] = useState<'ready' | 'reading' | 'failed'>('ready')
  const save = async () => {
    setState('reading')
    const content = await read()
    if (content !== null) saveFile({ name, type: 'text/csv', content })
    setState(content === null ? 'failed' : 'ready')
  }
  return (
    <div class="cluster">
      <Button
        disabled={state === 'reading'}
        onClick={() => void save().catch(() => setState('failed'))}
      >
        {word}
      </Button>
      {state === 'failed' ? (
        <p class="field-error" role="alert">
          {i18n._({ id: 'audit.csv.failed', message: 'It could not be read whole. Try again.' })}
        </p>
      ) : null}
    </div>
  )
}
