import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { now } from '../../app/clock.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { LanguageChoice } from '../../components/language-choice.tsx'
import { Page } from '../../components/page.tsx'
import { QUESTIONS, sessionOf } from '../../interview/session-of.ts'
import { askToPersist } from '../../store/keep.ts'
import { QuestionPage } from '../../interview/question-page.tsx'
import { exampleSession } from './example-session.ts'
import './start-screen.css'

/** The way in: a word on what this is, then six questions, one a page. */
export function StartScreen({ rest: [step] }: ScreenProps): JSX.Element {
  const number = Number(step)
  const question = QUESTIONS[number - 1]
  return question ? <Step number={number} /> : <Welcome />
}

function Step({ number }: { readonly number: number }): JSX.Element {
  const { i18n, record, change, zone, format } = useApp()
  // `number` is a place in the list: `StartScreen` looked.
  const question = QUESTIONS[number - 1] as (typeof QUESTIONS)[number]
  const isLast = number === QUESTIONS.length
  const place = { number: format.number(number), count: format.number(QUESTIONS.length) }
  return (
    <QuestionPage
      question={question}
      kicker={i18n._({
        id: 'start.place',
        message: 'Question {number} of {count}',
        values: place,
      })}
      progress={number / QUESTIONS.length}
      back={{
        href: number === 1 ? hrefTo('start') : hrefTo('start', String(number - 1)),
        label: i18n._({ id: 'start.back', message: 'Back' }),
      }}
      next={
        isLast
          ? i18n._({ id: 'start.finish', message: 'Show my plan' })
          : i18n._({ id: 'start.next', message: 'Next' })
      }
      onAnswer={(answers) => {
        if (!isLast) {
          change({ answers })
          return goTo(hrefTo('start', String(number + 1)))
        }
        const session = sessionOf(answers, { zone, now: now() }, null)
        change({ answers, session, isExample: false, previous: null })
        void askToPersist()
        return goTo(hrefTo('today'))
      }}
      answers={record.answers}
    />
  )
}

function Welcome(): JSX.Element {
  const { i18n } = useApp()
  const title = i18n._({
    id: 'start.title',
    message: 'The days after microneedling, hour by hour',
  })
  return (
    <Page title={title} hasOwnHeading kicker={<LanguageChoice />} aside={<Promises />}>
      <section class="welcome">
        <Arcs />
        <h1 id="heading" tabIndex={-1}>
          {title}
        </h1>
        <p>
          {i18n._({
            id: 'start.lead',
            message:
              'What is expected now, what to do, and exactly when each thing opens again. With sources.',
          })}
        </p>
      </section>
      <Ways />
    </Page>
  )
}

/** A glow that fades with each round: time passing. */
function Arcs(): JSX.Element {
  return (
    <svg class="arcs" viewBox="0 0 200 200" aria-hidden="true">
      {[36, 70, 104, 138, 172].map((radius) => (
        <circle key={radius} cx="200" cy="200" r={radius} />
      ))}
    </svg>
  )
}

function Promises(): JSX.Element {
  const { i18n } = useApp()
  return (
    <ul class="promises">
      <li>
        <b>{i18n._({ id: 'start.private-title', message: 'Yours alone' })}</b>
        {i18n._({
          id: 'start.private',
          message: 'No account. What you enter stays on this device.',
        })}
      </li>
      <li>
        <b>{i18n._({ id: 'start.offline-title', message: 'Always with you' })}</b>
        {i18n._({
          id: 'start.offline',
          message: 'Works without a network once it has loaded.',
        })}
      </li>
      <li>
        <b>{i18n._({ id: 'start.strict-title', message: 'On the careful side' })}</b>
        {i18n._({
          id: 'start.strict',
          message: 'Where sources differ, the strictest counts, and you see who says what.',
        })}
      </li>
      <li>
        <b>{i18n._({ id: 'start.informs-title', message: 'Beside your clinic' })}</b>
        {i18n._({
          id: 'start.informs',
          message: 'It cannot see your skin. The word of your own clinic comes first.',
        })}
      </li>
    </ul>
  )
}

function Ways(): JSX.Element {
  const { i18n, record, change } = useApp()
  const isBegun = Object.keys(record.answers).length > 0 && !record.session
  const nextStep = QUESTIONS.findIndex((question) => record.answers[question] === undefined)
  return (
    <div class="ways">
      <Button
        kind="main"
        href={hrefTo('start', String(isBegun && nextStep >= 0 ? nextStep + 1 : 1))}
      >
        {isBegun
          ? i18n._({ id: 'start.go-on', message: 'Go on where you stopped' })
          : i18n._({ id: 'start.begin', message: 'Start: six short questions' })}
      </Button>
      <Button
        onClick={() => {
          change({ session: exampleSession(now()), isExample: true, answers: {}, previous: null })
          goTo(hrefTo('today'))
        }}
      >
        {i18n._({ id: 'start.example', message: 'Look at an example' })}
      </Button>
      <Button kind="quiet" href={hrefTo('open')}>
        {i18n._({ id: 'start.open', message: 'I have a code, a link or a file' })}
      </Button>
    </div>
  )
}
