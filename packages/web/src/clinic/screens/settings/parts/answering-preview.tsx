import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { answeringAt } from '../../../../linked/answering-now.ts'
import { createFormat } from '../../../../words/format.ts'
import type { AnsweringHours } from '../../../api/settings.ts'
import { toPicker } from './until.ts'

interface AnsweringPreviewProps {
  readonly hours: readonly AnsweringHours[]
  readonly who: string
  readonly zone: string
}

/** What these hours mean at this moment, in the clinic's zone. */
export function AnsweringPreview(props: AnsweringPreviewProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div class="notice" role="status">
      <p class="small">{i18n._({ id: 'settings.now', message: 'What that means right now' })}</p>
      <p>
        <NowWords {...props} />
      </p>
    </div>
  )
}

function NowWords({ hours, who, zone }: AnsweringPreviewProps): JSX.Element {
  const { i18n, at, locale, digits } = useApp()
  const format = createFormat({ locale, digits, zone })
  // A day's midnight as the clock has it: no clock shows 24:00.
  const spans = hours.map(({ until, ...rest }) => ({ ...rest, until: toPicker(until) }))
  const now = answeringAt({ who: who.trim() || null, hours: spans }, zone, at)
  switch (now.state) {
    case 'reading':
      return (
        <>
          {i18n._({
            id: 'settings.now.reading',
            message: 'Somebody reads until {until}.',
            values: { until: format.dayTime(now.until, at) },
          })}
        </>
      )
    case 'away':
      return (
        <>
          {i18n._({
            id: 'settings.now.away',
            message: 'Nobody reads until {from}. Patients are told so, and whom to call.',
            values: { from: format.dayTime(now.from, at) },
          })}
        </>
      )
    case 'unsaid':
      return (
        <>
          {i18n._({
            id: 'settings.now.unsaid',
            message:
              'Patients are told that nobody has said when messages are read, and not to wait for an answer.',
          })}
        </>
      )
  }
}
