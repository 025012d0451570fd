import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { Choice } from '../../components/choice.tsx'
import { Page } from '../../components/page.tsx'
import { type Timeline, type TimelineRow, timelineOf } from '../../model/timeline.ts'
import { ChangeList } from './change-list.tsx'
import { Legend } from './legend.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { Ribbons } from './ribbons.tsx'
import { RowSheet } from './row-sheet.tsx'
import './timeline.css'
import { kickerText, restText, titleText } from './timeline-words.ts'

const WEEKS = [1, 4, 12] as const
const HELD = 'held'
const EVERYTHING = 'everything'

/** Every window over the weeks: as ribbons, or as a list of what changes when. */
export function TimelineScreen(): JSX.Element {
  const care = useCare()
  const { at } = care
  const [weeks, setWeeks] = useState<number>(4)
  const [view, setView] = useState('ribbons')
  const [shown, setShown] = useState(HELD)
  const [opened, setOpened] = useState<TimelineRow | null>(null)
  // The ribbons move on with the minute, and with every event.
  const timeline = useMemo(() => timelineOf(care, weeks), [care.plan, care.zone, at, weeks])
  const sections = sectionsOf(care, timeline, shown)
  return (
    <Page title={titleText(care, timeline)} kicker={kickerText(care)}>
      <div class="timeline-controls">
        <Weeks weeks={weeks} onChange={setWeeks} />
        <View view={view} onChange={setView} />
        <Shown shown={shown} onChange={setShown} timeline={timeline} />
      </div>
      {view === 'list' ? (
        <ChangeList timeline={timeline} group={isGroup(timeline, shown) ? shown : null} />
      ) : (
        <>
          <Card>
            <Ribbons timeline={timeline} sections={sections} onOpen={setOpened} />
            <Legend />
          </Card>
          {shown === HELD ? <p class="quiet">{restText(care, timeline)}</p> : null}
          <MilestoneList timeline={timeline} />
        </>
      )}
      <RowSheet row={opened} onClose={() => setOpened(null)} />
    </Page>
  )
}

/** Rows under one heading; without one where they are not of one kind. */
export interface TimelineSection {
  readonly title: string | null
  readonly rows: readonly TimelineRow[]
}

function sectionsOf(
  { texts }: AppCare,
  { rows, groups }: Timeline,
  shown: string,
): readonly TimelineSection[] {
  if (shown === HELD) return [{ title: null, rows: rows.filter((row) => row.isHeld) }]
  return groups
    .filter(({ group }) => shown === EVERYTHING || shown === group)
    .map((one) => ({ title: texts.subject(one.group), rows: one.rows }))
}

function isGroup({ groups }: Timeline, shown: string): boolean {
  return groups.some(({ group }) => group === shown)
}

interface WeeksProps {
  readonly weeks: number
  readonly onChange: (weeks: number) => void
}

function Weeks({ weeks, onChange }: WeeksProps): JSX.Element {
  const { i18n, format } = useCare()
  return (
    <Choice
      legend={i18n._({ id: 'timeline.weeks', message: 'How far to look' })}
      isLegendUnseen
      isCompact
      name="weeks"
      options={WEEKS.map((count) => ({
        value: String(count),
        label: format.unit(count, 'week'),
      }))}
      chosen={[String(weeks)]}
      onChange={([value = '4']) => onChange(Number(value))}
    />
  )
}

interface ViewProps {
  readonly view: string
  readonly onChange: (view: string) => void
}

function View({ view, onChange }: ViewProps): JSX.Element {
  const { i18n } = useCare()
  return (
    <Choice
      legend={i18n._({ id: 'timeline.view', message: 'How to show it' })}
      isLegendUnseen
      isCompact
      name="view"
      options={[
        { value: 'ribbons', label: i18n._({ id: 'timeline.ribbons', message: 'Ribbons' }) },
        { value: 'list', label: i18n._({ id: 'timeline.list', message: 'List' }) },
      ]}
      chosen={[view]}
      onChange={([value = 'ribbons']) => onChange(value)}
    />
  )
}

interface ShownProps {
  readonly shown: string
  readonly onChange: (shown: string) => void
  readonly timeline: Timeline
}

function Shown({ shown, onChange, timeline }: ShownProps): JSX.Element {
  const { i18n, texts } = useCare()
  return (
    <label class="timeline-shown">
      <span>{i18n._({ id: 'timeline.shown', message: 'Show' })}</span>
      <select
        class="timeline-select"
        value={shown}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value={HELD}>
          {i18n._({ id: 'timeline.shown.held', message: 'What is held back, by when it opens' })}
        </option>
        <option value={EVERYTHING}>
          {i18n._({ id: 'timeline.shown.everything', message: 'Everything, by kind' })}
        </option>
        {timeline.groups.map(({ group }) => (
          <option key={group} value={group}>
            {texts.subject(group)}
          </option>
        ))}
      </select>
    </label>
  )
}
