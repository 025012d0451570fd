import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { LanguageChoice } from '../../components/language-choice.tsx'
import { Page } from '../../components/page.tsx'
import { useConsole } from '../app/console-context.ts'
import './door.css'

interface DoorProps {
  readonly title: string
  readonly lead?: ComponentChildren
  /** Which step of it: after each the heading has the focus. */
  readonly step?: string
  readonly children: ComponentChildren
}

/** A page before the console: to sign in, to be set up, to join. */
export function Door({ title, lead, step = '', children }: DoorProps): JSX.Element {
  const { setLocale } = useConsole()
  const first = useRef(step)
  useEffect(() => {
    if (first.current === step) return
    first.current = step
    document.querySelector<HTMLElement>('#heading')?.focus()
  }, [step])
  return (
    <div class="door">
      <header class="door-head">
        <p class="door-name">Afterglow</p>
        <LanguageChoice onChoose={setLocale} />
      </header>
      <Page title={title} lead={lead}>
        {children}
      </Page>
    </div>
  )
}
