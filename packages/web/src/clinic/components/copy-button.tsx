import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'

interface CopyButtonProps {
  readonly text: string
  /** Where more than one thing could be meant. */
  readonly word?: string
}

/** Puts a text on the clipboard, and says so itself: it also stands in dialogs, which cover what the page says. */
export function CopyButton({ text, word }: CopyButtonProps): JSX.Element {
  const { i18n } = useApp()
  const [done, setDone] = useState<boolean | null>(null)
  // Without HTTPS a browser has no clipboard at all.
  const copy = async () => navigator.clipboard.writeText(text)
  const press = () =>
    void copy().then(
      () => setDone(true),
      () => setDone(false),
    )
  return (
    <span class="cluster">
      <Button onClick={press}>{word ?? i18n._({ id: 'console.copy', message: 'Copy' })}</Button>
      <span class="quiet" role="status">
        {done === null
          ? null
          : done
            ? i18n._({ id: 'console.copied', message: 'Copied' })
            : i18n._({
                id: 'console.not-copied',
                message:
                  'This browser did not let it be copied. Mark the text and copy it yourself.',
              })}
      </span>
    </span>
  )
}
