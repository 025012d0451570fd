import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Door } from './door.tsx'

/** A link whose end is missing, or that was opened before and loaded again. */
export function NoToken(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Door
      title={i18n._({ id: 'no-token.title', message: 'Open the link again' })}
      lead={i18n._({
        id: 'no-token.lead',
        message:
          'Its secret part is not kept in this page’s address. Open the whole link once more from where you got it.',
      })}
    >
      <Button href={hrefTo('today')}>
        {i18n._({ id: 'join-team.sign-in', message: 'Go to sign-in' })}
      </Button>
    </Door>
  )
}
