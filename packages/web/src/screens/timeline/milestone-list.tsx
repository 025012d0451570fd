import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Row, Rows } from '../../components/row.tsx'
import type { Timeline, TimelineMilestone } from '../../model/timeline.ts'

/** What may be seen along the way in these weeks, each in the span that a source gives. */
export function MilestoneList({ timeline }: { readonly timeline: Timeline }): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  if (timeline.milestones.length === 0) return null
  return (
    <details class="past">
      <summary>
        {i18n._({ id: 'timeline.milestones', message: 'What may show along the way' })}
      </summary>
      <Rows>
        {timeline.milestones.map((one) => (
          <Row
            key={one.milestone}
            title={texts.text(`milestone.${one.milestone}`)}
            note={spanOf(care, one)}
          />
        ))}
      </Rows>
      <p>
        <a href={hrefTo('results')}>
          {i18n._({ id: 'timeline.results', message: 'What gets better, and when' })}
        </a>
      </p>
    </details>
  )
}

function spanOf({ i18n, format }: AppCare, { from, until }: TimelineMilestone): string {
  if (from !== null && until !== null)
    return i18n._({
      id: 'milestone.between',
      message: '{from} to {until}',
      values: { from: format.shortDay(from), until: format.shortDay(until) },
    })
  if (from !== null)
    return i18n._({
      id: 'milestone.from',
      message: 'from about {from}',
      values: { from: format.shortDay(from) },
    })
  return i18n._({
    id: 'milestone.by',
    message: 'by about {until}',
    values: { until: until === null ? '' : format.shortDay(until) },
  })
}
