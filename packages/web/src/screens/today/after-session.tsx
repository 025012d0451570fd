import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { type Today, todayOf } from '../../model/today.ts'
import { procedureWords } from '../../words/procedure-words.ts'
import { AskHere } from './ask-here.tsx'
import { EndedToday } from './ended-today.tsx'
import { Everything } from './everything.tsx'
import { ExpectedNow, HowItGoes } from './expected-now.tsx'
import { Notices, type NoticesProps } from './notices.tsx'
import { OpensNext } from './opens-next.tsx'
import { Tasks } from './tasks.tsx'
import './today.css'

/** Which day and hour it is, what is expected, the one or two things to do, what opens next. */
export function AfterSession({ isJoined }: NoticesProps): JSX.Element {
  const care = useCare()
  const { i18n, planner, session, plan, at, zone } = care
  const today = useMemo(
    () => todayOf({ planner, session, plan, at, zone }),
    [planner, session, plan, at, zone],
  )
  return (
    <Page
      title={i18n._({ id: 'today.title', message: 'Today' })}
      hasOwnHeading
      kicker={dayText(care, today)}
      aside={
        <>
          <OpensNext today={today} />
          {isTimeKnown(today) ? <HowItGoes today={today} /> : null}
          <Everything />
        </>
      }
    >
      <Notices isJoined={isJoined} />
      <EndedToday procedure={today.coming[0]} />
      <Hero today={today} />
      <AskHere />
      <Tasks today={today} />
    </Page>
  )
}

function Hero({ today }: { readonly today: Today }): JSX.Element {
  if (today.isAllUncovered) return <Uncovered today={today} />
  return isTimeKnown(today) ? <ExpectedNow today={today} /> : <UnknownTime />
}

/** Without the time of the last session nobody can say what is expected by now. */
function isTimeKnown({ ended: [last] }: Today): boolean {
  return !last?.procedure.endedAtEstimated
}

function UnknownTime(): JSX.Element {
  const { i18n } = useCare()
  return (
    <Card kind="wash">
      <h1 id="heading" tabIndex={-1}>
        {i18n._({ id: 'today.unknown-time', message: 'When did your session end?' })}
      </h1>
      <p>
        {i18n._({
          id: 'today.unknown-time-text',
          message:
            'Without the day and time we cannot say what is usual by now. The times below count from the latest it can have been. So they may be longer than they need to be.',
        })}
      </p>
      <p>
        <a href={hrefTo('session', 'ended')}>
          {i18n._({ id: 'today.tell-time', message: 'Tell us, about is fine' })}
        </a>
      </p>
    </Card>
  )
}

/** Of an earlier session the day is named while its weeks of care go on. */
const NAMED_FOR_MS = 28 * 86_400_000

/** `Day 2 · 31 hours after your microneedling`, the latest session first. */
function dayText({ i18n, format, session }: AppCare, { ended }: Today): string {
  return ended
    .filter(
      ({ procedure, elapsedMs }, k) =>
        !procedure.endedAtEstimated && (k === 0 || elapsedMs < NAMED_FOR_MS),
    )
    .map(({ procedure, day, elapsedMs }) =>
      i18n._({
        id: 'today.day',
        message: 'Day {day} · {length} after {what}',
        values: {
          day: format.number(day),
          length: format.elapsed(elapsedMs),
          what: procedureWords(i18n, session, procedure),
        },
      }),
    )
    .join(' · ')
}

function Uncovered({ today }: { readonly today: Today }): JSX.Element {
  const { i18n, session, format } = useCare()
  const names = today.ended.map(({ procedure }) => procedureWords(i18n, session, procedure))
  return (
    <Card kind="wash">
      <h1 id="heading" tabIndex={-1}>
        {i18n._({ id: 'uncovered.title', message: 'Ask the clinic that treated you' })}
      </h1>
      <p>
        {i18n._({
          id: 'uncovered.text',
          message:
            'We have no times for this: {what}. You did nothing wrong. The care after it is different, and the clinic that did it knows it. Ask them before you go back to anything.',
          values: { what: format.list([...new Set(names)]) },
        })}
      </p>
      <p>
        <a href={hrefTo('help')}>
          {i18n._({ id: 'uncovered.help', message: 'When to get help is the same for everyone' })}
        </a>
      </p>
    </Card>
  )
}
