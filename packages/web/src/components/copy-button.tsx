import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Button } from './button.tsx'

interface CopyButtonProps {
  readonly text: string
  /** What pressing it says, and what is said once it is done. */
  readonly word: string
  readonly done: string
  readonly kind?: 'main' | 'plain'
}

/** Puts a text on the clipboard, and says whether it could: without HTTPS, or where nobody lets it, a browser has none. */
export function CopyButton({ text, word, done, kind = 'plain' }: CopyButtonProps): JSX.Element {
  const { i18n } = useApp()
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async (): Promise<void> => navigator.clipboard.writeText(text)
  const press = () =>
    void copy().then(
      () => setState('copied'),
      () => setState('refused'),
    )
  return (
    <>
      <Button kind={kind} onClick={press}>
        {word}
      </Button>
      <span class="quiet" role="status">
        {state === 'copied' ? done : ''}
        {state === 'refused'
          ? i18n._({
              id: 'copy.refused',
              message: 'Your browser did not copy it. Hold your finger on the text, and copy it.',
            })
          : ''}
      </span>
    </>
  )
}
