import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { Card } from '../../components/card.tsx'
import { Countdown } from '../../components/countdown.tsx'
import { Page } from '../../components/page.tsx'
import { Rows } from '../../components/row.tsx'
import { StatusPill } from '../../components/status.tsx'
import {
  type NarrowerAnswer,
  type SubjectAnswer,
  subjectAnswer,
} from '../../model/subject-answer.ts'
import { whyOf } from '../../model/why.ts'
import { answerSentence, medicineSentence, noteSentence } from '../../words/answer-words.ts'
import { lowerFirst } from '../../words/texts.ts'
import { AlreadyDone } from './already-done.tsx'
import './can-i.css'
import { Changes } from './changes.tsx'
import { OwnDoctor } from './own-doctor.tsx'
import { Sources } from './sources.tsx'
import { SubjectRow } from './subject-row.tsx'

/** The answer on one subject: a sentence first, then why, who says what, and what to do. */
export function AnswerPage({ subject }: { readonly subject: string }): JSX.Element {
  const { i18n, texts, planner, session, plan, at, zone } = useCare()
  const answer = useMemo(
    () => subjectAnswer({ planner, session, plan, at, zone }, subject),
    [planner, session, plan, at, zone, subject],
  )
  return (
    <Page
      title={texts.subject(subject)}
      hasOwnHeading
      back={{ href: hrefTo('can-i'), label: i18n._({ id: 'answer.back', message: 'Can I?' }) }}
      aside={
        answer.isKnown ? (
          <>
            <Sources answer={answer} />
            <Changes answer={answer} />
          </>
        ) : null
      }
    >
      <Headline answer={answer} />
      <Why answer={answer} />
      <AlreadyDone answer={answer} />
      <OneByOne answer={answer} />
      <OwnDoctor answer={answer} />
    </Page>
  )
}

interface AnswerProps {
  readonly answer: SubjectAnswer
}

function Headline({ answer }: AnswerProps): JSX.Element {
  const care = useCare()
  const { texts } = care
  const { status, subject, opensAt, note } = answer
  const isShut = opensAt !== null && opensAt > care.at
  return (
    <section class="answer">
      <StatusPill status={status} />
      <h1 id="heading" tabIndex={-1} lang={texts.lang}>
        {texts.subject(subject)}
      </h1>
      <p class="answer-sentence">{answerSentence(care, answer)}</p>
      {isShut ? (
        <p class="answer-countdown">
          <Countdown to={opensAt} />
        </p>
      ) : null}
      {note ? <p lang={texts.lang}>{noteSentence(care, note)}</p> : null}
    </section>
  )
}

/** The reason that a source gives, and for a medicine that nobody stops it on their own. */
function Why({ answer }: AnswerProps): JSX.Element | null {
  const { i18n, texts } = useCare()
  const why = whyOf(answer)
  return (
    <>
      {why === undefined ? null : <p lang={texts.lang}>{texts.text(`why.${why}`)}</p>}
      {answer.isMedicine ? (
        <p>
          <b>{medicineSentence(i18n)}</b>
        </p>
      ) : null}
    </>
  )
}

/** The narrower subjects: those that say the same in one line, the others each with its answer. */
function OneByOne({ answer }: AnswerProps): JSX.Element | null {
  const { i18n, texts, format } = useCare()
  const { narrower } = answer
  if (narrower.length === 0) return null
  const isSame = (one: NarrowerAnswer) =>
    one.status === answer.status &&
    one.opensAt === answer.opensAt &&
    one.nextChangeAt === answer.nextChangeAt
  const same = narrower.filter(isSame).map(({ subject }) => texts.subject(subject))
  const others = narrower.filter((one) => !isSame(one))
  return (
    <>
      {same.length === 0 ? null : (
        <p class="quiet">
          {i18n._({
            id: 'answer.same',
            message: 'The same for: {subjects}.',
            values: { subjects: format.list(same.map(lowerFirst)) },
          })}
        </p>
      )}
      {others.length === 0 ? null : (
        <Card title={i18n._({ id: 'answer.one-by-one', message: 'One by one' })}>
          <Rows>
            {others.map(({ subject }) => (
              <SubjectRow key={subject} subject={subject} />
            ))}
          </Rows>
        </Card>
      )}
    </>
  )
}
