import { useEffect, useRef } from 'preact/hooks'

/** What a key does by its name: `n`, `mod+k` (Ctrl, or Cmd on a Mac), or two pressed one after the other, `g t`. */
export type Keys = Readonly<Record<string, () => void>>

const KEPT = 'afterglow.console.single-keys'

/** Whether keys without Ctrl do something: whoever speaks to their computer can switch them off (WCAG 2.1.4). */
export function hasSingleKeys(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function keepSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
}

const SEQUENCE_MS = 1_000
const TYPED = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'

/** Single keys work where nobody is typing and no dialog is open, unless they are switched off; those with `mod+` everywhere. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    let before = ''
    let beforeAt = 0
    const press = (event: KeyboardEvent) => {
      const name = nameOf(event)
      if (name === null) return
      const isSoon = event.timeStamp - beforeAt < SEQUENCE_MS
      const work = latest.current[isSoon ? `${before} ${name}` : name] ?? latest.current[name]
      before = name
      beforeAt = event.timeStamp
      if (!work) return
      event.preventDefault()
      work()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function nameOf(event: KeyboardEvent): string | null {
  const { key, target } = event
  const isMod = event.ctrlKey || event.metaKey
  if (isMod) return event.altKey ? null : `mod+${key.toLowerCase()}`
  if (event.altKey || document.querySelector('dialog[open]')) return null
  const isTyping = target instanceof Element && target.closest(TYPED) !== null
  return isTyping || !hasSingleKeys() ? null : key
}
