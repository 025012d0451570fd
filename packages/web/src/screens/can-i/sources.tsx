import type { Instant, Stance, Status } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { endedProcedures } from '../../model/care.ts'
import type { SubjectAnswer, Voice } from '../../model/subject-answer.ts'
import { figureText } from '../../words/figure-words.ts'
import { kindWord, stanceWord, voiceName } from '../../words/source-words.ts'
import { lowerFirst } from '../../words/texts.ts'

/** Each source's own figure as a bar from the session's end on, and the plan's answer under them. */
export function Sources({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const care = useCare()
  const { i18n, texts } = care
  const { voices, decidedBy, subject } = answer
  if (voices.length === 0) return null
  const scale = scaleOf(care, answer)
  return (
    <Card title={i18n._({ id: 'sources.title', message: 'What each source says' })}>
      {decidedBy === subject ? null : (
        <p class="quiet">
          {i18n._({
            id: 'sources.decided-by',
            message: 'About {subject}, which decides for the group.',
            values: { subject: lowerFirst(texts.subject(decidedBy)) },
          })}
        </p>
      )}
      <ul class="sources">
        {inOrder(voices).map((voice) => (
          <Source
            key={`${voice.reason.id} ${voice.reason.procedure ?? ''}`}
            voice={voice}
            scale={scale}
          />
        ))}
      </ul>
      <YourPlan answer={answer} scale={scale} />
      <Disagreement answer={answer} />
    </Card>
  )
}

/** Those with a time by its length, then the others; the one that decides comes last, next to the plan. */
function inOrder(voices: readonly Voice[]): readonly Voice[] {
  return voices.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ governs, until }: Voice): number {
  return governs ? Number.MAX_VALUE : (until ?? Number.MAX_SAFE_INTEGER)
}

/** What the bars are measured by. */
interface Scale {
  readonly start: Instant
  readonly end: Instant
}

function scaleOf(care: AppCare, { voices, spans }: SubjectAnswer): Scale {
  const start = endedProcedures(care)[0]?.endedAt ?? care.plan.anchor
  const ends = [...voices.map(({ until }) => until), ...spans.map((span) => span.start)]
  const known = ends.filter((end) => end !== null && end > start)
  const end = Math.max(start + 1, ...known.map((one) => one ?? 0))
  // A little more than the longest, so that what follows it can be seen.
  return { start, end: end + (end - start) / 12 }
}

function percent({ start, end }: Scale, at: Instant): number {
  return Math.max(0, Math.min(100, ((at - start) / (end - start)) * 100))
}

interface SourceProps {
  readonly voice: Voice
  readonly scale: Scale
}

const FILL: Readonly<Record<Stance, Status>> = {
  avoid: 'avoid',
  ask: 'ask-clinic',
  limit: 'caution',
  use: 'recommended',
  allow: 'allowed',
  continue: 'allowed',
}

function Source({ voice, scale }: SourceProps): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const { reason, source, figure, governs, earliest } = voice
  const said = `${stanceWord(i18n, reason.stance)}, ${figureText(care, figure)}`
  const year = source?.date?.slice(0, 4)
  const about = source ? [kindWord(i18n, source.kind), ...(year ? [year] : [])].join(', ') : ''
  const [from, until] = barOf(voice, scale)
  return (
    <li class={governs ? 'source source-governs' : 'source'}>
      <p class="source-name">
        <bdi>{voiceName(i18n, voice)}</bdi>
        {about === '' ? null : <span class="small"> {about}</span>}
        {governs ? (
          <span class="source-decides">
            {i18n._({ id: 'sources.decides', message: 'decides now' })}
          </span>
        ) : null}
      </p>
      <div class="bar" aria-hidden="true">
        <span
          class={`bar-part fill-${FILL[reason.stance]}`}
          style={{ insetInlineStart: `${from}%`, inlineSize: `${until - from}%` }}
        />
        {earliest === null ? null : (
          <span class="bar-tick" style={{ insetInlineStart: `${percent(scale, earliest)}%` }} />
        )}
      </div>
      <p class="source-said">
        {said}
        {reason.condition === undefined ? null : (
          <span lang={texts.lang}> · {texts.text(`condition.${reason.condition}`)}</span>
        )}
      </p>
    </li>
  )
}

/** A source without an end goes as far as the bars go. */
function barOf({ from, until }: Voice, scale: Scale): readonly [number, number] {
  return [percent(scale, from ?? scale.start), until === null ? 100 : percent(scale, until)]
}

function YourPlan({
  answer,
  scale,
}: {
  readonly answer: SubjectAnswer
  readonly scale: Scale
}): JSX.Element {
  const { i18n, at } = useCare()
  return (
    <div class="source source-plan">
      <p class="source-name">
        <b>{i18n._({ id: 'sources.plan', message: 'Your plan, from now on' })}</b>
      </p>
      <div class="bar" aria-hidden="true">
        {answer.spans.map(({ start, end, status }) => {
          const from = percent(scale, start)
          const until = end === null ? 100 : percent(scale, end)
          return (
            <span
              key={start}
              class={`bar-part fill-${status}`}
              style={{ insetInlineStart: `${from}%`, inlineSize: `${until - from}%` }}
            />
          )
        })}
        <span class="bar-now" style={{ insetInlineStart: `${percent(scale, at)}%` }} />
      </div>
    </div>
  )
}

function Disagreement({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { i18n, format } = useCare()
  const { shortest, longest, isOpposed } = answer.disagreement
  if (shortest === null && !isOpposed) return null
  return (
    <p class="quiet">
      {shortest === null || longest === null
        ? null
        : i18n._({
            id: 'sources.apart',
            message: 'They differ by {length}. The strictest one counts.',
            values: { length: format.length(longest - shortest) },
          })}{' '}
      {isOpposed
        ? i18n._({
            id: 'sources.opposed',
            message: 'Some speak for it. The strict side wins for as long as it lasts.',
          })
        : null}
    </p>
  )
}
