import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { Door } from './door.tsx'
import { ToSignIn } from './to-sign-in.tsx'

/** A link that was used, withdrawn or ran out; who asks whom for a new one is its screen's to say. */
export function GoneLink({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'gone-link.title', message: 'This link is no longer good' })}
      lead={children}
    >
      <ToSignIn />
    </Door>
  )
}
