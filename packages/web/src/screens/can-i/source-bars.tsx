import type { Stance, Status } from '@afterglow/engine'
import type { ComponentChildren, JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { percentOf, type Scale } from '../../model/scale.ts'
import type { SubjectAnswer, Voice } from '../../model/subject-answer.ts'
import { figureText } from '../../words/figure-words.ts'
import { stanceWord } from '../../words/source-words.ts'

const FILL: Readonly<Record<Stance, Status>> = {
  avoid: 'avoid',
  ask: 'ask-clinic',
  limit: 'caution',
  use: 'recommended',
  allow: 'allowed',
  continue: 'allowed',
}

interface SaidProps {
  readonly voice: Voice
  readonly isMedicine: boolean
  readonly scale: Scale
}

/** One figure as a bar and in words. Where a source gives no end the bar fades out. */
export function Said({ voice, isMedicine, scale }: SaidProps): JSX.Element {
  const app = useApp()
  const { i18n, texts, format } = app
  const { reason, figure, earliest, until } = voice
  const from = percentOf(scale, voice.from ?? scale.start)
  const width = (until === null ? 100 : percentOf(scale, until)) - from
  return (
    <>
      <div class="bar" aria-hidden="true">
        <span
          class={`bar-part fill-${FILL[reason.stance]} ${until === null ? 'bar-open' : ''}`}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${width}%` }}
        />
        {earliest === null ? null : (
          <span class="bar-tick" style={{ insetInlineStart: `${percentOf(scale, earliest)}%` }} />
        )}
      </div>
      <p class="source-said">
        {format.join(
          [stanceWord(i18n, reason.stance, isMedicine), figureText(app, figure)],
          'comma',
        )}
        {reason.condition === undefined ? null : (
          <span lang={texts.lang}> · {texts.text(`condition.${reason.condition}`)}</span>
        )}
      </p>
    </>
  )
}

interface AnswerBarProps {
  readonly answer: SubjectAnswer
  readonly scale: Scale
  readonly title: string
  /** On the bar: where now is. */
  readonly children?: ComponentChildren
}

/** What a plan makes of all of them, step by step. */
export function AnswerBar({ answer, scale, title, children }: AnswerBarProps): JSX.Element {
  return (
    <div class="source source-plan">
      <p class="source-name">
        <b>{title}</b>
      </p>
      <div class="bar" aria-hidden="true">
        {answer.spans.map(({ start, end, status }) => {
          const from = percentOf(scale, start)
          const until = end === null ? 100 : percentOf(scale, end)
          return (
            <span
              key={start}
              class={`bar-part fill-${status}`}
              style={{ insetInlineStart: `${from}%`, inlineSize: `${until - from}%` }}
            />
          )
        })}
        {children}
      </div>
    </div>
  )
}
