import type { ProtocolSource } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import type { Care } from '../../../model/care.ts'
import type { Scale } from '../../../model/scale.ts'
import type { SubjectAnswer, Voice } from '../../../model/subject-answer.ts'
import { AnswerBar, Said } from '../../../screens/can-i/source-bars.tsx'
import { lowerFirst } from '../../../words/texts.ts'
import { Disagreement } from './disagreement.tsx'
import { governingIds, scaleOf } from './evidence.ts'
import { aboutSource, sayer } from './protocol-words.ts'

interface EvidenceProps {
  readonly care: Care
  readonly answer: SubjectAnswer
}

/** Each source's figure as a bar and in words, the one that decides in bold, and the plan's answer under them. */
export function EvidenceVoices({ care, answer }: EvidenceProps): JSX.Element | null {
  const { i18n, texts } = useApp()
  const { voices, decidedBy, subject } = answer
  if (voices.length === 0) return null
  const scale = scaleOf(answer)
  const deciding = governingIds(care, answer)
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
      <Disagreement answer={answer} />
      <ul class="sources">
        {bySource(voices, deciding).map((group) => (
          <Source key={group[0].reason.id} {...{ voices: group, deciding, scale, answer }} />
        ))}
      </ul>
      <AnswerBar
        answer={answer}
        scale={scale}
        title={i18n._({ id: 'protocol.plan-bar', message: 'Plans: the strictest of all' })}
      />
    </Card>
  )
}

type Group = readonly [Voice, ...Voice[]]

/** What one source says in one place; what decides stands last, next to the plan. */
function bySource(voices: readonly Voice[], deciding: ReadonlySet<string>): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const voice of voices) {
    const key = `${voice.reason.kind} ${voice.reason.source}`
    const known = groups.get(key)
    groups.set(key, known ? [...known, voice] : [voice])
  }
  const decides = (group: Group) => Number(group.some(({ reason }) => deciding.has(reason.id)))
  const longest = (group: Group) => Math.max(...group.map(({ until }) => until ?? 0))
  return [...groups.values()].toSorted((a, b) => decides(a) - decides(b) || longest(a) - longest(b))
}

interface SourceProps {
  readonly voices: Group
  readonly deciding: ReadonlySet<string>
  readonly scale: Scale
  readonly answer: SubjectAnswer
}

function Source({ voices, deciding, scale, answer }: SourceProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const [first] = voices
  const { source } = first
  const isDecisive = voices.some(({ reason }) => deciding.has(reason.id))
  return (
    <li class={isDecisive ? 'source source-governs' : 'source'}>
      <p class="source-name">
        <bdi>{sayer(i18n, first)}</bdi>
        {source ? <span class="small"> {aboutSource(app, source)}</span> : null}
        {isDecisive ? (
          <span class="source-decides">
            {i18n._({ id: 'protocol.decides', message: 'decides' })}
          </span>
        ) : null}
      </p>
      {voices.map((voice) => (
        <div
          key={voice.reason.id}
          class={deciding.has(voice.reason.id) ? 'said-deciding' : 'said-other'}
        >
          <Said {...{ voice, scale }} isMedicine={answer.isMedicine} />
          {voice.reason.note === undefined ? null : (
            <p class="small">
              <bdi>{voice.reason.note}</bdi>
            </p>
          )}
        </div>
      ))}
      {source ? <SourceTitle source={source} /> : null}
    </li>
  )
}

export function SourceTitle({ source }: { readonly source: ProtocolSource }): JSX.Element {
  const { title, url, note } = source
  return (
    <div class="source-foot">
      <p class="small">
        <bdi lang="en">
          {url === undefined ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noreferrer" class="source-link">
              {title}
            </a>
          )}
        </bdi>
      </p>
      {note === undefined ? null : <SourceNote note={note} />}
    </div>
  )
}

/** What is known against a source or about it: long, and for whoever asks. */
function SourceNote({ note }: { readonly note: string }): JSX.Element {
  const { i18n } = useApp()
  return (
    <details class="source-about">
      <summary>{i18n._({ id: 'protocol.source.note', message: 'About this source' })}</summary>
      <p class="quiet">
        <bdi lang="en">{note}</bdi>
      </p>
    </details>
  )
}
