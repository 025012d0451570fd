import type { JSX } from 'preact'
import { type AppCare, useCare } from '../../app/care-context.ts'
import { Card } from '../../components/card.tsx'
import { endedProcedures } from '../../model/care.ts'
import { percentOf, type Scale } from '../../model/scale.ts'
import type { SubjectAnswer, Voice } from '../../model/subject-answer.ts'
import { kindWord, voiceName } from '../../words/source-words.ts'
import { lowerFirst } from '../../words/texts.ts'
import { AnswerBar, Said } from './source-bars.tsx'

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
        {bySource(voices).map((group) => (
          <Source
            key={group[0].reason.id}
            voices={group}
            isMedicine={answer.isMedicine}
            scale={scale}
          />
        ))}
      </ul>
      <AnswerBar
        answer={answer}
        scale={scale}
        title={i18n._({ id: 'sources.plan', message: 'Your plan, from now on' })}
      >
        <span class="bar-now" style={{ insetInlineStart: `${percentOf(scale, care.at)}%` }} />
      </AnswerBar>
      <Disagreement answer={answer} />
    </Card>
  )
}

type Group = readonly [Voice, ...Voice[]]

/** What one source says in one place, those with a time first; the one that decides comes last, next to the plan. */
function bySource(voices: readonly Voice[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const voice of voices.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const key = `${voice.reason.kind} ${voice.reason.source}`
    const known = groups.get(key)
    groups.set(key, known ? [...known, voice] : [voice])
  }
  const decides = (group: Group) => Number(group.some(({ governs }) => governs))
  return [...groups.values()].toSorted((a, b) => decides(a) - decides(b))
}

function placeOf({ governs, until }: Voice): number {
  return governs ? 0 : (until ?? Number.MAX_SAFE_INTEGER)
}

function scaleOf(care: AppCare, { voices, opensAt }: SubjectAnswer): Scale {
  const start = endedProcedures(care)[0]?.endedAt ?? care.plan.anchor
  const ends = [...voices.map(({ until }) => until), opensAt, care.at]
  const end = Math.max(start + 1, ...ends.map((one) => one ?? 0))
  // A little more than the longest, so that what follows it can be seen.
  return { start, end: end + (end - start) / 12 }
}

interface SourceProps {
  readonly voices: Group
  readonly isMedicine: boolean
  readonly scale: Scale
}

function Source({ voices, isMedicine, scale }: SourceProps): JSX.Element {
  const { i18n, format } = useCare()
  const [first] = voices
  const { source } = first
  const year = source?.date?.slice(0, 4)
  const about = source
    ? format.join([kindWord(i18n, source.kind), ...(year ? [year] : [])], 'comma')
    : ''
  const isDecisive = voices.some(({ governs }) => governs)
  return (
    <li class={isDecisive ? 'source source-governs' : 'source'}>
      <p class="source-name">
        <bdi>{voiceName(i18n, first)}</bdi>
        {about === '' ? null : <span class="small"> {about}</span>}
        {isDecisive ? (
          <span class="source-decides">
            {i18n._({ id: 'sources.decides', message: 'decides now' })}
          </span>
        ) : null}
      </p>
      {voices.map((voice) => (
        <div key={`${voice.reason.id} ${voice.reason.procedure ?? ''}`}>
          <Said {...{ voice, isMedicine, scale }} />
        </div>
      ))}
    </li>
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
