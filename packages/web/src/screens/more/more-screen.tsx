import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { About } from './about.tsx'
import { CountrySetting, LanguageSetting } from './settings.tsx'
import { YourData } from './your-data.tsx'

/** How it reads, how it leaves the device, what is kept, and what this is. */
export function MoreScreen(): JSX.Element {
  const { i18n, record } = useApp()
  return (
    <Page
      title={i18n._({ id: 'more.title', message: 'More' })}
      aside={
        <>
          <YourData />
          <About />
        </>
      }
    >
      {record.clinic ? <Clinic /> : null}
      {record.session ? <TakeAlong /> : null}
      {record.session ? <AskMore /> : null}
      <LanguageSetting />
      <CountrySetting />
      {record.clinic ? null : <SignIn />}
    </Page>
  )
}

function Clinic(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card title={i18n._({ id: 'more.clinic', message: 'Your clinic' })}>
      <Rows>
        <Row
          href={hrefTo('my-clinic')}
          mark={<Icon name="phone" size={22} />}
          title={i18n._({ id: 'clinic.title', message: 'My clinic' })}
        />
        <Row
          href={hrefTo('messages')}
          mark={<Icon name="ask" size={22} />}
          title={i18n._({ id: 'messages.title', message: 'Messages' })}
        />
      </Rows>
    </Card>
  )
}

/** For an app that was put on the home screen, which may know nothing of what the browser knows. */
function SignIn(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="quiet">
      <a href={hrefTo('join')}>{i18n._({ id: 'join.title', message: 'Sign in to your clinic' })}</a>
    </p>
  )
}

function AskMore(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Card title={i18n._({ id: 'more.ask', message: 'Ask and check' })}>
      <Rows>
        <Row
          href={hrefTo('ask')}
          mark={<Icon name="ask" size={22} />}
          title={i18n._({ id: 'ask.label', message: 'Ask in your own words' })}
        />
        <Row
          href={hrefTo('products')}
          mark={<Icon name="products" size={22} />}
          title={i18n._({ id: 'way.products', message: 'Check what is in a product' })}
        />
      </Rows>
    </Card>
  )
}

function TakeAlong(): JSX.Element {
  const { i18n, record } = useApp()
  return (
    <Card title={i18n._({ id: 'more.take', message: 'Take your plan along' })}>
      <Rows>
        <Row
          href={hrefTo('print')}
          mark={<Icon name="print" size={22} />}
          title={i18n._({ id: 'more.print', message: 'Print it on a sheet' })}
        />
        <Row
          href={hrefTo('calendar')}
          mark={<Icon name="sessions" size={22} />}
          title={i18n._({ id: 'more.calendar', message: 'Put the dates in your calendar' })}
        />
        <Row
          href={hrefTo('share')}
          mark={<Icon name="share" size={22} />}
          title={i18n._({ id: 'more.share', message: 'Link, square code or typed code' })}
        />
        <Row
          href={hrefTo('session')}
          mark={<Icon name="session" size={22} />}
          title={
            record.clinic
              ? i18n._({ id: 'session.clinic', message: 'What your clinic wrote down' })
              : i18n._({ id: 'more.session', message: 'Correct what you told us' })
          }
        />
      </Rows>
    </Card>
  )
}
