import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type AppCare, useCare } from '../../../../app/care-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Card } from '../../../../components/card.tsx'
import { Countdown } from '../../../../components/countdown.tsx'
import { Row, Rows } from '../../../../components/row.tsx'
import { StatusMark } from '../../../../components/status.tsx'
import type { OpeningEntry } from '../../../../model/opening.ts'
import { strictestOf } from '../../../../model/strictest.ts'
import { todayOf } from '../../../../model/today.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { usePatient } from '../page/patient-context.ts'

const SHOWN = 4

/** What opens next by time alone, and how much waits for a word. */
export function OpensCard(): JSX.Element {
  const care = useCare()
  const { i18n, texts, format, at, plan, session, planner, zone } = care
  const { patientId } = usePatient().patient
  const today = useMemo(
    () => todayOf({ planner, session, plan, at, zone }),
    [planner, session, plan, at, zone],
  )
  const waiting = today.waiting.length
  return (
    <Card title={i18n._({ id: 'patient.opens', message: 'Opens next' })}>
      {today.openings.length === 0 ? (
        <p class="quiet">
          {i18n._({ id: 'patient.opens.none', message: 'Nothing more opens by time alone.' })}
        </p>
      ) : null}
      <Rows>
        {today.openings.slice(0, SHOWN).map(({ at: opensAt, entries }) => (
          <Row
            key={opensAt}
            mark={<StatusMark status={strictestOf(entries.map(({ status }) => status))} />}
            title={<span lang={texts.lang}>{subjectsText(care, entries)}</span>}
            end={format.shortDayTime(opensAt, at)}
            endNote={<Countdown to={opensAt} />}
          />
        ))}
      </Rows>
      <p class="quiet">
        <a href={hrefTo('patients', patientId, 'plan')}>
          {i18n._({
            id: 'patient.opens.waiting',
            message:
              '{count, plural, =0 {See the whole plan} one {# waits for a word: see the whole plan} other {# wait for a word: see the whole plan}}',
            values: { count: waiting },
          })}
        </a>
      </p>
    </Card>
  )
}

const NAMED = 3

/** The first few by name, and how many more. */
function subjectsText({ i18n, texts, format }: AppCare, entries: readonly OpeningEntry[]): string {
  const [first = '', ...rest] = entries.slice(0, NAMED).map(({ subject }) => texts.subject(subject))
  const names = format.join([first, ...rest.map(lowerFirst)], 'comma')
  if (entries.length <= NAMED) return names
  return i18n._({
    id: 'patient.opens.more',
    message: '{names} and {count, plural, one {# more} other {# more}}',
    values: { names, count: entries.length - NAMED },
  })
}
