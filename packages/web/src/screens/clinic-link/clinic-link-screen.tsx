import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'

/** A link of a clinic's server that has no screen yet: what to do instead. Its token is neither read nor sent. */
export function ClinicLinkScreen({ rest: [kind] }: ScreenProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({
        id: 'clinic-link.title',
        message: 'This link is for your clinic’s Afterglow',
      })}
      lead={i18n._({
        id: 'clinic-link.lead',
        message: 'The page for it is not ready yet. Nothing was sent.',
      })}
    >
      <p>
        <b>{insteadOf(i18n, kind)}</b>
      </p>
      <p>
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
      <OnThisDevice />
    </Page>
  )
}

function insteadOf(i18n: I18n, kind: string | undefined): string {
  switch (kind) {
    case 'unsubscribe':
      return i18n._({
        id: 'clinic-link.unsubscribe',
        message:
          'To get no more of these messages, use “unsubscribe” in your mail app, or tell your clinic.',
      })
    case 'inbox':
      return i18n._({
        id: 'clinic-link.inbox',
        message:
          'A patient’s check-in may need somebody today. Have whoever runs your server look at it now.',
      })
    case 'set-up':
    case 'join-team':
      return i18n._({
        id: 'clinic-link.staff',
        message:
          'It is for people who work at the clinic. Ask whoever runs your server to do it for you.',
      })
    default:
      return i18n._({
        id: 'clinic-link.call',
        message: 'Call your clinic, and tell them that this link did not open.',
      })
  }
}

function OnThisDevice(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card>
      <p>
        {i18n._({
          id: 'clinic-link.device',
          message:
            'You can use Afterglow without your clinic. What you tell it stays on this device: your clinic does not see it.',
        })}
      </p>
      <Button href={hrefTo('today')}>
        {i18n._({ id: 'clinic-link.go', message: 'Use it without my clinic' })}
      </Button>
    </Card>
  )
}
