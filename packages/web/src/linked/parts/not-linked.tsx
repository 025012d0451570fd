import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'

/** A page of a clinic's on a device that no clinic knows: what to do, and that the app goes without. */
export function NotLinked(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Page
      title={i18n._({ id: 'clinic.none', message: 'This device is not signed in to a clinic' })}
      lead={i18n._({
        id: 'clinic.none-lead',
        message: 'Open the link or the square code that your clinic gave you. Or call your clinic.',
      })}
    >
      <div class="cluster">
        <Button kind="main" href={hrefTo('join')}>
          {i18n._({ id: 'clinic.none-join', message: 'I have a code, or lost my link' })}
        </Button>
        <Button kind="quiet" href={hrefTo('help')}>
          {i18n._({ id: 'help.title', message: 'When to get help' })}
        </Button>
      </div>
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
    </Page>
  )
}
