import type { AskAnswer } from '@afterglow/language'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useCare } from '../../app/care-context.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { Button } from '../../components/button.tsx'
import { askedParts, waysFrom } from '../../model/asked.ts'
import { deniedSentence, topicSentence, understoodParts, wayText } from '../../words/asked-words.ts'
import { isAlarm, OutcomeReasons } from './asked-alarm.tsx'
import { Part } from './asked-part.tsx'

interface AnswerProps {
  readonly answer: AskAnswer
  /** What was asked, to be said back. */
  readonly words: string
}

/** What was understood, and the plan's answer to each part of it. After an alarm it comes second. */
export function AskedAnswer({ answer, words }: AnswerProps): JSX.Element {
  const care = useCare()
  const { planner, session, plan, at, zone } = care
  const parts = useMemo(
    () => askedParts({ planner, session, plan, at, zone }, answer),
    [planner, session, plan, at, zone, answer],
  )
  return (
    <section class="asked">
      <Understood answer={answer} words={words} />
      {isAlarm(care, answer) ? null : <Headline answer={answer} />}
      {answer.kind === 'unknown' ? <ToClinic words={words} /> : null}
      {parts.map((part) => (
        <Part key={`${part.subject} ${part.at}`} part={part} />
      ))}
      <Denied answer={answer} />
      <Ways answer={answer} />
    </section>
  )
}

function Understood({ answer, words }: AnswerProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const parts = understoodParts(care, answer)
  return (
    <div class="asked-understood">
      <p class="quiet">
        {i18n._({ id: 'ask.you-asked', message: 'You asked' })} <q dir="auto">{words}</q>
      </p>
      {parts.length === 0 ? null : (
        <p lang={texts.lang}>
          <b>{i18n._({ id: 'ask.understood', message: 'We understood:' })}</b> {parts.join(' · ')}
        </p>
      )}
    </div>
  )
}

/** The answer's heading, which the focus goes to. */
function Headline({ answer }: Pick<AnswerProps, 'answer'>): JSX.Element {
  const { i18n } = useCare()
  const { kind, topic, triage } = answer
  if (kind === 'unknown') return <Nothing />
  if (triage && topic !== null) return <Outcome answer={answer} />
  return (
    <div class="stack-s">
      <h2 id="answer" tabIndex={-1}>
        {i18n._({ id: 'ask.answer', message: 'What your plan says' })}
      </h2>
      {kind === 'info' && topic !== null ? <p>{topicSentence(i18n, topic)}</p> : null}
    </div>
  )
}

function loadSending() {
  return import('../../linked/parts/send-question.tsx')
}

/** What the app has no answer to can go to the clinic, if the person says so. */
function ToClinic({ words }: Pick<AnswerProps, 'words'>): JSX.Element | null {
  const { record } = useCare()
  const isPatients = record.clinic?.kind === 'patient'
  const lazy = useLazy(loadSending, 'send-question', isPatients)
  if (lazy === undefined || lazy === 'broken') return null
  return <lazy.value.SendQuestion key={words} words={words} />
}

function Nothing(): JSX.Element {
  const { i18n } = useCare()
  return (
    <div class="asked-nothing">
      <h2 id="answer" tabIndex={-1}>
        {i18n._({ id: 'ask.nothing', message: 'We have nothing on this' })}
      </h2>
      <p>
        {i18n._({
          id: 'ask.nothing-text',
          message:
            'That may be our gap, or the way we read it. Ask your clinic before you do it. You can also try other words.',
        })}
      </p>
    </div>
  )
}

/** Signs that were asked about: what the plan says of them at this point. */
function Outcome({ answer: { triage } }: Pick<AnswerProps, 'answer'>): JSX.Element | null {
  const { texts } = useCare()
  if (!triage) return null
  return (
    <div class="stack-s">
      <h2 id="answer" tabIndex={-1} lang={texts.lang}>
        {texts.text(`disposition.${triage.disposition}`)}
      </h2>
      <OutcomeReasons triage={triage} />
    </div>
  )
}

function Denied({ answer }: Pick<AnswerProps, 'answer'>): JSX.Element | null {
  const care = useCare()
  const { denied } = answer.understood
  if (denied.length === 0) return null
  return (
    <p>
      {deniedSentence(care, denied)}{' '}
      <a href={hrefTo('help')}>{care.i18n._({ id: 'help.title', message: 'When to get help' })}</a>
    </p>
  )
}

function Ways({ answer }: Pick<AnswerProps, 'answer'>): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  const ways = waysFrom(answer)
  if (ways.length === 0) return null
  return (
    <>
      {answer.topic === 'done' ? (
        <p>
          {i18n._({
            id: 'ask.tell-done',
            message: 'Tell us on its page. It then says what to do and what to watch for.',
          })}
        </p>
      ) : null}
      <div class="cluster">
        {ways.map((way) => (
          <Button
            key={`${way.screen} ${way.subject ?? ''}`}
            href={hrefTo(way.screen, ...(way.subject === undefined ? [] : [way.subject]))}
          >
            <span {...(way.subject !== undefined && { lang: texts.lang })}>
              {wayText(care, way)}
            </span>
          </Button>
        ))}
      </div>
    </>
  )
}
