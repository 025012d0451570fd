import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Icon } from '../../components/icon.tsx'
import type { Problem } from '../api/request.ts'
import { problemWords } from '../words/problem-words.ts'
import { placeOf, type Route, routeOf } from './clinic-route.ts'
import type { Console } from './console-context.ts'
import './said.css'

interface Note {
  readonly id: number
  readonly text: string
  readonly isProblem: boolean
  readonly undo?: Undo
}

/** The way back stands where it was done, and goes with that place: what cannot be seen is not taken back. */
interface Undo {
  readonly work: () => Promise<void>
  readonly place: string
}

interface SaidState extends Pick<Console, 'say' | 'sayProblem'> {
  readonly note: Note | null
  readonly close: () => void
  /** What one person did is not shown to the next, nor taken back by them; why they were signed out stays. */
  readonly forget: () => void
}

/** Something done stays on the screen so long; something to take back, or that went wrong, until it is closed. */
const SHOWN_MS = 6_000

export function useSaid(i18n: I18n, route: Route): SaidState {
  const [note, setNote] = useState<Note | null>(null)
  const show = useCallback((next: Omit<Note, 'id'>) => {
    setNote((last) => ({ ...next, id: (last?.id ?? 0) + 1 }))
  }, [])
  const here = placeOf(route)
  const say = useCallback<Console['say']>(
    (text, work, place = here) =>
      show({ text, isProblem: false, ...(work && isHere(place) && { undo: { work, place } }) }),
    [show, here],
  )
  const sayProblem = useCallback(
    (problem: Problem) => show({ text: problemWords(i18n, problem), isProblem: true }),
    [show, i18n],
  )
  const forget = useCallback(() => setNote((last) => (last?.isProblem ? last : null)), [])
  useEffect(() => {
    const leave = () => setNote((last) => (last?.undo && !isHere(last.undo.place) ? null : last))
    addEventListener('hashchange', leave)
    return () => removeEventListener('hashchange', leave)
  }, [])
  return { note, say, sayProblem, close: () => setNote(null), forget }
}

function isHere(place: string): boolean {
  return place === placeOf(routeOf(location.hash))
}

/** The last thing that was said, in a place of its own; Ctrl+Z takes back what can be seen and taken back. */
export function Said({ said: { note, close } }: { readonly said: SaidState }): JSX.Element {
  const { i18n } = useApp()
  useEffect(() => {
    if (!note || note.isProblem || note.undo) return undefined
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [note?.id])
  const undo = () => {
    close()
    void note?.undo?.work()
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
      // It stands behind the dialog.
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo])
}

/** There Ctrl+Z takes back what was typed. */
const TYPED = 'input, textarea, select, [contenteditable]'
