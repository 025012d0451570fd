import type { JSX } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import './ask-field.css'
import { Icon } from './icon.tsx'

interface AskFieldProps {
  /** What was asked last. */
  readonly words?: string
  readonly onAsk: (words: string) => void
}

/** A question in one's own words. The field has no name: nothing can send it. */
export function AskField({ words = '', onAsk }: AskFieldProps): JSX.Element {
  const { i18n } = useApp()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // What is being typed stands by itself: the page is drawn anew every minute.
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  const submit = (event: Event) => {
    event.preventDefault()
    const asked = typed.trim()
    if (asked === '') field.current?.focus()
    else onAsk(asked)
  }
  return (
    <form class="ask" onSubmit={submit}>
      <label class="ask-label" for={id}>
        {i18n._({ id: 'ask.label', message: 'Ask in your own words' })}
      </label>
      <span class="ask-line">
        <input
          id={id}
          ref={field}
          dir="auto"
          autocomplete="off"
          enterkeyhint="go"
          maxLength={LONGEST}
          placeholder={i18n._({ id: 'ask.try.swim', message: 'Can I swim on Friday?' })}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="ask-go">
          <span class="unseen">{i18n._({ id: 'ask.go', message: 'Ask' })}</span>
          <Icon name="onward" size={22} />
        </button>
      </span>
    </form>
  )
}

/** More than anybody types; what is longer was pasted, and is no question. */
const LONGEST = 2000
