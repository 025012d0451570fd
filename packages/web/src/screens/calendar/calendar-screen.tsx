import { addToDate, instantOf, localDate } from '@afterglow/engine'
import { planIdOf, toIcal } from '@afterglow/formats'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Page } from '../../components/page.tsx'
import { saveFile } from '../../store/save-file.ts'
import { calendarWords } from '../../words/calendar-words.ts'

/** How far ahead the file goes. */
const REACH = { kind: 'days', days: 90 } as const

/** A calendar file to be imported once, with alarms. */
export function CalendarScreen(): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const [detail, setDetail] = useState<'full' | 'discreet'>('discreet')
  const [extras, setExtras] = useState<readonly string[]>([])
  const save = () =>
    saveFile({
      name: 'afterglow.ics',
      type: 'text/calendar;charset=utf-8',
      content: calendarOf(care, { detail, hasRoutines: extras.includes('routines') }),
    })
  return (
    <Page
      title={i18n._({ id: 'calendar.title', message: 'Dates in your calendar' })}
      lead={i18n._({
        id: 'calendar.lead',
        message:
          'A file with what opens when, and alarms. Save it, then open it with your calendar.',
      })}
      back={{ href: hrefTo('more'), label: i18n._({ id: 'share.back', message: 'More' }) }}
    >
      <WishForm {...{ detail, setDetail, extras, setExtras }} />
      <Button kind="main" onClick={save}>
        {i18n._({ id: 'calendar.save', message: 'Save the calendar file' })}
      </Button>
      <p class="quiet">
        {i18n._({
          id: 'calendar.note',
          message:
            'It is made for your plan as it is now. If the plan changes, save it again. A calendar may not alert you: look in here too.',
        })}
      </p>
    </Page>
  )
}

interface WishFormProps {
  readonly detail: 'full' | 'discreet'
  readonly setDetail: (detail: 'full' | 'discreet') => void
  readonly extras: readonly string[]
  readonly setExtras: (extras: readonly string[]) => void
}

function WishForm({ detail, setDetail, extras, setExtras }: WishFormProps): JSX.Element {
  const care = useCare()
  const { i18n } = care
  return (
    <>
      <Choice
        legend={i18n._({ id: 'calendar.detail', message: 'What should the entries say?' })}
        name="detail"
        options={detailOptions(care)}
        chosen={[detail]}
        onChange={([chosen]) => setDetail(chosen === 'full' ? 'full' : 'discreet')}
      />
      <Choice
        legend={i18n._({ id: 'calendar.more', message: 'Also' })}
        name="extras"
        isMultiple
        options={[
          {
            value: 'routines',
            label: i18n._({
              id: 'calendar.routines',
              message: 'Daily skin care, up to four a day',
            }),
          },
        ]}
        chosen={extras}
        onChange={setExtras}
      />
    </>
  )
}

function detailOptions({ i18n }: AppCare): readonly {
  readonly value: string
  readonly label: string
  readonly hint: string
}[] {
  return [
    {
      value: 'discreet',
      label: i18n._({ id: 'calendar.discreet', message: 'Only that there is a step' }),
      hint: i18n._({
        id: 'calendar.discreet-hint',
        message: 'Your calendar may be copied to other computers. Other people may see it there.',
      }),
    },
    {
      value: 'full',
      label: i18n._({ id: 'calendar.full', message: 'Everything' }),
      hint: i18n._({ id: 'calendar.full-hint', message: 'Such as “Opens, with care: makeup”.' }),
    },
  ]
}

interface CalendarWish {
  readonly detail: 'full' | 'discreet'
  readonly hasRoutines: boolean
}

function calendarOf(care: AppCare, { detail, hasRoutines }: CalendarWish): string {
  const { planner, session, plan, at, zone } = care
  const lastDay = addToDate(localDate(at, zone), REACH)
  const lastEvent = Math.max(
    ...session.procedures.map(({ endedAt }) => Math.min(endedAt, at)),
    ...session.events.map((event) => event.at),
  )
  return toIcal({
    planner,
    plan,
    span: { from: at, until: instantOf(lastDay, '00:00', zone) },
    routines: hasRoutines,
    detail,
    words: calendarWords(care),
    planId: planIdOf(session),
    stamp: lastEvent,
    sequence: session.events.length,
  })
}
