import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import { Card } from '../../../components/card.tsx'
import { Page } from '../../../components/page.tsx'
import { StatusMark } from '../../../components/status.tsx'
import { childrenOf } from '../../../model/entry.ts'
import { subjectAnswer, type SubjectAnswer } from '../../../model/subject-answer.ts'
import { statusWord } from '../../../words/status-words.ts'
import { NotFound } from '../../app/console-screens.tsx'
import { END } from './evidence.ts'
import { EvidenceVoices } from './evidence-voices.tsx'
import { OtherPositions } from './other-positions.tsx'
import { useProtocol } from './protocol-context.tsx'
import { TimeCard } from './time-card.tsx'

/** One subject: what plans say, what each source says, and what the clinic makes of it. */
export function SubjectPage({ subject }: { readonly subject: string }): JSX.Element {
  const { i18n, texts } = useApp()
  const { care } = useProtocol()
  const answer = useMemo(() => subjectAnswer(care, subject), [care, subject])
  if (!answer.isKnown) return <NotFound />
  return (
    <Page
      title={texts.subject(subject)}
      kicker={answer.group === subject ? undefined : texts.subject(answer.group)}
      back={{
        href: hrefTo('protocol'),
        label: i18n._({ id: 'protocol.title', message: 'Protocol' }),
      }}
      aside={<TimeCard key={subject} subject={subject} />}
    >
      <Chosen answer={answer} />
      <EvidenceVoices care={care} answer={answer} />
      <OtherPositions subject={subject} answer={answer} />
      <Narrower subject={subject} />
    </Page>
  )
}

interface AnswerProps {
  readonly answer: SubjectAnswer
}

/** The chosen value: the engine's own answer, step by step. */
function Chosen({ answer }: AnswerProps): JSX.Element {
  const { i18n, format } = useApp()
  const spans = answer.spans.filter(({ status }, k) => status !== answer.spans[k - 1]?.status)
  return (
    <Card title={i18n._({ id: 'protocol.chosen', message: 'What plans say' })}>
      <ol class="chosen">
        {spans.map(({ start, status }, k) => (
          <li key={start} class="chosen-step">
            <StatusMark status={status} />
            <span>
              <b>{statusWord(i18n, status)}</b>{' '}
              <span class="quiet">
                {stepText({ i18n, format }, start, spans[k + 1]?.start ?? null)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function stepText(
  { i18n, format }: Pick<ReturnType<typeof useApp>, 'i18n' | 'format'>,
  start: number,
  end: number | null,
): string {
  const from = format.length(start - END)
  if (end === null)
    return start === END
      ? i18n._({ id: 'protocol.step.always', message: 'from the end of the session on' })
      : i18n._({ id: 'protocol.step.on', message: 'from {from} on', values: { from } })
  const until = format.length(end - END)
  return start === END
    ? i18n._({ id: 'protocol.step.first', message: 'for the first {until}', values: { until } })
    : i18n._({
        id: 'protocol.step.between',
        message: 'from {from} to {until}',
        values: { from, until },
      })
}

function Narrower({ subject }: { readonly subject: string }): JSX.Element | null {
  const { i18n, texts } = useApp()
  const { care } = useProtocol()
  const below = childrenOf(care.plan, subject)
  if (below.length === 0) return null
  return (
    <section class="stack-s">
      <h2 class="card-title">
        {i18n._({ id: 'protocol.narrower', message: 'Narrower subjects' })}
      </h2>
      <ul class="cluster">
        {below.map((code) => (
          <li key={code}>
            <a class="chip" href={hrefTo('protocol', 'subject', code)} lang={texts.lang}>
              {texts.subject(code)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
