import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './form.css'

interface FormProps {
  readonly onSubmit: () => void
  /** What is wrong with the whole of it. */
  readonly error?: string | null
  readonly children: ComponentChildren
}

/** Fields and the button that sends them; the browser itself sends nothing. What is wrong has the focus: a field, or else what is said of the whole. */
export function Form({ onSubmit, error = null, children }: FormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const wasSent = useRef(false)
  useEffect(() => {
    const wrong =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>(':scope > .form-error')
    if (!wasSent.current || !wrong) return
    wasSent.current = false
    wrong.focus()
  })
  return (
    <form
      class="form"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        wasSent.current = true
        onSubmit()
      }}
    >
      {error === null ? null : (
        <p class="form-error" role="alert" tabIndex={-1}>
          {error}
        </p>
      )}
      {children}
    </form>
  )
}
