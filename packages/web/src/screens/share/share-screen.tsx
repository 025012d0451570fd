import { mayBeTooOpen, toLink, toQr, toShortCode } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo, linkTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Page } from '../../components/page.tsx'
import { missingInCopy } from '../../store/record.ts'
import { leftOutWord } from '../../words/left-out-words.ts'
import './share.css'

/** The plan to take to another device: a square to scan, a link, and a code to type. */
export function ShareScreen(): JSX.Element {
  const { i18n, session, record } = useCare()
  // What a code did not carry would be missing there too, and nobody would say so: it is told here first.
  const isWhole = !mayBeTooOpen(missingInCopy(record))
  const link = useMemo(() => linkTo(toLink(session)), [session])
  return (
    <Page
      title={i18n._({ id: 'share.title', message: 'Take your plan along' })}
      lead={i18n._({
        id: 'share.lead',
        message:
          'Your session stands in the link itself, and nowhere else. Whoever has it can read it: give it only to people you trust.',
      })}
      back={{ href: hrefTo('more'), label: i18n._({ id: 'share.back', message: 'More' }) }}
    >
      {isWhole ? (
        <>
          <Square link={link} />
          <Code />
        </>
      ) : (
        <NotWhole />
      )}
    </Page>
  )
}

function NotWhole(): JSX.Element {
  const { i18n, record } = useCare()
  return (
    <p class="notice">
      {record.clinic
        ? i18n._({
            id: 'share.clinics',
            message:
              'Your clinic has rules of its own, and a copy of your session alone would not have them. Ask your clinic for a link for the other device.',
          })
        : i18n._({
            id: 'share.not-whole',
            message:
              'Your plan came from a short code that left things out. Tell us those first. Then you can take the plan along.',
          })}
    </p>
  )
}

function Square({ link }: { readonly link: string }): JSX.Element {
  const { i18n } = useCare()
  const square = useMemo(() => toQr(link), [link])
  return (
    <Card title={i18n._({ id: 'share.scan', message: 'Scan it with the other device' })}>
      {square.ok ? (
        <img
          class="square"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(square.value)}`}
          alt={i18n._({ id: 'share.square', message: 'Square code that holds your plan' })}
        />
      ) : (
        <p>
          {i18n._({
            id: 'share.too-long',
            message: 'Your plan holds too much for a square. Use the link.',
          })}
        </p>
      )}
      <div class="cluster">
        <CopyButton
          text={link}
          word={i18n._({ id: 'share.copy', message: 'Copy the link' })}
          done={i18n._({ id: 'share.copied', message: 'Copied' })}
        />
        <ShareButton link={link} />
      </div>
    </Card>
  )
}

function ShareButton({ link }: { readonly link: string }): JSX.Element | null {
  const { i18n } = useCare()
  if (!('share' in navigator)) return null
  return (
    // A person who thinks better of it has shared nothing: that is no failure.
    <Button onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
      {i18n._({ id: 'share.send', message: 'Send the link' })}
    </Button>
  )
}

function Code(): JSX.Element | null {
  const { i18n, format, session } = useCare()
  const short = useMemo(() => toShortCode(session), [session])
  if (!short.ok) return null
  const { code, leftOut } = short.value
  return (
    <Card title={i18n._({ id: 'share.type', message: 'Or type this code there' })}>
      <p class="code" dir="ltr">
        {code}
      </p>
      {leftOut.length === 0 ? null : (
        <p class="quiet">
          {i18n._({
            id: 'share.left-out',
            message: 'It cannot carry: {what}. The square and the link can.',
            values: { what: format.list(leftOut.map((one) => leftOutWord(i18n, one))) },
          })}
        </p>
      )}
    </Card>
  )
}
