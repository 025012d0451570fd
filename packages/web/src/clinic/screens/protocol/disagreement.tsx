import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import type { SubjectAnswer, Voice } from '../../../model/subject-answer.ts'
import { END, sidesOf } from './evidence.ts'
import { sayer } from './protocol-words.ts'

/** Who disagrees with whom, in words. */
export function Disagreement({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { shortest, isOpposed } = answer.disagreement
  if (shortest === null && !isOpposed) return null
  return (
    <div class="quiet">
      {shortest === null ? null : <Apart answer={answer} />}
      {isOpposed ? <Opposed answer={answer} /> : null}
    </div>
  )
}

function Apart({ answer }: { readonly answer: SubjectAnswer }): JSX.Element | null {
  const { i18n, format } = useApp()
  const { shortest, longest } = sidesOf(answer)
  if (shortest === null || longest === null) return null
  return (
    <p>
      {i18n._({
        id: 'protocol.apart',
        message:
          'They differ by {apart}: {least} has the shortest time ({leastLength}), {most} the longest ({mostLength}). The strictest one counts.',
        values: {
          apart: format.length(longest.end - shortest.end),
          least: sayer(i18n, shortest.voice),
          leastLength: format.length(shortest.end - END),
          most: sayer(i18n, longest.voice),
          mostLength: format.length(longest.end - END),
        },
      })}
    </p>
  )
}

function Opposed({ answer }: { readonly answer: SubjectAnswer }): JSX.Element {
  const { i18n, format } = useApp()
  const { speakFor, speakAgainst } = sidesOf(answer)
  const names = (voices: readonly Voice[]) =>
    format.join([...new Set(voices.map((voice) => sayer(i18n, voice)))], 'semicolon')
  return (
    <p>
      {i18n._({
        id: 'protocol.opposed',
        message:
          'For it: {speakFor}. Against it for a time: {speakAgainst}. The strict side wins for as long as it lasts.',
        values: { speakFor: names(speakFor), speakAgainst: names(speakAgainst) },
      })}
    </p>
  )
}
