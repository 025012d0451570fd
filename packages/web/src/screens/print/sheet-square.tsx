import { type Carry, toQr } from '@afterglow/formats'
import type { Instant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'

interface SessionSquareProps {
  readonly carry: Carry
  /** The whole address that the square holds. */
  readonly link: string
}

/** The session itself, to scan, and as a code to type. */
export function SessionSquare({ carry, link }: SessionSquareProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <div class="paper-square">
      <Square
        link={link}
        alt={i18n._({ id: 'share.square', message: 'Square code that holds your plan' })}
      />
      {carry.shortCode ? (
        <p class="small">
          {i18n._({ id: 'sheet.code', message: 'Or type:' })}{' '}
          <bdi dir="ltr">{carry.shortCode.code}</bdi>
        </p>
      ) : null}
    </div>
  )
}

interface InvitationSquareProps {
  readonly link: string
  readonly expiresAt: Instant
}

/** The clinic's invitation, to scan: it is good once, and not for long. */
export function InvitationSquare({ link, expiresAt }: InvitationSquareProps): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <div class="paper-square">
      <Square
        link={link}
        alt={i18n._({
          id: 'sheet.invitation-square',
          message: 'Square code that opens your plan at the clinic',
        })}
      />
      <p class="small">
        {i18n._({
          id: 'sheet.invitation',
          message: 'Scan it to have this plan on your phone. It works once, until {when}.',
          values: { when: format.dayTimeYear(expiresAt) },
        })}
      </p>
    </div>
  )
}

interface SquareProps {
  readonly link: string
  readonly alt: string
}

/** A link to scan; nothing where it is too long for a square. */
function Square({ link, alt }: SquareProps): JSX.Element | null {
  const square = toQr(link)
  if (!square.ok) return null
  return <img src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`} alt={alt} />
}
