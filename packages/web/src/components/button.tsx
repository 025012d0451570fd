import type { ComponentChildren, JSX } from 'preact'
import './button.css'

interface ButtonProps {
  readonly children: ComponentChildren
  /** `main` is the one thing to press: at most one a page. */
  readonly kind?: 'main' | 'plain' | 'quiet'
  readonly onClick?: () => void
  readonly href?: string
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
}

/** Something to press: a button, or a link that looks like one. */
export function Button({
  children,
  kind = 'plain',
  href,
  type = 'button',
  ...rest
}: ButtonProps): JSX.Element {
  const look = `button button-${kind}`
  if (href !== undefined) {
    return (
      <a class={look} href={href} {...rest}>
        {children}
      </a>
    )
  }
  return (
    <button class={look} type={type} {...rest}>
      {children}
    </button>
  )
}
