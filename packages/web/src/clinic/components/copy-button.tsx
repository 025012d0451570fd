import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Button } from '../../components/button.tsx'
import { useConsole } from '../app/console-context.ts'

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text }: { readonly text: string }): JSX.Element {
  const { i18n } = useApp()
  const { say } = useConsole()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    say(i18n._({ id: 'console.copied', message: 'Copied' }))
  }
  const cannot = () =>
    say(
      i18n._({
        id: 'console.not-copied',
        message: 'This browser did not let it be copied. Mark the text and copy it yourself.',
      }),
    )
  return (
    <Button onClick={() => void copy().catch(cannot)}>
      {i18n._({ id: 'console.copy', message: 'Copy' })}
    </Button>
  )
}
