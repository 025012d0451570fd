import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { toQr } from '@afterglow/formats'
import type { Invitation } from '../../api/invitations.ts'

/** The link on the screen, for the patient to scan before they leave; whoever has it can use it once. */
export function LinkCard({ invitation }: { readonly invitation: Invitation }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { link, expiresAt } = invitation
  const [isCopied, setCopied] = useState(false)
  const square = toQr(link)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Card title={i18n._({ id: 'sheet-page.link.title', message: 'Scan with the patient’s phone' })}>
      <div class="link-card">
        {square.ok ? (
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`}
            alt={i18n._({ id: 'sheet-page.link.square', message: 'Square code of the link' })}
          />
        ) : null}
        <div class="stack-s">
          <p>
            {i18n._({
              id: 'sheet-page.link.until',
              message:
                'It works once, until {when}. It is shown this once: whoever has it opens the patient’s plan.',
              values: { when: format.dayTime(parseInstant(expiresAt) ?? at, at) },
            })}
          </p>
          <p class="link-text" dir="ltr">
            {link}
          </p>
          <div class="cluster">
            <Button onClick={() => void copy().catch(reportError)}>
              {i18n._({ id: 'sheet-page.link.copy', message: 'Copy the link' })}
            </Button>
            <span class="quiet" role="status">
              {isCopied ? i18n._({ id: 'sheet-page.link.copied', message: 'Copied' }) : ''}
            </span>
          </div>
        </div>
      </div>
    </Card>
  )
}
