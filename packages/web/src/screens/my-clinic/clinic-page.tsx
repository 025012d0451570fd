import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { answeringText, clinicName, hoursText } from '../../linked/linked-words.ts'
import { readKept } from '../../linked/linked-store.ts'
import { isUnsent } from '../../linked/outbox.ts'
import { OldCopy } from '../../linked/parts/old-copy.tsx'
import type { ClinicPageProps } from './clinic-pages.ts'

export function ClinicPage({ clinic }: ClinicPageProps): JSX.Element {
  const { i18n, record } = useApp()
  return (
    <Page
      title={clinicName(i18n, clinic)}
      kicker={i18n._({ id: 'clinic.title', message: 'My clinic' })}
      aside={<Ways clinic={clinic} />}
    >
      <OldCopy clinic={clinic} />
      <Logo clinic={clinic} />
      {record.session || clinic.card.name === '' ? null : (
        <p class="clinic-notice" role="status">
          {i18n._({
            id: 'clinic.no-session',
            message:
              'Your clinic has not written down a session yet. Your plan will be here when it has.',
          })}
        </p>
      )}
      <Reach clinic={clinic} />
      <Hours clinic={clinic} />
      {clinic.card.sheetNote ? (
        <Card title={i18n._({ id: 'clinic.note', message: 'From your clinic' })}>
          <p dir="auto">{clinic.card.sheetNote}</p>
        </Card>
      ) : null}
    </Page>
  )
}

/** The clinic's own picture, kept on this device. */
function Logo({ clinic }: ClinicPageProps): JSX.Element | null {
  const lazy = useLazy(() => readKept('logo'), clinic.clinicId)
  const logo = lazy !== 'broken' && lazy?.value
  return logo ? <img class="clinic-logo" src={logo} alt="" /> : null
}

function Reach({ clinic: { card, kind } }: ClinicPageProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="stack">
      <ClinicCall />
      <div class="cluster">
        <Button href={hrefTo('messages')}>
          {kind === 'patient'
            ? i18n._({ id: 'clinic.write', message: 'Write a message' })
            : i18n._({ id: 'messages.title', message: 'Messages' })}
        </Button>
        {card.bookingUrl ? (
          <Button href={card.bookingUrl}>
            {i18n._({ id: 'clinic.book', message: 'Book a visit' })}
          </Button>
        ) : null}
        {card.virtualVisitUrl ? (
          <Button href={card.virtualVisitUrl}>
            {i18n._({ id: 'clinic.virtual', message: 'Video visit' })}
          </Button>
        ) : null}
      </div>
      <p class="quiet">
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
    </div>
  )
}

/** When it is open, and apart from it when anybody reads: the one says nothing of the other. */
function Hours({ clinic }: ClinicPageProps): JSX.Element {
  const app = useApp()
  const { i18n, format, at } = app
  const { openingHours, answering, zone } = clinic.card
  return (
    <Card title={i18n._({ id: 'clinic.when', message: 'When they are there' })}>
      {openingHours ? <p dir="auto">{openingHours}</p> : null}
      <p>
        <b>{answeringText(app, clinic)}</b>
      </p>
      {answering.hours.length > 0 ? (
        <ul class="stack-s">
          {answering.hours.map((hours) => (
            <li key={JSON.stringify(hours)}>{hoursText(app, hours)}</li>
          ))}
        </ul>
      ) : null}
      {answering.who ? (
        <p dir="auto">
          {i18n._({
            id: 'clinic.who',
            message: 'Who reads them: {who}',
            values: { who: answering.who },
          })}
        </p>
      ) : null}
      {zone === app.zone || answering.hours.length === 0 ? null : (
        <p class="quiet">
          {i18n._({
            id: 'clinic.clock',
            message: 'These hours are on your clinic’s clock: {zone}.',
            values: { zone: format.zoneName(zone, at) },
          })}
        </p>
      )}
    </Card>
  )
}

function Ways({ clinic }: ClinicPageProps): JSX.Element {
  const { i18n, linked } = useApp()
  const unsent = (linked?.items ?? []).filter(isUnsent).length
  const isPatient = clinic.kind === 'patient'
  return (
    <Card title={i18n._({ id: 'clinic.more', message: 'You and your clinic' })}>
      <Rows>
        {unsent > 0 ? (
          <Row
            href={hrefTo('my-clinic', 'unsent')}
            mark={<Icon name="clock" size={22} />}
            title={i18n._({
              id: 'clinic.unsent-row',
              message: '{count, plural, one {# thing not sent yet} other {# things not sent yet}}',
              values: { count: unsent },
            })}
          />
        ) : null}
        {isPatient ? (
          <Row
            href={hrefTo('my-clinic', 'reminders')}
            mark={<Icon name="clock" size={22} />}
            title={i18n._({ id: 'clinic.reminders', message: 'Reminders and calendar' })}
          />
        ) : null}
        <Row
          href={hrefTo('my-clinic', 'privacy')}
          mark={<Icon name="session" size={22} />}
          title={i18n._({ id: 'clinic.privacy', message: 'What you agreed to, and who looked' })}
        />
        <Row
          href={hrefTo('my-clinic', 'code')}
          mark={<Icon name="share" size={22} />}
          title={i18n._({ id: 'clinic.code', message: 'Use it in the installed app' })}
        />
        <Row
          href={hrefTo('my-clinic', 'sign-out')}
          mark={<Icon name="close" size={22} />}
          title={i18n._({ id: 'clinic.sign-out', message: 'Sign out' })}
        />
      </Rows>
    </Card>
  )
}
