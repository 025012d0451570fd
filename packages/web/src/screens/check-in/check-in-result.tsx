import type { Disposition } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useCare } from '../../app/care-context.ts'
import { isGraded } from '../../app/is-graded.ts'
import { hrefTo } from '../../app/route.ts'
import { useLazy } from '../../app/use-lazy.ts'
import { Broken } from '../../app/broken.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CareCards } from '../../components/care-cards.tsx'
import { ClinicCall } from '../../components/clinic-call.tsx'
import { EmergencyCall } from '../../components/emergency-call.tsx'
import { Page } from '../../components/page.tsx'
import type { CheckInAnswer } from '../../model/check-in.ts'
import { lowerFirst } from '../../words/texts.ts'
import { dispositionLead, reasonText } from '../../words/outcome-words.ts'
import { PlanChanges } from './plan-changes.tsx'

export interface ToldOutcome extends CheckInAnswer {
  /** The id under which a clinic is told of it; null where that could not be kept, and without a clinic. */
  readonly told: Promise<string | null>
}

interface CheckInResultProps {
  readonly outcome: ToldOutcome
  /** Goes back to the alarms that were left open. */
  readonly onAnswerRest: () => void
}

/** Who to contact and how fast; why; what to keep in mind; what it changed. */
export function CheckInResult({ outcome, onAnswerRest }: CheckInResultProps): JSX.Element {
  const { i18n, texts, record } = useCare()
  const { disposition, isConclusive, safetyNet } = outcome
  if (!isGraded({ record })) return <CardsOnly outcome={outcome} />
  return (
    <Page
      title={
        isConclusive
          ? texts.text(`disposition.${disposition}`)
          : i18n._({ id: 'check-in.open.title', message: 'We cannot say yet' })
      }
      hasOwnHeading
    >
      {isConclusive ? (
        <Outcome disposition={disposition} />
      ) : (
        <StillOpen outcome={outcome} onAnswerRest={onAnswerRest} />
      )}
      <ToClinic outcome={outcome} />
      <Why outcome={outcome} />
      <Card title={i18n._({ id: 'check-in.net', message: 'Keep in mind' })}>
        <ul class="net" lang={texts.lang}>
          {safetyNet.map((id) => (
            <li key={id}>{texts.text(`safety-net.${id}`)}</li>
          ))}
        </ul>
      </Card>
      <PlanChanges changes={outcome.changes} />
      <div class="check-in-ways">
        <Button href={hrefTo('today')}>
          {i18n._({ id: 'check-in.today', message: 'Back to Today' })}
        </Button>
        <Button kind="quiet" href={hrefTo('help')}>
          {i18n._({ id: 'check-in.help', message: 'When to get help' })}
        </Button>
      </div>
    </Page>
  )
}

/** Where the clinic does not have advice graded: every card, whatever was answered. */
function CardsOnly({ outcome }: Pick<CheckInResultProps, 'outcome'>): JSX.Element {
  const { i18n } = useCare()
  return (
    <Page
      title={i18n._({ id: 'help.title', message: 'When to get help' })}
      lead={i18n._({
        id: 'check-in.cards-only',
        message: 'Nothing here has judged what you told. Read the cards, and do what they say.',
      })}
    >
      <ToClinic outcome={outcome} />
      <CareCards />
      <div>
        <Button href={hrefTo('today')}>
          {i18n._({ id: 'check-in.today', message: 'Back to Today' })}
        </Button>
      </div>
    </Page>
  )
}

function loadTold() {
  return import('../../linked/parts/told-clinic.tsx')
}

/** Whether the clinic has it, and photos for it; nothing without a clinic. */
function ToClinic({ outcome }: Pick<CheckInResultProps, 'outcome'>): JSX.Element | null {
  const { record } = useCare()
  const lazy = useLazy(loadTold, 'told', record.clinic !== null)
  if (lazy === undefined) return null
  if (lazy === 'broken') return <Broken />
  return <lazy.value.ToldClinic told={outcome.told} disposition={outcome.disposition} />
}

function Outcome({ disposition }: { readonly disposition: Disposition }): JSX.Element {
  const { i18n, texts } = useCare()
  return (
    <section class={`outcome outcome-${disposition}`}>
      <h1 id="heading" tabIndex={-1} lang={texts.lang}>
        {texts.text(`disposition.${disposition}`)}
      </h1>
      {disposition === 'emergency' ? <EmergencyCall /> : null}
      {disposition === 'urgent' || disposition === 'contact-clinic' ? <ClinicCall /> : null}
      <p>{dispositionLead(i18n, disposition)}</p>
    </section>
  )
}

/** Nothing calming is said while an alarm was left unanswered. */
function StillOpen({ outcome, onAnswerRest }: CheckInResultProps): JSX.Element {
  const { i18n, texts, format } = useCare()
  const signs = format.list(
    outcome.unanswered.map((sign) => lowerFirst(texts.sign(sign))),
    'or',
  )
  return (
    <section class="outcome outcome-open">
      <h1 id="heading" tabIndex={-1}>
        {i18n._({ id: 'check-in.open.title', message: 'We cannot say yet' })}
      </h1>
      <p>
        {i18n._({
          id: 'check-in.open.lead',
          message: 'You left this open, and an open question is not a no: {signs}.',
          values: { signs },
        })}
      </p>
      <p>
        {i18n._({
          id: 'check-in.open.help',
          message: 'If one of these is there, look at When to get help and do what it says.',
        })}
      </p>
      <div class="cluster">
        <Button kind="main" onClick={onAnswerRest}>
          {i18n._({ id: 'check-in.open.answer', message: 'Answer these' })}
        </Button>
      </div>
    </section>
  )
}

/** An alarm names its sign first: its text says what to do. */
function Why({ outcome: { reasons } }: Pick<CheckInResultProps, 'outcome'>): JSX.Element {
  const care = useCare()
  const { i18n, texts } = care
  const none = i18n._({
    id: 'check-in.no-signs',
    message: 'You told us of no signs. Here is what to watch for, in case that changes.',
  })
  return (
    <Card title={i18n._({ id: 'check-in.why', message: 'Why' })}>
      {reasons.length === 0 ? <p>{none}</p> : null}
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>
            {reason.code === 'red-flag' && reason.sign !== null ? (
              <b lang={texts.lang}>{texts.sign(reason.sign)}: </b>
            ) : null}
            {reasonText(care, reason)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
