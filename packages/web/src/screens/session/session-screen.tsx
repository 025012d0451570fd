import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { now } from '../../app/clock.ts'
import { goTo, hrefTo } from '../../app/route.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Page } from '../../components/page.tsx'
import { Row, Rows } from '../../components/row.tsx'
import { correctedSession } from '../../interview/correction.ts'
import { toldEnd } from '../../interview/latest-end.ts'
import { QuestionPage } from '../../interview/question-page.tsx'
import { questionText } from '../../interview/question-words.ts'
import { QUESTIONS, type QuestionName, withNextProcedure } from '../../interview/session-of.ts'
import { endWords } from '../../words/end-words.ts'
import { procedureWords } from '../../words/procedure-words.ts'
import { answersOf, answerText } from './answers-of.ts'
import { Events } from './events.tsx'
import { WhatChanged } from './what-changed.tsx'

/** What the person told, question by question, each to be put right; and what a correction changed. */
export function SessionScreen({ rest: [name] }: ScreenProps): JSX.Element {
  const { record } = useCare()
  if (record.clinic) return <Told />
  if (name === 'next') return <Next />
  const question = QUESTIONS.find((one) => one === name)
  return question ? <Correct question={question} /> : <Told />
}

function Told(): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const isClinics = care.record.clinic !== null
  return (
    <Page
      title={
        isClinics
          ? i18n._({ id: 'session.clinic', message: 'What your clinic wrote down' })
          : i18n._({ id: 'session.title', message: 'What you told us' })
      }
      lead={
        isClinics
          ? i18n._({
              id: 'session.clinic-lead',
              message: 'If something here is wrong, tell your clinic: they put it right.',
            })
          : i18n._({
              id: 'session.lead',
              message: 'Tap an answer to put it right. Your plan follows at once.',
            })
      }
    >
      <WhatChanged />
      <Card>
        <Rows>
          {QUESTIONS.map((question) => (
            <Row
              key={question}
              {...(!isClinics && { href: hrefTo('session', question) })}
              title={questionText(i18n, question)}
              note={answerText(care, question)}
            />
          ))}
        </Rows>
      </Card>
      <Earlier />
      {isClinics ? <ToMyClinic /> : <Add />}
      <Events />
    </Page>
  )
}

function ToMyClinic(): JSX.Element {
  const { i18n } = useCare()
  return (
    <div>
      <Button href={hrefTo('my-clinic')}>
        {i18n._({ id: 'clinic.title', message: 'My clinic' })}
      </Button>
    </div>
  )
}

function Add(): JSX.Element {
  const { i18n } = useCare()
  return (
    <div>
      <Button href={hrefTo('session', 'next')}>
        {i18n._({ id: 'session.add', message: 'Add another session' })}
      </Button>
    </div>
  )
}

function Correct({ question }: { readonly question: QuestionName }): JSX.Element {
  const care = useCare()
  const { i18n, record, session, change, zone } = care
  return (
    <QuestionPage
      question={question}
      answers={answersOf(care)}
      back={{
        href: hrefTo('session'),
        label: i18n._({ id: 'session.title', message: 'What you told us' }),
      }}
      next={i18n._({ id: 'session.save', message: 'Save' })}
      onAnswer={(answers) => {
        const after = correctedSession(session, { question, answers }, { zone, now: now() })
        change({
          answers: { ...record.answers, ...answers },
          session: after,
          previous: session,
          isExample: false,
        })
        goTo(hrefTo('session'))
      }}
    />
  )
}

/** The sessions before the one that the answers are about. */
function Earlier(): JSX.Element | null {
  const { i18n, session, format, at } = useCare()
  const earlier = session.procedures.slice(0, -1)
  if (earlier.length === 0) return null
  return (
    <Card title={i18n._({ id: 'session.earlier', message: 'Other sessions' })}>
      <Rows>
        {earlier.map((procedure) => (
          <Row
            key={procedure.id}
            title={procedureWords(i18n, session, procedure)}
            note={endWords(format, toldEnd(session, procedure), at)}
          />
        ))}
      </Rows>
    </Card>
  )
}

function Next(): JSX.Element {
  const { i18n, session, change, zone } = useCare()
  return (
    <QuestionPage
      question="ended"
      answers={{}}
      kicker={i18n._({ id: 'session.add', message: 'Add another session' })}
      back={{
        href: hrefTo('session'),
        label: i18n._({ id: 'session.title', message: 'What you told us' }),
      }}
      next={i18n._({ id: 'session.save', message: 'Save' })}
      onAnswer={(answers) => {
        const after = withNextProcedure(answers, { zone, now: now() }, session)
        change({ session: after, previous: session, isExample: false })
        goTo(hrefTo('session'))
      }}
    />
  )
}
