import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { isCardsBuild } from '../../app/is-graded.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { EmergencyCall } from '../../components/emergency-call.tsx'
import type { LastAlarm } from '../../model/last-alarm.ts'

/** In the place of an alarm, where the clinic, or the build, does not have advice graded: the way to every card, and no grade. */
export function CardsNotice({ alarm }: { readonly alarm: LastAlarm }): JSX.Element {
  const { i18n, format, at } = useCare()
  return (
    <section class="notice" aria-labelledby="cards">
      <h2 id="cards">{i18n._({ id: 'help.title', message: 'When to get help' })}</h2>
      <p>
        {isCardsBuild()
          ? buildText({ i18n, format, at }, alarm)
          : clinicText({ i18n, format, at }, alarm)}
      </p>
      <EmergencyCall />
      <ClinicCall />
      <div class="cluster">
        <Button kind="main" href={hrefTo('help')}>
          {i18n._({ id: 'check-in.help', message: 'When to get help' })}
        </Button>
        {isCardsBuild() ? null : (
          <Button href={hrefTo('check-in')}>
            {i18n._({ id: 'nav.check-in', message: 'Check in' })}
          </Button>
        )}
      </div>
    </section>
  )
}

type Words = Pick<AppCare, 'i18n' | 'format' | 'at'>

function clinicText({ i18n, format, at }: Words, alarm: LastAlarm): string {
  return i18n._({
    id: 'notice.cards',
    message:
      'Your last check-in was on {when}. Look at When to get help and do what it says. This stays here until you check in again.',
    values: { when: format.dayTime(alarm.at, at) },
  })
}

/** In a build that asks for no check-in there is no other one to wait for. */
function buildText({ i18n, format, at }: Words, alarm: LastAlarm): string {
  return i18n._({
    id: 'notice.cards.build',
    message: 'Your last check-in was on {when}. Look at When to get help and do what it says.',
    values: { when: format.dayTime(alarm.at, at) },
  })
}
