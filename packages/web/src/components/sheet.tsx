import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Icon } from './icon.tsx'
import './sheet.css'

interface SheetProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A native dialog that rises from the end of the screen; the browser keeps the focus in it and gives it back. */
export function Sheet({ title, isOpen, onClose, children }: SheetProps): JSX.Element {
  const { i18n } = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="sheet-head">
        <h2 id={id}>{title}</h2>
        <button class="sheet-close" type="button" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <span class="unseen">{i18n._({ id: 'sheet.close', message: 'Close' })}</span>
        </button>
      </div>
      {isOpen ? <div class="stack">{children}</div> : null}
    </dialog>
  )
}
