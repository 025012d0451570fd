import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import type { Acknowledged, Insight } from '../../api/insight.ts'
import { fewerWords, minutesWords } from './insight-words.ts'

interface FiguresProps {
  readonly insight: Insight
}

/** The figures of the clinic's own work: who checks in, and how long it takes to be seen. */
export function Figures({ insight }: FiguresProps): JSX.Element {
  const { i18n } = useApp()
  const { urgent, other } = insight.acknowledgement
  return (
    <div class="figures">
      <Completion insight={insight} />
      <Seen
        title={i18n._({ id: 'insight.urgent', message: 'Urgent: until somebody had seen it' })}
        told={urgent}
      />
      <Seen
        title={i18n._({ id: 'insight.other', message: 'Not urgent: until somebody had seen it' })}
        told={other}
      />
    </div>
  )
}

function Completion({ insight }: FiguresProps): JSX.Element {
  const { i18n } = useApp()
  const { sessions, withCheckIn } = insight.completion
  return (
    <Card title={i18n._({ id: 'insight.completion', message: 'Checked in within a week' })}>
      <p class="figure">{shareWords(i18n, withCheckIn, sessions)}</p>
      <p class="quiet">
        {sessions === null || withCheckIn === null || sessions === 0
          ? i18n._({
              id: 'insight.completion.none',
              message: 'Of the sessions whose first week is over.',
            })
          : i18n._({
              id: 'insight.completion.of',
              message:
                'After {withCheckIn, number} of {sessions, plural, one {# session} other {# sessions}} whose first week is over.',
              values: { withCheckIn, sessions },
            })}
      </p>
    </Card>
  )
}

function shareWords(i18n: I18n, part: number | null, whole: number | null): string {
  if (whole === 0) return i18n._({ id: 'insight.no-session', message: 'No session yet' })
  if (part === null || whole === null) return fewerWords(i18n)
  return i18n._({
    id: 'insight.share',
    message: '{share, number, percent}',
    values: { share: part / whole },
  })
}

interface SeenProps {
  readonly title: string
  readonly told: Acknowledged
}

/** How long half of them waited at most, and nine of ten. */
function Seen({ title, told }: SeenProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { alerts, acknowledged, medianMin, p90Min } = told
  return (
    <Card title={title}>
      <p class="figure">{seenWords(app, told)}</p>
      <p class="quiet">
        {medianMin === null || p90Min === null
          ? null
          : i18n._({
              id: 'insight.p90',
              message: 'Half of them by then; nine of ten within {length}.',
              values: { length: minutesWords(app, p90Min) },
            })}{' '}
        {alerts === null || acknowledged === null || alerts === 0
          ? null
          : i18n._({
              id: 'insight.seen',
              message: '{acknowledged, number} of {alerts, number} seen.',
              values: { acknowledged, alerts },
            })}
      </p>
    </Card>
  )
}

function seenWords(app: ReturnType<typeof useApp>, told: Acknowledged): string {
  const { i18n } = app
  const { alerts, acknowledged, medianMin } = told
  if (alerts === 0) return i18n._({ id: 'insight.none', message: 'None' })
  if (acknowledged === 0) return i18n._({ id: 'insight.unseen', message: 'None seen yet' })
  return medianMin === null ? fewerWords(i18n) : minutesWords(app, medianMin)
}
