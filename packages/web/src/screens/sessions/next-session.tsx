import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import type { SeriesPlan } from '../../model/series.ts'
import { dateText, gapText, spacingText } from './session-words.ts'

interface NextSessionProps {
  readonly series: SeriesPlan
}

/** The answer first: the next date, or why there is none. */
export function NextSession({ series }: NextSessionProps): JSX.Element {
  const care = useCare()
  const { i18n, format } = care
  const booked = series.past.find((one) => one.isBooked)
  const [next] = series.coming
  if (booked) {
    return (
      <Answer
        label={i18n._({ id: 'sessions.booked', message: 'Already planned' })}
        answer={dateText(care, booked.date)}
        note={booked.isDayAlone ? '' : format.time(booked.endedAt)}
      />
    )
  }
  if (next && !series.isStopped) {
    return (
      <Answer
        label={i18n._({
          id: 'sessions.next',
          message: 'Session {number} can be on',
          values: { number: format.number(next.number) },
        })}
        answer={dateText(care, next.date)}
        note={[gapText(care, next), spacingText(i18n, next.spacing)]
          .filter((text) => text !== '')
          .join(' ')}
      />
    )
  }
  return <Answer label="" answer={whyNone(care, series)} note="" />
}

function whyNone({ i18n }: AppCare, { isStopped, wanted }: SeriesPlan): string {
  if (isStopped)
    return i18n._({
      id: 'sessions.stopped',
      message: 'No date for now: your clinic has to say yes first',
    })
  return wanted === 0
    ? i18n._({ id: 'sessions.done', message: 'All the sessions you wanted are done' })
    : i18n._({ id: 'sessions.no-room', message: 'No session fits before that day' })
}

interface AnswerProps {
  readonly label: string
  readonly answer: string
  readonly note: string
}

function Answer({ label, answer, note }: AnswerProps): JSX.Element {
  return (
    <section class="next-session" role="status">
      {label === '' ? null : <p class="quiet">{label}</p>}
      <p class="next-session-date">{answer}</p>
      {note === '' ? null : <p>{note}</p>}
    </section>
  )
}
