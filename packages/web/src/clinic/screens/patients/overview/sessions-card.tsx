import type { PlanProcedure } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useCare } from '../../../../app/care-context.ts'
import { hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { Row, Rows } from '../../../../components/row.tsx'
import { comingProcedures, endedProcedures } from '../../../../model/care.ts'
import { endWords } from '../../../../words/end-words.ts'
import { lowerFirst } from '../../../../words/texts.ts'
import { useStaff } from '../../../app/console-context.ts'
import { ChangeSheet, type Changing } from '../change/change-sheet.tsx'
import { usePatient } from '../page/patient-context.ts'
import { sessionText } from '../session-words.ts'
import { ConfirmSession } from './confirm-session.tsx'

/** What was done and what is planned, the latest first. */
export function SessionsCard(): JSX.Element {
  const care = useCare()
  const { i18n } = care
  const { may } = useStaff()
  const { patientId } = usePatient().patient
  const [changing, setChanging] = useState<Changing | null>(null)
  const sessions = ownSessions(care.session, [
    ...comingProcedures(care).toReversed(),
    ...endedProcedures(care),
  ])
  return (
    <Card title={i18n._({ id: 'patient.sessions', message: 'Sessions' })}>
      <Rows>
        {sessions.map((one) => (
          <SessionRow key={one.id} procedure={one} />
        ))}
      </Rows>
      {may('owner', 'clinician', 'front-desk') ? (
        <>
          <div class="cluster">
            <Button href={hrefTo('new-session', patientId)}>
              {i18n._({ id: 'patient.new-session', message: 'New session' })}
            </Button>
            <Button kind="quiet" onClick={() => setChanging({ what: 'planned' })}>
              {i18n._({ id: 'patient.plan-next', message: 'Plan the next' })}
            </Button>
          </div>
          <div class="quiet-start">
            <Button kind="quiet" onClick={() => setChanging({ what: 'correct' })}>
              {i18n._({ id: 'patient.correct', message: 'Correct an end' })}
            </Button>
          </div>
        </>
      ) : null}
      <ChangeSheet changing={changing} onClose={() => setChanging(null)} />
    </Card>
  )
}

/** An adjunct that counts as a procedure of its own is part of its session. */
function ownSessions(
  { procedures }: ReturnType<typeof useCare>['session'],
  all: readonly PlanProcedure[],
): readonly PlanProcedure[] {
  const ids = new Set(procedures.map(({ id }) => id))
  return all.filter(({ id }) => ids.has(id))
}

function SessionRow({ procedure }: { readonly procedure: PlanProcedure }): JSX.Element {
  const care = useCare()
  const { i18n, format, at, session } = care
  const { id, endedAt, endedAtEstimated } = procedure
  const told = session.procedures.find((one) => one.id === id)
  const when = endWords(format, procedure, at)
  const isPlanned = endedAt > at
  const toConfirm = usePatient().told.toConfirm.includes(id)
  return (
    <Row
      {...(toConfirm && { end: <ConfirmSession procedure={procedure} /> })}
      title={
        isPlanned
          ? i18n._({ id: 'patient.session.planned', message: 'Planned: {when}', values: { when } })
          : toConfirm
            ? i18n._({
                id: 'patient.session.to-confirm',
                message: 'Planned for {when}. Was it done?',
                values: { when: lowerFirst(when) },
              })
            : endedAtEstimated
              ? i18n._({
                  id: 'patient.session.latest',
                  message: 'At the latest {when}',
                  values: { when: lowerFirst(when) },
                })
              : when
      }
      note={told ? sessionText(care, told) : ''}
    />
  )
}
