import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { StatusMark } from '../../../components/status.tsx'
import { statusWord } from '../../../words/status-words.ts'
import type { PatientDays } from '../../api/days.ts'
import { Empty } from '../../components/empty.tsx'
import { Show } from '../../components/loaded.tsx'
import { openingsToday } from './day-groups.ts'
import { More } from './more.tsx'
import { PeopleRow } from './people-row.tsx'
import { useDays } from './use-days.ts'

/** What opens today, and for whom. */
export function OpensCard(): JSX.Element {
  const { i18n } = useApp()
  const days = useDays()
  return (
    <Card title={i18n._({ id: 'clinic-today.opens', message: 'Opens today' })}>
      <Show loaded={days}>{(value) => <Openings days={value} />}</Show>
    </Card>
  )
}

function Openings({ days: { items, next } }: { readonly days: PatientDays }): JSX.Element {
  const { i18n, texts } = useApp()
  const openings = openingsToday(items)
  if (openings.length === 0)
    return (
      <Empty title={i18n._({ id: 'clinic-today.opens.none', message: 'Nothing opens today' })}>
        <p>
          {i18n._({
            id: 'clinic-today.opens.none.text',
            message: 'When makeup, sport or swimming opens for a patient, it stands here that day.',
          })}
        </p>
      </Empty>
    )
  const rows = openings.map(({ subject, status, patients }) => (
    <PeopleRow
      key={subject}
      mark={
        <>
          <StatusMark status={status} />
          <span class="unseen">{statusWord(i18n, status)}</span>
        </>
      }
      title={<span lang={texts.lang}>{texts.subject(subject)}</span>}
      people={patients}
    />
  ))
  return (
    <>
      <More rows={rows} />
      {next === null ? null : (
        <p class="small">
          {i18n._({
            id: 'clinic-today.opens.newest',
            message: 'Of the {count} newest sessions.',
            values: { count: items.length },
          })}
        </p>
      )}
    </>
  )
}
