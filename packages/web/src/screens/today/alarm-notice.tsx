import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { EmergencyCall } from '../../components/emergency-call.tsx'
import type { LastAlarm } from '../../model/last-alarm.ts'

/** An alarm that the last check-in raised: Today says nothing calming before it. */
export function AlarmNotice({ alarm }: { readonly alarm: LastAlarm }): JSX.Element {
  const { i18n, texts, format, at } = useCare()
  const { disposition } = alarm
  return (
    <section class={`alarm alarm-${disposition}`} aria-labelledby="alarm">
      <h2 id="alarm" lang={texts.lang}>
        {texts.text(`disposition.${disposition}`)}
      </h2>
      {disposition === 'emergency' ? <EmergencyCall /> : null}
      <p>
        {i18n._({
          id: 'notice.alarm',
          message: 'This is what you were told on {when}. It stays here until you check in again.',
          values: { when: format.dayTime(alarm.at, at) },
        })}
      </p>
      <div class="cluster">
        <Button kind="main" href={hrefTo('help')}>
          {i18n._({ id: 'check-in.help', message: 'When to get help' })}
        </Button>
        <Button href={hrefTo('check-in')}>
          {i18n._({ id: 'nav.check-in', message: 'Check in' })}
        </Button>
      </div>
    </section>
  )
}
