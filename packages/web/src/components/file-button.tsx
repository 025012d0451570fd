import type { ComponentChildren, JSX } from 'preact'
import './button.css'
import './file-button.css'

interface FileButtonProps {
  readonly accept: string
  readonly onText: (text: string) => void
  readonly children: ComponentChildren
}

/** A file to choose, read as text on this device. */
export function FileButton({ accept, onText, children }: FileButtonProps): JSX.Element {
  return (
    <label class="button button-plain file-button">
      {children}
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void readText(file, onText)
        }}
      />
    </label>
  )
}

async function readText(file: File, onText: (text: string) => void): Promise<void> {
  onText(await file.text())
}
