import type { JSX } from 'preact'
import { type App, useApp } from '../../../app/app-context.ts'
import { Card } from '../../../components/card.tsx'
import { reasonText } from '../../../words/outcome-words.ts'
import type { Alert } from '../../api/alerts.ts'
import { type ClinicCard, readClinicCard } from '../../api/clinic.ts'
import { type Library, useClinicLibrary } from '../../app/library.ts'
import { useQuery } from '../../app/query.ts'
import { type Against, againstOf } from './against.ts'
import { againstWord } from './against-words.ts'
import { withoutReasons } from './without-reasons.ts'
import { isUrgent } from './waiting.ts'

/** Why triage says what it says, and what the patient was told at once. */
export function WhyCard({ alert }: { readonly alert: Alert }): JSX.Element {
  const { i18n } = useApp()
  const library = useClinicLibrary()
  const known = library.state === 'there' ? library.value : null
  return (
    <Card title={i18n._({ id: 'inbox.why', message: 'Why it is here' })}>
      {alert.judgedAgain ? (
        <p>
          {i18n._({
            id: 'inbox.why.again',
            message:
              'It was less urgent when it was told. Something told or corrected later makes it so.',
          })}
        </p>
      ) : null}
      <ul class="why-list">
        <Reasons alert={alert} library={known} />
        {alert.reasons.length > 0 ? null : <li>{withoutReasons(i18n, alert)}</li>}
      </ul>
      <Answered alert={alert} library={known} />
    </Card>
  )
}

interface KnownProps {
  readonly alert: Alert
  /** Null until the protocols are here. */
  readonly library: Library | null
}

function Reasons({ alert, library }: KnownProps): JSX.Element {
  const app = useApp()
  return (
    <>
      {againstOf(library?.planner ?? null, alert).map((one) => (
        <li key={`${one.code} ${one.sign}`}>
          <b>{againstWord(app, one)}</b>
          {alarmTexts(app, alert, one).map((text) => (
            <span key={text} class="quiet" lang={app.texts.lang}>
              {text}
            </span>
          ))}
        </li>
      ))}
    </>
  )
}

/** The alarms' own texts, as the patient reads them, each once. */
function alarmTexts(app: App, { reasons }: Alert, { code, sign }: Against): readonly string[] {
  if (code !== 'red-flag') return []
  const alarms = reasons.filter((one) => one.code === code && one.sign === sign)
  return [...new Set(alarms.map((reason) => reasonText(app, reason)))]
}

/** What the app answered: the disposition and the safety net, or the care cards alone. */
function Answered({ alert, library }: KnownProps): JSX.Element | null {
  const { i18n, texts } = useApp()
  const card = useQuery(['clinic', 'card'], readClinicCard)
  if (card.state !== 'there' || alert.kind === 'answer') return null
  const net = library?.planner.shelves[0]?.safetyNet ?? []
  return (
    <details class="more">
      <summary>{i18n._({ id: 'inbox.answered', message: 'What the patient was told' })}</summary>
      <div class="stack-s" lang={texts.lang}>
        <p>{answeredWords({ i18n, texts }, alert, card.value)}</p>
        <ul class="net-list">
          {net.map((id) => (
            <li key={id}>{texts.text(`safety-net.${id}`)}</li>
          ))}
        </ul>
      </div>
    </details>
  )
}

/** The answer that stood on the screen at once. */
function answeredWords(
  { i18n, texts }: Pick<App, 'i18n' | 'texts'>,
  alert: Alert,
  { staticCards }: ClinicCard,
): string {
  if (alert.judgedAgain)
    return i18n._({
      id: 'inbox.answered.less',
      message: 'Something less urgent, by what was known then. They have not been told more since.',
    })
  if (alert.kind === 'message' && !isUrgent(alert))
    return i18n._({
      id: 'inbox.answered.read-later',
      message: 'That somebody will read it, with your hours and your number.',
    })
  if (staticCards)
    return i18n._({
      id: 'inbox.answered.cards',
      message: 'Your clinic shows care cards and no triage: they saw those.',
    })
  return texts.text(`disposition.${alert.disposition}`)
}
