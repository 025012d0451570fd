import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Icon } from '../../../../components/icon.tsx'
import { Sheet } from '../../../../components/sheet.tsx'
import {
  CONSENT_SCOPES,
  type ConsentScope,
  type ConsentState,
  readConsents,
  writeConsent,
} from '../../../api/consents.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Show } from '../../../components/loaded.tsx'
import { consentWord } from '../consent-words.ts'
import { timeText } from '../event-words.ts'
import { actorWord } from '../actor-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { ConsentOnPaper } from './consent-on-paper.tsx'

/** What they have agreed to, by which notice, and every time that it was said. */
export function ConsentsCard(): JSX.Element {
  const { i18n } = useApp()
  const { patientId } = usePatient().patient
  const [asked, setAsked] = useState<ConsentScope | null>(null)
  const state = useQuery(['patients', patientId, 'consents'], () => readConsents(patientId))
  return (
    <Card title={i18n._({ id: 'patient.consents', message: 'Consents' })}>
      <Show loaded={state}>
        {(value) => (
          <>
            <ul class="consents">
              {CONSENT_SCOPES.map((scope) => (
                <ConsentLine key={scope} scope={scope} state={value} onAsk={setAsked} />
              ))}
            </ul>
            <History history={value.history} />
          </>
        )}
      </Show>
      <Sheet
        title={asked === null ? '' : consentWord(i18n, asked)}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked === null ? null : <ConsentOnPaper scope={asked} onDone={() => setAsked(null)} />}
      </Sheet>
    </Card>
  )
}

interface ConsentLineProps {
  readonly scope: ConsentScope
  readonly state: ConsentState
  readonly onAsk: (scope: ConsentScope) => void
}

function ConsentLine({ scope, state, onAsk }: ConsentLineProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { may } = useStaff()
  const isGiven = state.consents[scope]
  const last = state.history.findLast((one) => one.scope === scope)
  return (
    <li class="consent">
      <span class={isGiven ? 'consent-mark consent-given' : 'consent-mark'}>
        <Icon name={isGiven ? 'check' : 'close'} size={18} />
        <span class="unseen">
          {isGiven
            ? i18n._({ id: 'patient.consent.yes', message: 'Agreed' })
            : i18n._({ id: 'patient.consent.no', message: 'Not agreed' })}
        </span>
      </span>
      <span class="consent-text">
        {consentWord(i18n, scope)}
        {last ? (
          <span class="small">
            {i18n._({
              id: 'patient.consent.since',
              message: '{when}, notice {version}',
              values: { when: timeText(app, last.at), version: last.noticeVersion },
            })}
          </span>
        ) : null}
      </span>
      {may('owner', 'clinician', 'front-desk') ? (
        isGiven ? (
          <Withdraw scope={scope} noticeVersion={last?.noticeVersion ?? 'none'} />
        ) : (
          <Button kind="quiet" onClick={() => onAsk(scope)}>
            {i18n._({ id: 'patient.consent.on-paper', message: 'Signed on paper' })}
            <span class="unseen">{consentWord(i18n, scope)}</span>
          </Button>
        )
      ) : null}
    </li>
  )
}

interface WithdrawProps {
  readonly scope: ConsentScope
  readonly noticeVersion: string
}

/** A channel withdrawn sends nothing more; it can be given again at once. */
function Withdraw({ scope, noticeVersion }: WithdrawProps): JSX.Element {
  const { i18n } = useApp()
  const { say, sayProblem } = useConsole()
  const { patient, renew } = usePatient()
  const write = async (given: boolean): Promise<boolean> => {
    const reply = await writeConsent(patient.patientId, scope, { given, noticeVersion })
    if (!reply.ok) sayProblem(reply.problem)
    await renew()
    return reply.ok
  }
  const withdraw = async () => {
    if (!(await write(false))) return
    say(i18n._({ id: 'patient.consent.withdrawn', message: 'The consent was withdrawn.' }), () =>
      write(true).then(() => undefined),
    )
  }
  return (
    <Button kind="quiet" onClick={() => void withdraw()}>
      {i18n._({ id: 'patient.consent.withdraw', message: 'They withdraw it' })}
      <span class="unseen">{consentWord(i18n, scope)}</span>
    </Button>
  )
}

function History({ history }: Pick<ConsentState, 'history'>): JSX.Element | null {
  const app = useApp()
  const { i18n } = app
  if (history.length === 0) return null
  return (
    <details class="more">
      <summary>
        {i18n._({ id: 'patient.consent.history', message: 'Every time that it was said' })}
      </summary>
      <ul class="stack-s">
        {history.toReversed().map(({ eventId, scope, given, noticeVersion, at, by }) => (
          <li key={eventId} class="small">
            {app.format.join(
              [
                timeText(app, at),
                consentWord(i18n, scope),
                given
                  ? i18n._({ id: 'patient.consent.yes', message: 'Agreed' })
                  : i18n._({ id: 'patient.consent.taken-back', message: 'Withdrawn' }),
                i18n._({
                  id: 'patient.consent.notice',
                  message: 'notice {version}',
                  values: { version: noticeVersion },
                }),
                actorWord(i18n, { kind: by, id: null }),
              ],
              'comma',
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
