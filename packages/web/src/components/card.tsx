import type { ComponentChildren, JSX } from 'preact'
import './card.css'

interface CardProps {
  readonly title?: string
  readonly children: ComponentChildren
  /** `wash` is the warm one: at most one a page. */
  readonly kind?: 'plain' | 'wash'
}

/** A group of things that belong together, under a heading of its own. */
export function Card({ title, children, kind = 'plain' }: CardProps): JSX.Element {
  return (
    <section class={`card card-${kind}`}>
      {title === undefined ? null : <h2 class="card-title">{title}</h2>}
      {children}
    </section>
  )
}
