import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { deviceZone } from '../../../../app/clock.ts'
import { hrefTo } from '../../../../app/route.ts'
import { comingProcedures, endedProcedures } from '../../../../model/care.ts'
import { endWords } from '../../../../words/end-words.ts'
import type { Alert } from '../../../api/alerts.ts'
import { readOpenAlertsOf } from '../../../api/patient-alerts.ts'
import { useQuery } from '../../../app/query.ts'
import { agoWords } from '../../inbox/inbox-words.ts'
import { LevelPill } from '../../inbox/level-pill.tsx'
import { sessionText } from '../session-words.ts'
import { usePatient } from './patient-context.ts'

/** Which day it is, how to reach them, and what waits for somebody of the clinic. */
export function PatientHead(): JSX.Element {
  const { patient } = usePatient()
  return (
    <div class="patient-head">
      <DayLines />
      <p class="patient-contact">
        {patient.phone ? (
          <a href={`tel:${patient.phone}`}>
            <bdi dir="ltr">{patient.phone}</bdi>
          </a>
        ) : null}
        {patient.email ? (
          <a href={`mailto:${patient.email}`}>
            <bdi dir="ltr">{patient.email}</bdi>
          </a>
        ) : null}
        {patient.reference ? <bdi dir="ltr">{patient.reference}</bdi> : null}
        <ZoneName />
      </p>
      <OpenAlerts />
    </div>
  )
}

/** `Day 3 · 74 hours after microneedling, pen, 2 mm, face`, the last session first; else the one to come. */
function DayLines(): JSX.Element | null {
  const { i18n, format, plan, at } = useApp()
  if (plan === null) return null
  const [last] = endedProcedures({ plan, at })
  const [next] = comingProcedures({ plan, at })
  return (
    <>
      {last ? (
        <p class="patient-day">
          {last.endedAtEstimated ? (
            i18n._({ id: 'patient.day.unknown', message: 'Nobody knows when the session ended' })
          ) : (
            <>
              <b>
                {i18n._({
                  id: 'patient.day',
                  message: 'Day {day}',
                  values: { day: format.number(format.daysBetween(last.endedAt, at)) },
                })}
              </b>
              {' · '}
              {format.elapsed(at - last.endedAt)}
            </>
          )}
          {' · '}
          <SessionWords id={last.id} />
        </p>
      ) : null}
      {next ? (
        <p class="quiet">
          {i18n._({
            id: 'patient.next',
            message: 'Planned: {when}',
            values: { when: endWords(format, next, at) },
          })}
        </p>
      ) : null}
    </>
  )
}

function SessionWords({ id }: { readonly id: string }): JSX.Element {
  const app = useApp()
  const procedure = app.record.session?.procedures.find((one) => one.id === id)
  return <span>{procedure ? sessionText(app, procedure) : ''}</span>
}

/** Times are the patient's: said where that is not the reader's own clock. */
function ZoneName(): JSX.Element | null {
  const { i18n, format, zone, at } = useApp()
  if (zone === deviceZone()) return null
  return (
    <span>
      {i18n._({
        id: 'patient.zone',
        message: 'Times in {zone}',
        values: { zone: format.zoneName(zone, at) },
      })}
    </span>
  )
}

const AGAIN_MS = 60_000
const SHOWN = 2

/** What of them waits in the inbox, the most urgent first. */
function OpenAlerts(): JSX.Element | null {
  const { i18n } = useApp()
  const { patient } = usePatient()
  const { patientId } = patient
  const alerts = useQuery(['patients', patientId, 'alerts'], () => readOpenAlertsOf(patientId), {
    everyMs: AGAIN_MS,
  })
  if (alerts.state === 'loading') return null
  if (alerts.state === 'failed') return <UnknownAlerts />
  const more = alerts.value.length - SHOWN
  return (
    <>
      {alerts.isOld ? <UnknownAlerts /> : null}
      <AlertLines alerts={alerts.value.slice(0, SHOWN)} />
      {more > 0 ? (
        <details class="more">
          <summary>
            {i18n._({
              id: 'patient.alerts.more',
              message: '{count, plural, one {# more waits} other {# more wait}}',
              values: { count: more },
            })}
          </summary>
          <AlertLines alerts={alerts.value.slice(SHOWN)} />
        </details>
      ) : null}
    </>
  )
}

/** Nothing calm is said where nobody could be asked. */
function UnknownAlerts(): JSX.Element {
  const { i18n } = useApp()
  return (
    <p class="notice" role="alert">
      {i18n._({
        id: 'patient.alerts.unknown',
        message: 'What waits in the inbox for this patient cannot be seen now.',
      })}
    </p>
  )
}

function AlertLines({ alerts }: { readonly alerts: readonly Alert[] }): JSX.Element | null {
  if (alerts.length === 0) return null
  return (
    <ul class="stack-s">
      {alerts.map((alert) => (
        <AlertLine key={alert.alertId} alert={alert} />
      ))}
    </ul>
  )
}

function AlertLine({ alert }: { readonly alert: Alert }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { nameOf } = usePatient()
  const { ownerId, raisedAt, disposition, kind, alertId } = alert
  const values = {
    length: agoWords(app, raisedAt),
    owner: ownerId === null ? '' : nameOf({ kind: 'staff', id: ownerId }),
  }
  return (
    <li class={`patient-alert patient-alert-${disposition}`}>
      <LevelPill disposition={disposition} kind={kind} />
      <span class="patient-alert-text">
        {ownerId === null
          ? i18n._({
              id: 'patient.alert.nobody',
              message: 'Waits for {length}. Nobody has it yet.',
              values,
            })
          : i18n._({
              id: 'patient.alert.owner',
              message: 'Waits for {length}, with {owner}.',
              values,
            })}
      </span>
      <a href={hrefTo('inbox', alertId)}>
        {i18n._({ id: 'patient.alert.open', message: 'See to it' })}
      </a>
    </li>
  )
}
