import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { Row, Rows } from '../../components/row.tsx'

/** The way to everything else. */
export function Everything(): JSX.Element {
  const { i18n, record } = useCare()
  const ways: readonly { readonly to: string; readonly icon: IconName; readonly text: string }[] = [
    {
      to: 'products',
      icon: 'products',
      text: i18n._({ id: 'way.products', message: 'Check what is in a product' }),
    },
    {
      to: 'sessions',
      icon: 'sessions',
      text: i18n._({ id: 'way.sessions', message: 'Your next sessions' }),
    },
    {
      to: 'results',
      icon: 'results',
      text: i18n._({ id: 'way.results', message: 'Results and photos' }),
    },
    {
      to: 'session',
      icon: 'session',
      text: record.clinic
        ? i18n._({ id: 'session.clinic', message: 'What your clinic wrote down' })
        : i18n._({ id: 'way.session', message: 'What you told us, and how to correct it' }),
    },
    {
      to: 'more',
      icon: 'more',
      text: i18n._({ id: 'way.more', message: 'Print, calendar, share, language' }),
    },
  ]
  return (
    <nav class="everything" aria-label={i18n._({ id: 'way.label', message: 'More' })}>
      <Rows>
        {ways.map(({ to, icon, text }) => (
          <Row key={to} href={hrefTo(to)} mark={<Icon name={icon} size={22} />} title={text} />
        ))}
      </Rows>
    </nav>
  )
}
