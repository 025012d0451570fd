import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import type { PatientDays } from '../../api/days.ts'
import { Empty } from '../../components/empty.tsx'
import { Show } from '../../components/loaded.tsx'
import { dayWord } from '../inbox/inbox-words.ts'
import { dayGroups } from './day-groups.ts'
import { More } from './more.tsx'
import { PeopleRow } from './people-row.tsx'
import { useDays } from './use-days.ts'

/** Who is on which day of the first four weeks. */
export function DaysCard(): JSX.Element {
  const { i18n } = useApp()
  const days = useDays()
  return (
    <Card title={i18n._({ id: 'clinic-today.days', message: 'Who is on which day' })}>
      <Show loaded={days}>
        {(value) => (value.items.length === 0 ? <NobodyYet /> : <Groups days={value} />)}
      </Show>
    </Card>
  )
}

function Groups({ days: { items, counts } }: { readonly days: PatientDays }): JSX.Element {
  const { i18n, format } = useApp()
  const rows = dayGroups(items).map(({ day, patients }) => (
    <PeopleRow key={day} title={dayWord({ i18n, format }, day)} people={patients} />
  ))
  return (
    <>
      {counts ? (
        <p class="quiet">
          {i18n._({
            id: 'clinic-today.days.counts',
            message: '{week} in the first week, {month} in the first four weeks',
            values: {
              week: format.number(counts.inFirstWeek),
              month: format.number(counts.inFirstMonth),
            },
          })}
        </p>
      ) : null}
      <More rows={rows} />
    </>
  )
}

function NobodyYet(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'clinic-today.days.none', message: 'Nobody in the first weeks' })}>
      <p>
        {i18n._({
          id: 'clinic-today.days.none.text',
          message:
            'After each session that you record, the patient stands here by day for 28 days.',
        })}
      </p>
    </Empty>
  )
}
