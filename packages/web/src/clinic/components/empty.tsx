import type { ComponentChildren, JSX } from 'preact'
import './empty.css'

interface EmptyProps {
  readonly title: string
  /** What will stand here, and how to come to it. */
  readonly children: ComponentChildren
}

/** Nothing yet: what it is for, and the first step. */
export function Empty({ title, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
