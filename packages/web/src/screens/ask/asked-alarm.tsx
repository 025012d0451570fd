import type { AskAnswer } from '@afterglow/language'
import type { TriageAnswer } from '@afterglow/engine'
import type { JSX } from 'preact'
import { type App, useApp } from '../../app/app-context.ts'
import { useCare } from '../../app/care-context.ts'
import { isGraded } from '../../app/is-graded.ts'
import { Card } from '../../components/card.tsx'
import { CareCards } from '../../components/care-cards.tsx'
import { cardLevelOf } from '../../model/asked.ts'
import { topicSentence } from '../../words/asked-words.ts'
import { dispositionLead, reasonText } from '../../words/outcome-words.ts'

/** Whether the words are answered by who to contact, before all else. */
export function isAlarm(
  app: Pick<App, 'record'>,
  { kind, topic, triage }: Pick<AskAnswer, 'kind' | 'topic' | 'triage'>,
): boolean {
  return kind === 'triage' || (!isGraded(app) && (triage !== null || topic === 'is-normal'))
}

/** Who to contact and how fast, the card that says when, and why. */
export function AskedAlarm({ answer }: { readonly answer: AskAnswer }): JSX.Element {
  const app = useApp()
  const { triage, topic } = answer
  if (topic === 'crisis') return <Crisis />
  return triage && isGraded(app) ? <Graded triage={triage} /> : <Ungraded />
}

function Ungraded(): JSX.Element {
  const { i18n } = useCare()
  return (
    <section class="asked-alarm">
      <h2 id="answer" tabIndex={-1}>
        {i18n._({ id: 'help.title', message: 'When to get help' })}
      </h2>
      <CareCards />
    </section>
  )
}

/** An overdose or harm to oneself: no sign of the skin, and nothing else comes before it. */
function Crisis(): JSX.Element {
  const { i18n, texts } = useCare()
  return (
    <section class="asked-alarm">
      <h2 id="answer" tabIndex={-1} lang={texts.lang}>
        {texts.text('disposition.emergency')}
      </h2>
      <p class="asked-lead">{topicSentence(i18n, 'crisis')}</p>
      <CareCards only="emergency" />
    </section>
  )
}

function Graded({ triage }: { readonly triage: TriageAnswer }): JSX.Element {
  const { i18n, texts } = useCare()
  const { disposition } = triage
  const level = cardLevelOf(disposition)
  return (
    <section class="asked-alarm">
      <h2 id="answer" tabIndex={-1} lang={texts.lang}>
        {texts.text(`disposition.${disposition}`)}
      </h2>
      <p class="asked-lead">{dispositionLead(i18n, disposition)}</p>
      <CareCards {...(level !== undefined && { only: level })} />
      <OutcomeReasons triage={triage} />
    </section>
  )
}

/** Why, in the words of the alarms where there are any; and what to keep in mind. */
export function OutcomeReasons({ triage }: { readonly triage: TriageAnswer }): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  return (
    <>
      <Card title={i18n._({ id: 'check-in.why', message: 'Why' })}>
        <ul class="asked-said" lang={texts.lang}>
          {decidingReasons(triage).map((reason) => (
            <li key={JSON.stringify(reason)}>
              {reason.code === 'red-flag' && reason.sign !== null ? (
                <b>{texts.sign(reason.sign)}: </b>
              ) : null}
              {reasonText(care, reason)}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={i18n._({ id: 'check-in.net', message: 'Keep in mind' })}>
        <ul class="asked-said" lang={texts.lang}>
          {triage.safetyNet.map((id) => (
            <li key={id}>{texts.text(`safety-net.${id}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}

/** Beside an alarm nothing else is said of a sign. */
function decidingReasons({ reasons }: TriageAnswer): TriageAnswer['reasons'] {
  const alarms = reasons.filter(({ code }) => code === 'red-flag')
  return alarms.length > 0 ? alarms : reasons
}
