import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { toldBy } from '../../model/told-by.ts'

/** In the place of every answer that hangs on the time, while something was told later than the clock shows. */
export function ClockScreen(): JSX.Element {
  const { i18n, format, at, record } = useApp()
  const events = record.session?.events ?? []
  const newest = Math.max(at, record.toldAt ?? 0, ...events.map((event) => event.at))
  return (
    <Page
      title={i18n._({ id: 'clock.title', message: 'Is the clock of this device right?' })}
      lead={i18n._({
        id: 'clock.lead',
        message:
          'You told us something on {told}. The clock here says that it is {shown}. It was wrong then, or it is wrong now.',
        values: { told: format.dayTimeYear(newest), shown: format.dayTimeYear(at) },
      })}
    >
      <p>
        {i18n._({
          id: 'clock.why',
          message: 'Your plan goes by this clock. So nothing is shown as open until it is right.',
        })}
      </p>
      <Ways />
      <p>
        <a href={hrefTo('help')}>{i18n._({ id: 'help.title', message: 'When to get help' })}</a>
      </p>
    </Page>
  )
}

function Ways(): JSX.Element {
  const { i18n, at, change } = useApp()
  return (
    <Card>
      <p>
        {i18n._({
          id: 'clock.set',
          message: 'If it is wrong, set the date and the time in the settings of this device.',
        })}
      </p>
      <div class="cluster">
        <Button kind="main" onClick={() => location.reload()}>
          {i18n._({ id: 'clock.again', message: 'I have set it' })}
        </Button>
        <Button
          onClick={() =>
            change(({ session, toldAt }) => ({
              session: session && toldBy(session, at, toldAt ?? at),
              toldAt: at,
            }))
          }
        >
          {i18n._({ id: 'clock.right', message: 'It is right now' })}
        </Button>
      </div>
    </Card>
  )
}
