import { parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { toQr } from '@afterglow/formats'
import type { Invitation } from '../../api/invitations.ts'
import { CopyButton } from '../../components/copy-button.tsx'

/** The link on the screen, for the patient to scan before they leave; whoever has it can use it once. */
export function LinkCard({ invitation }: { readonly invitation: Invitation }): JSX.Element {
  const { i18n, format, at } = useApp()
  const { link, expiresAt } = invitation
  const square = toQr(link)
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
          <CopyButton
            text={link}
            word={i18n._({ id: 'sheet-page.link.copy', message: 'Copy the link' })}
          />
        </div>
      </div>
    </Card>
  )
}
