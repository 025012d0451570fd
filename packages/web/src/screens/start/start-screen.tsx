import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { Broken } from '../../app/broken.tsx'
import { useLazy } from '../../app/use-lazy.ts'
import { now } from '../../app/clock.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { LanguageChoice } from '../../components/language-choice.tsx'
import { Page } from '../../components/page.tsx'
import { QUESTIONS } from '../../interview/session-of.ts'
import { hasOwnSession } from '../../store/record.ts'
import { exampleSession } from './example-session.ts'
import './start-screen.css'

/**
 * The way in: a word on what this is, then six questions, one a page. Not for who has a plan: answering again would make
 * another one in its place, without what has happened since.
 */
export function StartScreen({ rest: [step] }: ScreenProps): JSX.Element | null {
  const isOver = hasOwnSession(useApp().record)
  useEffect(() => {
    if (isOver) goTo(hrefTo('today'), { instead: true })
  }, [isOver])
  if (isOver) return null
  const isQuestion = QUESTIONS[Number(step) - 1] !== undefined
  return <Questions number={isQuestion ? Number(step) : 0} />
}

/** The form of the questions is fetched while the first page is read. */
function Questions({ number }: { readonly number: number }): JSX.Element | null {
  const step = useLazy(() => import('./step.tsx'), 'step')
  if (number === 0) return <Welcome />
  if (step === 'broken') return <Broken />
  return step ? <step.value.Step number={number} /> : null
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
