import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Icon } from '../../components/icon.tsx'
import type { Problem } from '../api/request.ts'
import { problemWords } from '../words/problem-words.ts'
import type { Console } from './console-context.ts'
import './said.css'

interface Note {
  readonly id: number
  readonly text: string
  readonly isProblem: boolean
  readonly undo?: () => Promise<void>
}

interface SaidState extends Pick<Console, 'say' | 'sayProblem'> {
  readonly note: Note | null
  readonly close: () => void
  /** What one person did is not shown to the next, nor taken back by them; why they were signed out stays. */
  readonly forget: () => void
}

/** Something done stays on the screen so long; something to take back, or that went wrong, until it is closed. */
const SHOWN_MS = 6_000

export function useSaid(i18n: I18n): SaidState {
  const [note, setNote] = useState<Note | null>(null)
  const show = useCallback((next: Omit<Note, 'id'>) => {
    setNote((last) => ({ ...next, id: (last?.id ?? 0) + 1 }))
  }, [])
  const say = useCallback<Console['say']>(
    (text, undo) => show({ text, isProblem: false, ...(undo && { undo }) }),
    [show],
  )
  const sayProblem = useCallback(
    (problem: Problem) => show({ text: problemWords(i18n, problem), isProblem: true }),
    [show, i18n],
  )
  const forget = useCallback(() => setNote((last) => (last?.isProblem ? last : null)), [])
  return { note, say, sayProblem, close: () => setNote(null), forget }
}

/** The last thing that was said, in a place of its own; Ctrl+Z takes back what can be taken back. */
export function Said({ said: { note, close } }: { readonly said: SaidState }): JSX.Element {
  const { i18n } = useApp()
  useEffect(() => {
    if (!note || note.isProblem || note.undo) return undefined
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [note?.id])
  const undo = () => {
    const work = note?.undo
    close()
    void work?.()
  }
  useUndoKey(note?.undo ? undo : null)
  return (
    <div class="console-said-place" role="status" aria-live="polite">
      {note === null ? null : (
        <div
          class={note.isProblem ? 'console-said console-said-problem' : 'console-said'}
          key={note.id}
        >
          <p>{note.text}</p>
          {note.undo ? (
            <button type="button" class="console-said-undo" onClick={undo}>
              {i18n._({ id: 'console.undo', message: 'Undo' })} <kbd>Ctrl Z</kbd>
            </button>
          ) : null}
          <button type="button" class="console-said-close" onClick={close}>
            <Icon name="close" size={20} />
            <span class="unseen">{i18n._({ id: 'console.dismiss', message: 'Dismiss' })}</span>
          </button>
        </div>
      )}
    </div>
  )
}

function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (!undo) return undefined
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(TYPED) !== null
      if (isTyping || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])
}

/** There Ctrl+Z takes back what was typed. */
const TYPED = 'input, textarea, select, [contenteditable]'
