import type { I18n } from '@lingui/core'
import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import type { SubjectAnswer } from '../../../model/subject-answer.ts'
import { figureText } from '../../../words/figure-words.ts'
import { stanceWord } from '../../../words/source-words.ts'
import { type OtherPosition, otherPositions } from './evidence.ts'
import { SourceTitle } from './evidence-voices.tsx'
import { useProtocol } from './protocol-context.tsx'
import { aboutSource, otherSayer } from './protocol-words.ts'

interface OtherProps {
  readonly subject: string
  readonly answer: SubjectAnswer
}

/** What sources say for some people or sessions only: plans of those hold it, too. */
export function OtherPositions({ subject, answer }: OtherProps): JSX.Element | null {
  const { i18n } = useApp()
  const { library } = useProtocol()
  const others = otherPositions(library.protocols, subject, answer.voices)
  if (others.length === 0) return null
  return (
    <Card title={i18n._({ id: 'protocol.others', message: 'For some patients or sessions only' })}>
      <ul class="sources">
        {others.map((other) => (
          <Other key={other.id} other={other} isMedicine={answer.isMedicine} />
        ))}
      </ul>
    </Card>
  )
}

interface OneProps {
  readonly other: OtherPosition
  readonly isMedicine: boolean
}

function Other({ other, isMedicine }: OneProps): JSX.Element {
  const app = useApp()
  const { i18n, format } = app
  const { position, source, figure } = other
  const tests = Object.keys(position.when ?? {})
  return (
    <li class="source">
      <p class="source-name">
        <bdi>{otherSayer(other)}</bdi>
        {source ? <span class="small"> {aboutSource(app, source)}</span> : null}
      </p>
      <p class="source-said">
        {format.join(
          [stanceWord(i18n, position.stance, isMedicine), figureText(app, figure)],
          'comma',
        )}
      </p>
      <p class="small">
        {i18n._({
          id: 'protocol.others.depends',
          message: 'It depends on: {facts}',
          values: { facts: format.list(tests.map((test) => factWord(i18n, test))) },
        })}
      </p>
      {position.note === undefined ? null : (
        <p class="small">
          <bdi>{position.note}</bdi>
        </p>
      )}
      {source ? <SourceTitle source={source} /> : null}
    </li>
  )
}

/** What a rule asks about a session or a person. */
function factWord(i18n: I18n, fact: string): string {
  switch (fact) {
    case 'device':
      return i18n._({ id: 'protocol.fact.device', message: 'the device' })
    case 'bodySites':
      return i18n._({ id: 'protocol.fact.sites', message: 'where on the body' })
    case 'adjuncts':
      return i18n._({ id: 'protocol.fact.adjuncts', message: 'what was added' })
    case 'setting':
      return i18n._({ id: 'protocol.fact.setting', message: 'clinic or home' })
    case 'indications':
      return i18n._({ id: 'protocol.fact.indications', message: 'what it was done for' })
    case 'needleDepthMm':
      return i18n._({ id: 'protocol.fact.depth', message: 'the needle depth' })
    case 'fitzpatrickSkinType':
      return i18n._({ id: 'protocol.fact.skin', message: 'the skin type' })
    case 'medicines':
      return i18n._({ id: 'protocol.fact.medicines', message: 'medicines' })
    case 'history':
      return i18n._({ id: 'protocol.fact.history', message: 'the history' })
    default:
      return i18n._({ id: 'protocol.fact.several', message: 'any of several facts' })
  }
}
