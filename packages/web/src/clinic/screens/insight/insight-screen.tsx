import { addToDate, localDate, parseInstant } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { Page } from '../../../components/page.tsx'
import { type Insight, readInsight, readInsightCsv } from '../../api/insight.ts'
import { useStaff } from '../../app/console-context.ts'
import { useQuery } from '../../app/query.ts'
import { CsvButton } from '../../components/csv-button.tsx'
import { Show } from '../../components/loaded.tsx'
import { CourseSection } from './course-section.tsx'
import { Figures } from './figures.tsx'
import './insight.css'
import { Questions } from './questions.tsx'

/** What the clinic's check-ins come to. Figures of fewer than 5 people are hidden. */
export function InsightScreen(): JSX.Element {
  const { i18n } = useApp()
  const { may } = useStaff()
  const title = i18n._({ id: 'insight.title', message: 'Insight' })
  if (may('owner', 'clinician')) return <InsightPage title={title} />
  return (
    <Page title={title}>
      <p>
        {i18n._({ id: 'insight.barred', message: 'Owners and clinicians can see these figures.' })}
      </p>
    </Page>
  )
}

const SPANS = [1, 3, 6, 12] as const
type Span = (typeof SPANS)[number]

function InsightPage({ title }: { readonly title: string }): JSX.Element {
  const { i18n, at, zone } = useApp()
  const [span, setSpan] = useState<Span>(3)
  const from = firstDay(localDate(at, zone), span)
  const loaded = useQuery(['insight', from], () => readInsight(from))
  return (
    <Page
      title={title}
      lead={i18n._({
        id: 'insight.lead',
        message:
          'What check-ins come to. Any figure of fewer than 5 people is hidden, so that nobody can be told from it.',
      })}
    >
      <div class="insight-head">
        <Spans span={span} onChange={setSpan} />
        <CsvButton
          name="insight.csv"
          word={i18n._({ id: 'insight.csv', message: 'Save as CSV' })}
          read={() => readInsightCsv(from)}
        />
      </div>
      <Show loaded={loaded}>{(insight) => <All insight={insight} />}</Show>
    </Page>
  )
}

/** The first day of the month that so many months, this one among them, begin with. */
function firstDay(today: string, months: number): string {
  return addToDate(`${today.slice(0, 7)}-01`, { kind: 'months', months: 1 }, 1 - months)
}

interface SpansProps {
  readonly span: Span
  readonly onChange: (span: Span) => void
}

function Spans({ span, onChange }: SpansProps): JSX.Element {
  const { i18n } = useApp()
  return (
    <div
      class="cluster"
      role="group"
      aria-label={i18n._({ id: 'insight.span', message: 'Which time' })}
    >
      {SPANS.map((months) => (
        <button
          key={months}
          type="button"
          class="insight-span"
          aria-pressed={span === months}
          onClick={() => onChange(months)}
        >
          {i18n._({
            id: 'insight.months',
            message: '{months, plural, one {This month} other {# months}}',
            values: { months },
          })}
        </button>
      ))}
    </div>
  )
}

function All({ insight }: { readonly insight: Insight }): JSX.Element {
  return (
    <>
      <AsOf insight={insight} />
      <Figures insight={insight} />
      <CourseSection course={insight.course} />
      <Questions questions={insight.questions} />
      <CannotSay />
    </>
  )
}

function AsOf({ insight: { from, to, asOf } }: { readonly insight: Insight }): JSX.Element {
  const { i18n, format, at } = useApp()
  const last = addToDate(to, { kind: 'days', days: 1 }, -1)
  const values = {
    from: format.date(from),
    to: format.date(last),
    when: format.shortDayTime(parseInstant(asOf) ?? at, at),
  }
  return (
    <p class="quiet" role="status">
      {i18n._({ id: 'insight.as-of', message: '{from} to {to}. Counted {when}.', values })}
    </p>
  )
}

function CannotSay(): JSX.Element {
  const { i18n } = useApp()
  return (
    <section class="stack-s">
      <h2 class="card-title">
        {i18n._({ id: 'insight.cannot', message: 'What these figures cannot say' })}
      </h2>
      <p class="quiet">
        {i18n._({
          id: 'insight.cannot.text',
          message:
            'They count who checked in, and people who feel well check in less. A difference between depths or skin types may come from who had which treatment. They are no measure of one patient.',
        })}
      </p>
    </section>
  )
}
