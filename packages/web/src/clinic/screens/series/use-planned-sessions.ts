import type { Procedure } from '@afterglow/engine'
import { useCare } from '../../../app/care-context.ts'
import { toldEnd } from '../../../interview/latest-end.ts'
import {
  type GivenProcedure,
  type RecordedProcedure,
  recordProcedure,
  undoEvent,
} from '../../api/procedures.ts'
import { newKey } from '../../api/request.ts'
import { useConsole, useStaff } from '../../app/console-context.ts'
import { useSending } from '../../components/use-sending.ts'
import { againOf } from './next-procedure.ts'
import { plannedSaid, takenOffSaid } from './planned-said.ts'

export interface PlannedSessions {
  readonly isBusy: boolean
  /** False where it was not recorded; why has been said. */
  readonly plan: (procedure: GivenProcedure, key: string) => Promise<boolean>
  readonly takeOff: (procedure: Procedure) => Promise<void>
}

const TAKEN_BACK = 'planned date taken back'

/** Plans a session and takes a planned one off; each can be taken back by whoever may. */
export function usePlannedSessions(patientId: string): PlannedSessions {
  const care = useCare()
  const { say } = useConsole()
  const { may } = useStaff()
  const { isBusy, sent } = useSending(['patients', patientId], ['series'])
  const record = (procedure: GivenProcedure, key: string) =>
    sent(recordProcedure(patientId, procedure, key))
  const undo = (id: string) =>
    sent(undoEvent(patientId, { eventId: id, reason: TAKEN_BACK }, newKey()))
  const plan = async (procedure: GivenProcedure, key: string) => {
    const done: RecordedProcedure | null = await record(procedure, key)
    if (done === null) return false
    const takeBack = async () => void (await undo(done.procedureId))
    say(plannedSaid(care, done.endedAt), may('clinician') ? takeBack : undefined)
    return true
  }
  const takeOff = async (procedure: Procedure) => {
    const again = againOf(care, procedure)
    const { endedAt } = toldEnd(care.session, procedure)
    if ((await undo(procedure.id)) === null) return
    say(takenOffSaid(care, endedAt), async () => void (await record(again, newKey())))
  }
  return { isBusy, plan, takeOff }
}
